using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Linli.Cases.MakeBulletin;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Time;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class BulletinTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_bulletin_says_what_the_page_of_figures_says()
    {
        await FileAsync();
        var clerk = await ClerkAsync();
        var today = App.Services.GetRequiredService<SiteTime>().Date(DateTimeOffset.UtcNow);
        var week = Bulletin.WeekOf(today);
        var (id, total) = (Guid.Empty, await TotalAsync());
        for (var (tries, before) = (0, default(JsonElement)); tries == 0 || (tries < 10 && before.GetRawText() != total.GetRawText()); tries++)   // other tests work in the street, too
        {
            before = total;
            var made = await clerk.PostAsJsonAsync("/api/v1/bulletins", new { division = Street, day = today });
            Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
            (id, total) = (await made.Content.ReadFromJsonAsync<Guid>(), await TotalAsync());
        }
        var document = await PartAsync(await clerk.GetAsync($"/api/v1/bulletins/{id}.docx"), "word/document.xml");
        Assert.Contains($"本周收到诉求 {total.GetProperty("received").GetInt32().ToString("N0", CultureInfo.InvariantCulture)} 件", document, StringComparison.Ordinal);
        Assert.Contains($"其中已结案 {total.GetProperty("closed").GetInt32().ToString("N0", CultureInfo.InvariantCulture)} 件", document, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", document, StringComparison.Ordinal);
        var workbook = await PartAsync(await clerk.GetAsync($"/api/v1/bulletins/{id}.xlsx"), "xl/worksheets/sheet1.xml");
        Assert.Contains($"收到{total.GetProperty("received").GetInt32()}", workbook, StringComparison.Ordinal);

        async Task<JsonElement> TotalAsync() => (await JsonAsync(clerk, $"/api/v1/figures?division={Street}&from={Day(week)}&to={Day(week.AddDays(6))}")).GetProperty("total");
    }

    [Fact]
    public async Task A_district_makes_its_bulletins_of_its_own_template_until_it_goes_back_to_the_standard()
    {
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var page = await centre.PageAsync("/desk/bulletin-template");
        Assert.Contains("{{overdue.number}}", page.QuerySelector("main")!.TextContent);
        Assert.Contains("/desk/bulletin-template", (await centre.PageAsync("/desk/bulletins")).QuerySelector("main")!.InnerHtml);
        using var standard = new MemoryStream(await centre.GetByteArrayAsync("/api/v1/templates/Bulletin"));
        var own = WordTemplate.Fill(standard, new Dictionary<string, string> { ["division"] = "本区专用 {{division}}" });
        Assert.Equal(HttpStatusCode.Redirect, (await centre.SubmitAsync("/desk/bulletin-template", page, [], "save-Bulletin", ("File-Bulletin", own))).StatusCode);
        try
        {
            var id = await (await centre.PostAsJsonAsync("/api/v1/bulletins", new { division = Street })).Content.ReadFromJsonAsync<Guid>();
            var document = await PartAsync(await centre.GetAsync($"/api/v1/bulletins/{id}.docx"), "word/document.xml");
            Assert.Contains("本区专用 ", document, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", document, StringComparison.Ordinal);
        }
        finally
        {
            Assert.Equal("/desk/bulletin-template", (await centre.SubmitAsync("/desk/bulletin-template", [], "reset-Bulletin")).GoesTo());
        }
    }

    [Fact]
    public async Task A_clerk_makes_and_reads_bulletins_of_their_own_street_alone()
    {
        var clerk = await ClerkAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync("/api/v1/bulletins", new { division = OtherStreet })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync("/api/v1/bulletins", new { day = "2099-01-01" })).StatusCode);
        var other = await (await (await ClerkAsync(OtherStreet)).PostAsJsonAsync("/api/v1/bulletins", new { })).Content.ReadFromJsonAsync<Guid>();
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/api/v1/bulletins/{other}.docx")).StatusCode);
        Assert.DoesNotContain((await JsonAsync(clerk, "/api/v1/bulletins")).EnumerateArray(), b => b.GetProperty("id").GetGuid() == other);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await App.SignInAsync(App.DemoUser(DemoRole.Handler))).GetAsync("/api/v1/bulletins")).StatusCode);
    }

    [Fact]
    public async Task On_monday_the_district_and_every_street_get_the_bulletin_of_the_week_before_once()
    {
        await RunAsync();
        var before = await CountAsync();
        await RunAsync();
        Assert.Equal(before, await CountAsync());
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var page = await centre.PageAsync("/desk/bulletins");
        Assert.NotNull(page.QuerySelector("main a[href$='.docx']"));
        Assert.Equal(HttpStatusCode.Redirect, (await centre.SubmitAsync("/desk/bulletins", [], "bulletin")).StatusCode);
        Assert.Equal(before + 1, await CountAsync());   // on demand there is another
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private Task RunAsync() => App.RunJobAsync("cases.make-bulletins");

    /// <summary>Bulletins of the week before, of the whole district.</summary>
    private async Task<int> CountAsync()
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var week = scope.ServiceProvider.GetRequiredService<MakeBulletinHandler>().LastWeek;
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Bulletins.CountAsync(b => b.Week == week && b.DivisionCode == "990101");
    }

    private static async Task<string> PartAsync(HttpResponseMessage answer, string name)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        await using var part = await archive.GetEntry(name)!.OpenAsync();
        return XDocument.Load(part).Root!.Value;
    }
}

public sealed class BulletinOnSqlite() : BulletinTests("sqlite");

public sealed class BulletinOnPostgres() : BulletinTests("postgres");
