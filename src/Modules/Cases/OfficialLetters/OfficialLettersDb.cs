using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.OfficialLetters;

/// <summary>The tables of letters.</summary>
internal static class OfficialLettersDb
{
    private const string TakeNumber = """
        INSERT INTO cases_letter_number (kind, year, last) VALUES ({0}, {1}, 1)
        ON CONFLICT (kind, year) DO UPDATE SET last = cases_letter_number.last + 1 RETURNING last AS "Value"
        """;

    extension(AppDb db)
    {
        public DbSet<OfficialLetter> OfficialLetters => db.Set<OfficialLetter>();

        /// <summary>The next number of a kind and year. Within a transaction, so that none is missing.</summary>
        public async Task<int> NextLetterAsync(LetterKind kind, int year, CancellationToken ct) =>
            (await db.Database.SqlQueryRaw<int>(TakeNumber, kind.ToString(), year).ToListAsync(ct)).Single();
    }

    /// <summary>Letters the caller may read: who issues letters, those about cases of their divisions; everybody else those to their unit.</summary>
    public static IQueryable<OfficialLetter> Seen(this IQueryable<OfficialLetter> letters, IAccess access)
    {
        var unit = access.Unit;
        var own = letters.Where(l => unit != null && l.UnitId == unit);
        return access.May(CasesPolicies.IssueLetters) && !access.OwnUnitOnly ? letters.Within(access).Union(own) : own;
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<OfficialLetter>(e =>
        {
            e.ToTable("cases_official_letter");
            e.Ignore(x => x.Subject);
            e.HasIndex(x => new { x.Kind, x.Year, x.Sequence }).IsUnique();
            e.HasIndex(x => new { x.DivisionCode, x.IssuedAt });
            e.HasIndex(x => new { x.UnitId, x.IssuedAt });
            e.HasIndex(x => x.CaseId);
        });
        model.Entity<LetterNumber>(e =>
        {
            e.ToTable("cases_letter_number");
            e.HasKey(x => new { x.Kind, x.Year });
        });
    }
}
