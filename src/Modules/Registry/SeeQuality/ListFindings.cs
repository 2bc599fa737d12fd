using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>A record and what is wrong with it.</summary>
/// <param name="RecordId">Key.</param>
/// <param name="Type">Code of the type.</param>
/// <param name="Title">What it is called; masked where that is personal.</param>
/// <param name="Address">Where it is; masked where that is personal.</param>
/// <param name="DivisionCode">Where it lies.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Field">Key of the field, or <c>@record</c>, <c>@address</c>, <c>@position</c>, <c>@grid</c>, <c>@division</c>.</param>
/// <param name="Since">When that was found.</param>
internal sealed record FindingSummary(Guid RecordId, string Type, string Title, string? Address, string DivisionCode, FindingKind Kind, string Field, DateOnly Since);

/// <summary>A page of the work list, grid by grid.</summary>
internal sealed record FindingList(IReadOnlyList<FindingSummary> Items, int Page, int Total);

/// <summary>What is to be mended within the caller's divisions.</summary>
internal sealed class ListFindingsHandler(AppDb db, IAccess access)
{
    public const int PageSize = 30;

    public async Task<FindingList> HandleAsync(FindingKind? kind, string? type, string? division, int page, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.See)) return new([], 1, 0);
        var findings = db.Findings.AsNoTracking().Within(access, division).Where(f => (kind == null || f.Kind == kind) && (type == null || f.TypeCode == type));
        var total = await findings.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await WithRecords(findings.OrderBy(f => f.DivisionCode).ThenBy(f => f.RecordId).ThenBy(f => f.Kind).ThenBy(f => f.Field).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        return new([.. rows.OrderBy(r => r.DivisionCode, StringComparer.Ordinal).ThenBy(r => r.RecordId).ThenBy(r => r.Kind.ToString(), StringComparer.Ordinal).ThenBy(r => r.Field, StringComparer.Ordinal)], page, total);
    }

    /// <summary>What is wrong with a record within the caller's divisions.</summary>
    public async Task<IReadOnlyList<FindingSummary>> OfAsync(Guid recordId, CancellationToken ct) =>
        access.May(RegistryPolicies.See) ? await WithRecords(db.Findings.AsNoTracking().Within(access).Where(f => f.RecordId == recordId)).ToListAsync(ct) : [];

    private IQueryable<FindingSummary> WithRecords(IQueryable<RecordFinding> findings) =>
        findings.Join(db.Records, f => f.RecordId, r => r.Id, (f, r) => new FindingSummary(r.Id, f.TypeCode, r.Title, r.Address, f.DivisionCode, f.Kind, f.Field, f.Since));
}
