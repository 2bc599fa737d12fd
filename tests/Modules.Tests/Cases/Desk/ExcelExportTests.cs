using System.Net;
using Linli.Demo;
using Linli.Platform.Tables;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class ExcelExportTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task The_workbook_holds_what_the_list_and_its_csv_hold()
    {
        var mark = "标记" + Guid.CreateVersion7().ToString("N")[^12..];   // others file cases meanwhile
        await FileAsync(text: "路灯不亮 " + mark);
        var filed = await FileAsync(text: "=1+1 <路灯> & \"引号\" 一\u0001二 " + mark);
        var clerk = await ClerkAsync();
        var conditions = $"?status=all&q={mark}&sort=-received";
        var (workbook, csv) = (await TableAsync(clerk, "/api/v1/cases/export.xlsx" + conditions), await TableAsync(clerk, "/api/v1/cases/export.csv" + conditions));
        Assert.Equal(csv.Header, workbook.Header);
        Assert.Equal(2, workbook.Rows.Count);
        Assert.Equal(csv.Rows.Select(row => row[0]), workbook.Rows.Select(row => row[0]));
        Assert.StartsWith("=1+1 <路灯> & \"引号\"", workbook.Rows.Single(row => row[0] == filed.Number)[1], StringComparison.Ordinal);   // text, however it looks
    }

    [Fact]
    public async Task Only_who_may_export_gets_it_and_only_of_their_street()
    {
        var foreign = await FileAsync(OtherStreet);
        Assert.DoesNotContain((await TableAsync(await ClerkAsync(), "/api/v1/cases/export.xlsx?status=open")).Rows, row => row[0] == foreign.Number);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await App.SignInAsync(App.DemoUser(DemoRole.GridWorker))).GetAsync("/api/v1/cases/export.xlsx")).StatusCode);
    }

    private static async Task<UploadedTable> TableAsync(HttpClient who, string address)
    {
        var answer = await who.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(TableReader.Read(await answer.Content.ReadAsByteArrayAsync(), 100_000).Succeeded(out var table, out var problem), problem?.Code);
        return table;
    }
}

public sealed class ExcelExportOnSqlite() : ExcelExportTests("sqlite");

public sealed class ExcelExportOnPostgres() : ExcelExportTests("postgres");
