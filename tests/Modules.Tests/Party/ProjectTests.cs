using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Modules.Tests.Party;

public abstract class ProjectTests(string database) : ModuleTest(database)
{
    private const string Street = "990101002", Other = "990101006";

    private Task<HttpClient> ClerkAsync(string division = Street) => App.ApiKeyAsync(division, "party.see", "party.manage");

    private static async Task<Guid> SaveAsync(HttpClient clerk, string what, object command)
    {
        var answer = await clerk.PostAsJsonAsync("/api/v1/party/" + what, command);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<Guid>();
    }

    private static async Task<(Guid Id, string Name)> LeadAsync(HttpClient clerk)
    {
        var lead = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/party/organisations?kind=GeneralBranch")).GetProperty("items")[0];
        return (lead.GetProperty("id").GetGuid(), lead.GetProperty("name").GetString()!);
    }

    [Fact]
    public async Task A_project_answers_a_need_and_goes_from_draft_to_done_with_its_history()
    {
        var clerk = await ClerkAsync();
        var (lead, name) = await LeadAsync(clerk);
        var need = await SaveAsync(clerk, "entries", new { kind = "Need", title = "缺少晾衣架", owner = "翠湖花园居民", divisionCode = Street });
        var project = await SaveAsync(clerk, "projects", new { title = "共享晾衣架", divisionCode = Street, leadId = lead, partners = $"{name}\n城投公司\n城投公司", needId = need });
        Task<HttpResponseMessage> MoveAsync(int version, string to, string? remark = null, int? peopleServed = null) =>
            clerk.PostAsJsonAsync($"/api/v1/party/projects/{project}/move", new { version, to, remark, peopleServed });

        var illegal = await MoveAsync(1, "Done", "做好了", 10);
        Assert.Equal(HttpStatusCode.Conflict, illegal.StatusCode);
        Assert.Equal(["agreed", "givenUp"], (await illegal.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("may").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await MoveAsync(1, "Agreed")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await MoveAsync(1, "Running")).StatusCode);   // stale
        Assert.Equal(HttpStatusCode.NoContent, (await MoveAsync(2, "Running")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await MoveAsync(3, "Done", "装好十二处")).StatusCode);   // for how many?
        Assert.Equal(HttpStatusCode.BadRequest, (await MoveAsync(3, "GivenUp")).StatusCode);   // why?
        Assert.Equal(HttpStatusCode.NoContent, (await MoveAsync(3, "Done", "装好十二处", 340)).StatusCode);

        var detail = await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/party/projects/{project}");
        Assert.Equal(["draft", "agreed", "running", "done"], detail.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("state").GetString()));
        Assert.Equal(("装好十二处", 340, "缺少晾衣架"), (detail.GetProperty("result").GetString(), detail.GetProperty("peopleServed").GetInt32(), detail.GetProperty("need").GetString()));
        Assert.Equal([(name, true), ("城投公司", false)], detail.GetProperty("partners").EnumerateArray().Select(p => (p.GetProperty("name").GetString(), p.TryGetProperty("organisationId", out _))));
        Assert.Equal("party.project-over", (await (await clerk.PostAsJsonAsync("/api/v1/party/projects", new { id = project, version = 4, title = "改名", divisionCode = Street, leadId = lead })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(1, (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/party/entries?kind=Need")).EnumerateArray().Single(e => e.GetProperty("id").GetGuid() == need).GetProperty("projects").GetInt32());
    }

    [Fact]
    public async Task Another_street_sees_neither_projects_nor_lists_and_cannot_change_them()
    {
        var (clerk, foreign) = (await ClerkAsync(), await ClerkAsync(Other));
        var (lead, _) = await LeadAsync(clerk);
        var need = await SaveAsync(clerk, "entries", new { kind = "Need", title = "只此一街的需求", owner = "居民", divisionCode = Street });
        var project = await SaveAsync(clerk, "projects", new { title = "只此一街的项目", divisionCode = Street, leadId = lead });
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/api/v1/party/projects/{project}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/party/projects/{project}/move", new { version = 1, to = "Agreed" })).StatusCode);
        Assert.DoesNotContain("只此一街", await foreign.GetStringAsync("/api/v1/party/projects?q=只此"), StringComparison.Ordinal);
        Assert.DoesNotContain("只此一街", await foreign.GetStringAsync("/api/v1/party/entries?kind=Need"), StringComparison.Ordinal);
        var (theirs, _) = await LeadAsync(foreign);
        foreach (var command in new object[] { new { title = "借用", divisionCode = Other, leadId = lead }, new { title = "借用", divisionCode = Other, leadId = theirs, needId = need }, new { title = "越界", divisionCode = Street, leadId = theirs } })
            Assert.Equal(HttpStatusCode.BadRequest, (await foreign.PostAsJsonAsync("/api/v1/party/projects", command)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync("/api/v1/party/entries", new { id = need, version = 1, kind = "Need", title = "改", owner = "改", divisionCode = Other })).StatusCode);
    }

    [Fact]
    public async Task On_the_pages_a_clerk_keeps_the_lists_and_moves_a_project_without_script()
    {
        var clerk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, Street));
        var list = await clerk.PageAsync("/desk/party/resources");
        Assert.Equal("/desk/party/resources", (await clerk.SubmitAsync("/desk/party/resources", list, new() { ["Form.Title"] = "会议室可借用", ["Form.Owner"] = "银行支部", ["Form.DivisionCode"] = Street }, "entry")).GoesTo()!.Split('?')[0]);
        Assert.Contains("会议室可借用", (await clerk.PageAsync("/desk/party/resources")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("会议室可借用", (await clerk.PageAsync("/desk/party/needs")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var blank = await clerk.PageAsync("/desk/party/projects/new");
        var lead = blank.QuerySelectorAll("#LeadId option").First(o => o.GetAttribute("value") is { Length: > 0 }).GetAttribute("value");
        var address = (await clerk.SubmitAsync("/desk/party/projects/new", blank, new() { ["Form.Title"] = "网页共建", ["Form.DivisionCode"] = Street, ["Form.LeadId"] = lead })).GoesTo()!.Split('?')[0];
        var page = await clerk.PageAsync(address);
        Assert.NotNull((await clerk.SubmitAsync(address, page, new() { ["Form.To"] = "Agreed" }, "move")).GoesTo());
        Assert.Contains("已约定", (await clerk.PageAsync(address)).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("网页共建", (await clerk.PageAsync("/desk/party/projects?state=Agreed")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("网页共建", (await clerk.PageAsync("/desk/party/projects?state=Draft")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

public sealed class ProjectsOnSqlite() : ProjectTests("sqlite");

public sealed class ProjectsOnPostgres() : ProjectTests("postgres");
