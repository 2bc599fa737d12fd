using Linli.Cases;
using Linli.Cases.Learning;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class ImportedCasesTests(string database)
{
    [Fact]
    public async Task A_settled_case_of_another_system_is_seen_by_the_unit_that_had_it_and_teaches_dispatch_but_not_words()
    {
        await using var app = await LinliApp.StartAsync(database);
        var folder = Directory.CreateTempSubdirectory().FullName;
        Write(folder, "communities.tsv", "STREET_ID\tSTREET_NAME\tCOMMUNITY_ID\tCOMMUNITY_NAME", "1\t坪山街道\t11\t六联社区");
        Write(folder, "units.tsv", "DISPOSE_UNIT_ID\tDISPOSE_UNIT_NAME\tcount", "7\t甲局\t1", "8\t乙局\t1");
        Write(folder, "taxonomy.tsv", "EVENT_TYPE_ID\tEVENT_TYPE_NAME\tMAIN_TYPE_ID\tMAIN_TYPE_NAME\tSUB_TYPE_ID\tSUB_TYPE_NAME\tcount", "5\t大类\t51\t中类\t511\t小类\t3");
        Write(folder, "events.tsv",
            "REC_ID\tCREATE_TIME\tSTREET_NAME\tSTREET_ID\tCOMMUNITY_NAME\tCOMMUNITY_ID\tEVENT_TYPE_NAME\tEVENT_TYPE_ID\tMAIN_TYPE_NAME\tMAIN_TYPE_ID\tSUB_TYPE_NAME\tSUB_TYPE_ID\tDISPOSE_UNIT_NAME\tDISPOSE_UNIT_ID\tEVENT_SRC_NAME\tEVENT_PROPERTY_NAME\tOVERTIME_ARCHIVE_NUM\tINTIME_TO_ARCHIVE_NUM\tINTIME_ARCHIVE_NUM",
            "1\t2020-03-04 05:06:07\t坪山街道\t1\t六联社区\t11\t大类\t5\t中类\t51\t小类\t511\t甲局\t7\t12345\t投诉\t0\t0\t1",
            "2\t2020-03-05 05:06:07\t坪山街道\t1\t六联社区\t11\t大类\t5\t中类\t51\t小类\t511\t-\t-\t12345\t投诉\t0\t0\t1",
            "3\t2020-03-06 05:06:07\t坪山街道\t1\t六联社区\t11\t大类\t5\t中类\t51\t小类\t511\t乙局\t8\t12345\t投诉\t0\t1\t0");

        await using var scope = app.Services.CreateSystemScope("import");
        var services = scope.ServiceProvider;
        var report = await services.GetServices<IImport>().Single(i => i.What == "pingshan").RunAsync(new VerbCall(["pingshan", folder], TextWriter.Null), default);
        Directory.Delete(folder, recursive: true);
        Assert.Empty(report.Refused);

        var (db, units) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<IUnits>());
        Assert.Equal(["PS-1"], await db.Cases.Seen(db, new OfUnit(units.FindByCode("7")!.Id)).Select(c => c.Number).ToListAsync());
        Assert.Empty(await db.Cases.Seen(db, new OfUnit(units.FindByCode("8")!.Id)).ToListAsync());   // open: a clerk gives it out
        var settled = await db.Cases.SingleAsync(c => c.Number == "PS-1");
        var assignment = await db.Assignments.SingleAsync();
        Assert.Equal((settled.Id, settled.UnitId!.Value, (AssignmentOutcome?)AssignmentOutcome.Handled, settled.ClosedAt), (assignment.CaseId, assignment.UnitId, assignment.Outcome, assignment.EndedAt));
        Assert.Equal("7", Assert.Single(await services.GetRequiredService<DispatchLearning>().ConfirmedAsync(default)).Unit);
        Assert.Empty(await services.GetRequiredService<CategoryLearning>().ConfirmedAsync(default));
    }

    private static void Write(string folder, string file, params string[] lines) => File.WriteAllLines(Path.Combine(folder, file), lines);

    private sealed class OfUnit(Guid unit) : IAccess
    {
        public Actor Actor => new(ActorKind.Staff, null, "handler");
        public string? Division => "";
        public Guid? Unit => unit;
        public bool OwnUnitOnly => true;
        public bool May(string permission) => true;
    }
}

public sealed class ImportedCasesOnSqlite() : ImportedCasesTests("sqlite");

public sealed class ImportedCasesOnPostgres() : ImportedCasesTests("postgres");
