using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Linli.Cases;
using Linli.Cases.UploadTable;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Channels;

public abstract class UploadTests(string database) : DeskTest(database)
{
    private const string New = "/desk/uploads/new";

    private const string Csv = """
        工单编号,诉求内容,事发地点,联系电话,诉求人,紧急程度,备用
        G-1,路灯不亮,临溪区,10020000091,孙导入,紧急,x
        G-2,,某处,10020000092,周导入,一般,x
        G-3,"井盖松动，
        有响声",某处,123,吴导入,一般,x
        G-1,编号重复,某处,,,,x
        G-5,噪声扰民,某处,,,,x
        """;

    [Fact]
    public async Task Columns_are_guessed_rows_are_looked_at_then_filed_and_what_was_refused_can_be_mended()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var at = await SendAsync(clerk, code, CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(Csv), "十月工单.csv");
        var page = await clerk.PageAsync(at);
        Assert.Equal(["诉求内容", "工单编号", "", "事发地点", "诉求人", "联系电话", "", "紧急程度", "", "", ""], page.QuerySelectorAll("select[name^='Mapped.Columns']").OfType<IHtmlSelectElement>().Select(s => s.Value ?? ""));
        var rows = page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(5, rows.Count);
        Assert.Contains("可导入", rows[0], StringComparison.Ordinal);
        Assert.Contains("100****0091", rows[0], StringComparison.Ordinal);
        Assert.Contains("内容：请写下要反映的事", rows[1], StringComparison.Ordinal);
        Assert.Contains("电话：请填写 11 位手机号码", rows[2], StringComparison.Ordinal);
        Assert.Contains("外部编号：与前面的行编号相同", rows[3], StringComparison.Ordinal);
        Assert.DoesNotContain("10020000091", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await clerk.PageAsync(at + "?refused=true")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));

        Assert.Equal(at, (await clerk.SubmitAsync(at, page, [], "confirm")).GoesTo());
        var upload = await DoneAsync(at);
        Assert.Equal((2, 1, 2), (upload.Taken, upload.Existing, upload.Refused));
        var filed = await App.ReadAsync(db => db.Cases.AsNoTracking().Where(c => c.Channel == code).OrderBy(c => c.Number).ToListAsync());
        Assert.Equal([("路灯不亮", 2), ("噪声扰民", 4)], filed.Select(c => (c.Text, c.Level)));
        var name = (await App.ReadAsync(db => db.History.SingleAsync(h => h.CaseId == filed[0].Id))).ActorName;
        Assert.Equal(upload.ActorName, name);

        var done = await clerk.PageAsync(at);
        Assert.Contains("新增诉求 2 件，以前已有 1 件，未导入 2 行", done.Body!.TextContent, StringComparison.Ordinal);
        var refused = await clerk.GetStringAsync(done.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Contains("G-2,,某处,10020000092,周导入,一般,x,3,内容：请写下要反映的事", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("G-5", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SubmitAsync(at, page, [], "mapping")).StatusCode);

        var mended = await SendAsync(clerk, code, Encoding.UTF8.GetBytes(refused.Replace("G-2,,", "G-2,补上内容,", StringComparison.Ordinal)), "补.csv");
        await clerk.SubmitAsync(mended, [], "confirm");
        Assert.Equal(1, (await DoneAsync(mended)).Taken);
    }

    [Fact]
    public async Task A_person_corrects_the_columns_and_rows_without_keys_are_filed_once_however_often_it_is_confirmed()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var clerk = await ClerkAsync();
        var table = new StringBuilder("甲,乙\n");
        for (var i = 0; i < 250; i++) table.Append(System.Globalization.CultureInfo.InvariantCulture, $"楼 {i},第 {i} 处积水\n");
        var at = await SendAsync(clerk, code, Encoding.UTF8.GetBytes(table.ToString()), "无名列.csv");
        var page = await clerk.PageAsync(at);
        Assert.Null(page.QuerySelector("linli-confirm"));   // nothing can be filed without a text
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(at, page, [], "mapping")).StatusCode);
        Assert.Equal(at, (await clerk.SubmitAsync(at, page, new() { ["Mapped.Columns[text]"] = "乙", ["Mapped.Columns[place]"] = "甲" }, "mapping")).GoesTo());
        page = await clerk.PageAsync(at);
        Assert.Contains("共 250 行：可导入 250 行", page.Body!.TextContent, StringComparison.Ordinal);
        for (var i = 0; i < 3; i++) await clerk.SubmitAsync(at, page, [], "confirm");
        Assert.Equal((250, 0), (await DoneAsync(at) is var upload ? (upload.Taken + upload.Existing, upload.Refused) : default));
        Assert.Equal(250, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));
    }

    [Fact]
    public async Task A_run_that_was_broken_off_goes_on_and_files_no_row_twice()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var clerk = await ClerkAsync();
        var at = await SendAsync(clerk, code, Encoding.UTF8.GetBytes("内容\n一\n第一件事\n第二件事\n"), "断点.csv");
        var id = Guid.Parse(at.Split('/')[^1]);
        await using (var scope = App.Services.CreateSystemScope("test"))
        {
            // The rows were filed, and the program ended before it noted how far it was.
            var services = scope.ServiceProvider;
            var upload = await services.GetRequiredService<Platform.Data.AppDb>().Uploads.SingleAsync(u => u.Id == id);
            var rows = new UploadRows(upload, services.GetRequiredService<Platform.Secrets.FieldCipher>(), await services.GetRequiredService<Linli.Cases.Taxonomy.TaxonomyCache>().GetAsync(default));
            services.ActAs(new BorrowedAccess(new Actor(ActorKind.Staff, upload.ActorId, upload.ActorName), upload.DivisionCode));
            await services.GetRequiredService<Linli.Cases.ReceiveBatch.ReceiveBatchHandler>().HandleAsync([.. Enumerable.Range(0, upload.Rows).Select(rows.Report)], default);
        }
        await clerk.SubmitAsync(at, [], "confirm");
        var done = await DoneAsync(at);
        Assert.Equal((0, 2, 1), (done.Taken, done.Existing, done.Refused));
        Assert.Equal(2, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));
    }

    [Fact]
    public async Task An_excel_sheet_is_read_like_a_table()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var clerk = await ClerkAsync();
        var at = await SendAsync(clerk, code, Workbook(["诉求内容", "经度", "纬度"], ["电梯停运", "114.05", "22.54"], ["", "", ""], ["水管爆裂", "东边", ""]), "表.xlsx");
        var rows = (await clerk.PageAsync(at)).QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("经度：经纬度不对", rows[1], StringComparison.Ordinal);
        await clerk.SubmitAsync(at, [], "confirm");
        await DoneAsync(at);
        var filed = await App.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Channel == code));
        Assert.Equal(("电梯停运", 114.05), (filed.Text, filed.Longitude));
    }

    /// <summary>The least that Excel calls a workbook.</summary>
    private static byte[] Workbook(params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Put(zip, "[Content_Types].xml", $"{Head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Put(zip, "_rels/.rels", $"{Head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"{Head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Put(zip, "xl/workbook.xml", $"{Head}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            var cells = rows.Select((row, y) => $"<row r=\"{y + 1}\">{string.Concat(row.Select((value, x) => $"<c r=\"{(char)('A' + x)}{y + 1}\" t=\"inlineStr\"><is><t>{value}</t></is></c>"))}</row>");
            Put(zip, "xl/worksheets/sheet1.xml", $"{Head}<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(cells)}</sheetData></worksheet>");
        }
        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_in_plain_words()
    {
        using var clerk = await ClerkAsync();
        var photo = DemoPhoto.Draw(PhotoScene.Lamp, 1);
        foreach (var (file, words) in new[] { (photo, "读不出这个文件"), ("PK\u0003\u0004坏的"u8.ToArray(), "读不出这个文件"), ("只有列名\n"u8.ToArray(), "文件里没有数据行"), (Array.Empty<byte>(), "文件里没有数据行") })
        {
            var answer = await PostAsync(clerk, "web", file, "x.xlsx");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(words, (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Contains("文件太大", (await (await PostAsync(clerk, "web", Encoding.UTF8.GetBytes("内容\n" + string.Concat(Enumerable.Repeat("一件事\n", CreateUploadHandler.MostRows + 1))), "x.csv")).PageAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_of_another_street_sees_an_upload()
    {
        using var clerk = await ClerkAsync();
        var at = await SendAsync(clerk, "web", Encoding.UTF8.GetBytes("内容,姓名\n别的街道不能看,郑保密\n"), "保密.csv");
        using var other = await ClerkAsync(OtherStreet);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(at)).StatusCode);
        Assert.DoesNotContain("保密.csv", await other.GetStringAsync("/desk/uploads"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/uploads/{at.Split('/')[^1]}/refused.csv")).StatusCode);
        using var counter = await App.SignInAsync(App.DemoUser(DemoRole.Counter));
        Assert.Equal(HttpStatusCode.Forbidden, (await counter.GetAsync(New)).StatusCode);
    }

    private Task<Upload> DoneAsync(string at)
    {
        var id = Guid.Parse(at.Split('/')[^1]);
        return Soon.FindAsync(() => App.ReadAsync(db => db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.State == UploadState.Done)));
    }

    private static async Task<string> SendAsync(HttpClient clerk, string channel, byte[] file, string name)
    {
        var answer = await PostAsync(clerk, channel, file, name);
        Assert.True(answer.GoesTo() is not null, await answer.Content.ReadAsStringAsync());
        return answer.GoesTo()!;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient clerk, string channel, byte[] file, string name)
    {
        var page = await clerk.PageAsync(New);
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        form.Add(new StringContent(channel), "Form.Channel");
        form.Add(new ByteArrayContent(file), "Form.File", name);
        return await clerk.PostAsync(New, form);
    }
}

public sealed class UploadOnSqlite() : UploadTests("sqlite");

public sealed class UploadOnPostgres() : UploadTests("postgres");
