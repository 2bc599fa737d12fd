using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>What went into a record, as far as the caller sees it.</summary>
internal sealed class ListMergesHandler(AppDb db, IAccess access)
{
    public async Task<IReadOnlyList<MergedRecords>> OfAsync(Guid recordId, CancellationToken ct) => access.May(RegistryPolicies.Merge)
        ? await db.Merges.AsNoTracking().Where(m => m.KeptId == recordId && m.UndoneAt == null).Join(db.Records.Within(access), m => m.EndedId, r => r.Id, (m, _) => m)
            .OrderByDescending(m => m.At).Select(m => new MergedRecords(m.Id, m.KeptId, m.EndedId)).ToListAsync(ct)
        : [];
}
