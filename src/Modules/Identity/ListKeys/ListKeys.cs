using Linli.Identity.Keys;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.ListKeys;

/// <summary>The API keys within the caller's divisions, newest first.</summary>
internal sealed class ListKeysHandler(AppDb db, IAccess access)
{
    public async Task<IReadOnlyList<ApiKey>> Handle(CancellationToken ct) =>
        await db.ApiKeys.AsNoTracking().Within(access).OrderByDescending(k => k.Id).ToListAsync(ct);
}
