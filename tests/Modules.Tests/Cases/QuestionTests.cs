using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Linli.Cases;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class QuestionTests(string database) : DeskTest(database)
{
    private const string Stop = "请立即远离，并拨打 119";

    [Fact]
    public async Task A_question_is_added_changed_and_retired_on_the_page_of_its_category()
    {
        var category = await CategoryAsync();
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        await AddAsync(admin, category, "是否有异味", QuestionKind.YesNo, new() { ["Form.Options[0].Name"] = "是", ["Form.Options[0].Stop"] = Stop });
        await AddAsync(admin, category, "在几楼", QuestionKind.Number, new() { ["Form.When"] = "q1=no" });
        var page = await admin.PageAsync($"/desk/taxonomy/{category}");
        Assert.Contains(Stop, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var at = page.QuerySelectorAll("main a").Single(a => a.TextContent == "在几楼").GetAttribute("href")!;
        Assert.Equal("q1=no", (await admin.PageAsync(at)).QuerySelector("[name='Form.When'] option[selected]")!.GetAttribute("value"));
        Assert.Equal($"/desk/taxonomy/{category}", (await admin.SubmitAsync(at, new() { ["Form.Wording"] = "在第几层" }, "question")).GoesTo());
        Assert.Equal(["是否有异味", "在第几层"], (await AskedAsync(category)).Select(q => q.Wording));
        Assert.Equal(3, await App.ReadAsync(db => db.Questions.CountAsync(q => q.CategoryCode == category)));   // the former wording is kept

        var first = $"/desk/taxonomy/{category}/questions/q1";
        var needed = await admin.SubmitAsync(first, [], "remove");
        Assert.Equal(HttpStatusCode.Conflict, needed.StatusCode);   // 在第几层 hangs on it
        Assert.Equal($"/desk/taxonomy/{category}", (await admin.SubmitAsync(at, [], "remove")).GoesTo());
        Assert.Equal($"/desk/taxonomy/{category}", (await admin.SubmitAsync(first, [], "remove")).GoesTo());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(first)).StatusCode);
        Assert.Empty(await AskedAsync(category));
    }

    [Fact]
    public async Task What_makes_no_question_is_said_beside_the_field()
    {
        var category = await CategoryAsync();
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        async Task<string> ErrorAsync(Dictionary<string, string?> fields) =>
            (await (await admin.SubmitAsync($"/desk/taxonomy/{category}/questions/new", fields, "question")).PageAsync()).QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("请写下问题", await ErrorAsync(new() { ["Form.Wording"] = "", ["Form.Kind"] = "Text" }), StringComparison.Ordinal);
        Assert.Contains("至少要有两个选项", await ErrorAsync(new() { ["Form.Wording"] = "什么颜色", ["Form.Kind"] = "One", ["Form.Options[0].Name"] = "红" }), StringComparison.Ordinal);
        Assert.Contains("选项重名", await ErrorAsync(new() { ["Form.Wording"] = "什么颜色", ["Form.Kind"] = "One", ["Form.Options[0].Name"] = "红", ["Form.Options[1].Name"] = "红" }), StringComparison.Ordinal);
        Assert.Contains("只能是“是”或“否”", await ErrorAsync(new() { ["Form.Wording"] = "有没有", ["Form.Kind"] = "YesNo", ["Form.Options[0].Name"] = "也许", ["Form.Options[0].Stop"] = Stop }), StringComparison.Ordinal);
        Assert.Contains("前面没有可以这样回答的问题", await ErrorAsync(new() { ["Form.Wording"] = "几个", ["Form.Kind"] = "Number", ["Form.When"] = "q9=yes" }), StringComparison.Ordinal);
        Assert.Empty(await AskedAsync(category));
    }

    [Fact]
    public async Task Who_was_slower_is_told_and_only_who_keeps_the_taxonomy_changes_it()
    {
        var category = await CategoryAsync();
        using var keeper = await App.ApiKeyAsync("990101", CasesPolicies.ManageTaxonomy);
        var at = $"/api/v1/taxonomy/{category}/questions";
        var made = await JsonAsync(await keeper.PostAsJsonAsync(at, new { wording = "几盏灯", kind = "number" }));
        var change = new { wording = "有几盏灯", kind = "number", seen = made.GetProperty("seen").GetGuid() };
        Assert.Equal(HttpStatusCode.OK, (await keeper.PutAsJsonAsync(at + "/q1", change)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.PutAsJsonAsync(at + "/q1", change)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.DeleteAsync($"{at}/q1?seen={change.seen}")).StatusCode);
        using var reader = await App.ApiKeyAsync("990101", CasesPolicies.SeeTaxonomy);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync(at, new { wording = "不许问", kind = "text" })).StatusCode);
        using var clerk = await ClerkAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/desk/taxonomy/{category}/questions/q1")).StatusCode);
        Assert.Equal(["有几盏灯"], (await AskedAsync(category)).Select(q => q.Wording));
    }

    [Fact]
    public async Task A_report_over_the_api_brings_its_answers_and_the_case_keeps_the_words_it_was_asked_with()
    {
        var category = await AskingAsync();
        using var stranger = App.Stranger();
        var asked = await stranger.GetFromJsonAsync<JsonElement>($"/api/v1/cases/questions?category={category}");
        Assert.Equal(["q1", "q2", "q3"], asked.EnumerateArray().Select(q => q.GetProperty("code").GetString()!));

        using var key = await App.ApiKeyAsync("990101", CasesPolicies.Report, CasesPolicies.See, CasesPolicies.Export);
        var refused = await key.PostAsJsonAsync("/api/v1/cases", Report(category, new { q1 = new[] { "no" }, q2 = new[] { "很多" }, q9 = new[] { "x" } }));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal("“有几处”要填数字", errors.GetProperty("answers.q2")[0].GetString());
        Assert.Equal("没有“q9”这个附加问题", errors.GetProperty("answers.q9")[0].GetString());
        Assert.Contains("还没有回答", (await (await key.PostAsJsonAsync("/api/v1/cases", Report(category, new { }))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("answers.q1")[0].GetString(), StringComparison.Ordinal);

        var filed = await JsonAsync(await key.PostAsJsonAsync("/api/v1/cases", Report(category, new { q1 = new[] { "no" }, q2 = new[] { "3.0" }, q3 = new[] { "蓝", "红" } })));
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        await admin.SubmitAsync($"/desk/taxonomy/{category}/questions/q2", new() { ["Form.Wording"] = "后来改了的问法" }, "question");
        var id = filed.GetProperty("id").GetGuid();
        var answers = (await JsonAsync(key, $"/api/v1/cases/{id}")).GetProperty("answers").EnumerateArray().Select(a => (a.GetProperty("question").GetString()!, string.Join('+', a.GetProperty("given").EnumerateArray())));
        Assert.Equal([("是否有异味", "no"), ("有几处", "3"), ("什么颜色", "红+蓝")], answers);
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var facts = (await clerk.PageAsync($"/desk/cases/{id}")).QuerySelector("main .facts")!.TextContent;
        Assert.Contains("有几处", facts, StringComparison.Ordinal);
        Assert.Contains("红、蓝", facts, StringComparison.Ordinal);
        Assert.Contains("是否有异味：否；有几处：3；什么颜色：红、蓝", await key.GetStringAsync($"/api/v1/cases/export.csv?status=all&category={category}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_stops_files_nothing_and_says_whom_to_call()
    {
        var category = await AskingAsync();
        using var stranger = App.Stranger();
        var answer = await stranger.PostAsJsonAsync("/api/v1/reports", Report(category, new { q1 = new[] { "yes" } }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(Stop, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("words").GetString());

        var form = await StepAsync(stranger, category, "闻到怪味");
        var page = await (await stranger.SubmitAsync("/", form, new() { ["answers[q1]"] = "yes" }, "report")).PageAsync();
        var told = page.QuerySelector(".error-summary")!;
        Assert.Contains(Stop, told.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:119", told.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("闻到怪味", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.CategoryCode == category)));
    }

    [Fact]
    public async Task Who_sends_no_answers_is_not_held_up()
    {
        var category = await AskingAsync();
        using var stranger = App.Stranger();
        Assert.Equal(HttpStatusCode.Created, (await stranger.PostAsJsonAsync("/api/v1/reports", new { text = "什么都不答", categoryCode = category })).StatusCode);
    }

    [Fact]
    public async Task Without_script_the_questions_are_a_second_step_in_which_nothing_is_lost()
    {
        var category = await AskingAsync();
        using var browser = App.Stranger();
        var form = await StepAsync(browser, category, "楼道里有怪味");
        Assert.Equal("楼道里有怪味", form.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.CategoryCode == category)));

        var missing = await (await browser.SubmitAsync("/", form, new() { ["answers[q2]"] = "两三处" }, "report")).PageAsync();
        Assert.Equal("两三处", missing.QuerySelector("[name='answers[q2]']")!.GetAttribute("value"));
        Assert.NotNull(missing.QuerySelector("#answers-q1-error"));
        var wrong = await (await browser.SubmitAsync("/", missing, new() { ["answers[q1]"] = "no" }, "report")).PageAsync();
        Assert.NotNull(wrong.QuerySelector("#answers-q2-error"));
        Assert.True(wrong.QuerySelector("[name='answers[q1]'][value=no]")!.HasAttribute("checked"));
        var filed = await browser.SubmitAsync("/", wrong, new() { ["answers[q2]"] = "3" }, "report");
        Assert.EndsWith("/receipt", filed.GoesTo(), StringComparison.Ordinal);
        Assert.Equal(2, (await GivenAsync(category)).Count);
    }

    [Fact]
    public async Task Answers_are_kept_on_the_form_whatever_else_is_wrong_with_it()
    {
        var category = await AskingAsync();
        using var browser = App.Stranger();
        var form = await StepAsync(browser, category, "楼道里有怪味");
        var again = await (await browser.SubmitAsync("/", form, new() { ["Form.Text"] = "", ["answers[q1]"] = "no", ["answers[q3]"] = "蓝" }, "report")).PageAsync();
        Assert.NotNull(again.QuerySelector("#Text-error"));
        Assert.True(again.QuerySelector("[name='answers[q1]'][value=no]")!.HasAttribute("checked"));
        Assert.True(again.QuerySelector("[name='answers[q3]'][value=蓝]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Of_a_category_that_the_program_guessed_nothing_must_be_answered()
    {
        var category = await CategoryAsync("独角兽脱缰 麒麟跑丢");
        using var keeper = await App.ApiKeyAsync("990101", CasesPolicies.ManageTaxonomy);
        await AskAsync(keeper, category, new { wording = "跑了几只", kind = "number", required = true });
        using var browser = App.Stranger();
        var form = await (await browser.SubmitAsync("/", new() { ["Form.Text"] = "独角兽脱缰，麒麟跑丢" }, "report")).PageAsync();
        Assert.Equal(category, form.QuerySelector("[name=Asked]")!.GetAttribute("value"));
        Assert.EndsWith("/receipt", (await browser.SubmitAsync("/", form, [], "report")).GoesTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_counter_the_same_is_asked_and_kept()
    {
        var category = await AskingAsync();
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Dictionary<string, string?> fields = new() { ["Form.Text"] = "来电反映怪味", ["Form.CategoryCode"] = category };
        var form = await (await clerk.SubmitAsync("/desk/report", fields, "register")).PageAsync();
        Assert.Equal(category, form.QuerySelector("[name=Asked]")!.GetAttribute("value"));
        var filed = await clerk.SubmitAsync("/desk/report", form, new() { ["answers[q1]"] = "no" }, "register");
        Assert.StartsWith("/desk/report?filed=", filed.GoesTo(), StringComparison.Ordinal);
        Assert.Single(await GivenAsync(category));
    }

    [Fact]
    public async Task A_form_with_photos_brings_its_answers_too()
    {
        var category = await AskingAsync();
        using var stranger = App.Stranger();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("带照片和回答"), "text" }, { new StringContent(category), "categoryCode" }, { new StringContent("no"), "answers[q1]" },
            { new StringContent("红"), "answers[q3][]" }, { new StringContent("蓝"), "answers[q3][]" }, { new ByteArrayContent(DemoPhoto.Draw(PhotoScene.Lamp, 1)), "photo", "photo.png" },
        };
        var answer = await stranger.PostAsync("/api/v1/reports", form);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        Assert.Equal(["[\"no\"]", "[\"红\",\"蓝\"]"], await GivenAsync(category));
    }

    [Fact]
    public async Task The_fields_come_alone_for_the_page_that_is_being_filled_in()
    {
        var category = await AskingAsync();
        using var stranger = App.Stranger();
        var fields = await stranger.PageAsync($"/report/questions?category={category}&chosen=true");
        Assert.Equal(["q1", "q2", "q3"], fields.QuerySelectorAll("[name^='answers[']").Select(f => f.GetAttribute("name")![8..^1]).Distinct());
        Assert.Equal("answers[q1]=yes", fields.QuerySelector("[data-shown-when][hidden]")!.GetAttribute("data-shown-when"));
        Assert.Equal("answers[q1]=no", fields.QuerySelector("[data-shown-when='answers[q1]=no']")!.GetAttribute("data-shown-when"));
        Assert.Empty((await stranger.PageAsync("/report/questions?category=no-such")).QuerySelectorAll("fieldset"));
    }

    private static object Report(string category, object answers) => new { text = "楼道里有怪味", categoryCode = category, answers };

    /// <summary>The report form with the questions of a category that the reporter chose.</summary>
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> StepAsync(HttpClient browser, string category, string words)
    {
        var answer = await browser.SubmitAsync("/", new() { ["Form.Text"] = words, ["Form.CategoryCode"] = category }, "report");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(category, page.QuerySelector("[name=Asked]")!.GetAttribute("value"));
        return page;
    }

    /// <summary>A category with three questions: one that must be answered and can stop, a number after a no, and several colours.</summary>
    private async Task<string> AskingAsync()
    {
        var category = await CategoryAsync();
        using var keeper = await App.ApiKeyAsync("990101", CasesPolicies.ManageTaxonomy);
        await AskAsync(keeper, category, new { wording = "是否有异味", kind = "yesNo", required = true, options = new[] { new { name = "是", stop = Stop } } });
        await AskAsync(keeper, category, new { wording = "有几处", kind = "number", when = "q1=no" });
        await AskAsync(keeper, category, new { wording = "什么颜色", kind = "several", options = new[] { new { name = "红" }, new { name = "蓝" } } });
        return category;
    }

    private static async Task<JsonElement> AskAsync(HttpClient keeper, string category, object question) => await JsonAsync(await keeper.PostAsJsonAsync($"/api/v1/taxonomy/{category}/questions", question));

    private static async Task AddAsync(HttpClient admin, string category, string wording, QuestionKind kind, Dictionary<string, string?> fields)
    {
        var answer = await admin.SubmitAsync($"/desk/taxonomy/{category}/questions/new", new(fields) { ["Form.Wording"] = wording, ["Form.Kind"] = kind.ToString() }, "question");
        Assert.Equal($"/desk/taxonomy/{category}", answer.GoesTo());
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A category of this test's own.</summary>
    private async Task<string> CategoryAsync(string keywords = "")
    {
        var code = "Q" + Guid.CreateVersion7().ToString("N")[16..].ToUpperInvariant();
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new Category { Code = code, ParentCode = null, Level = 1, Name = "试问" + code, NameEn = "", Keywords = keywords, IsLeaf = true, Urgent = false });
        await db.SaveChangesAsync();
        App.Services.GetRequiredService<TaxonomyCache>().Forget();
        return code;
    }

    /// <summary>What was answered in the cases of a category.</summary>
    private Task<List<string>> GivenAsync(string category) =>
        App.ReadAsync(db => db.Answers.Join(db.Cases.Where(c => c.CategoryCode == category), a => a.CaseId, c => c.Id, (a, _) => a.Given).OrderBy(given => given).ToListAsync());

    private ValueTask<TaxonomySnapshot> TreeAsync() => App.Services.GetRequiredService<TaxonomyCache>().GetAsync(TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<Question>> AskedAsync(string category) => (await TreeAsync()).QuestionsOf(category);
}

public sealed class QuestionsOnSqlite() : QuestionTests("sqlite");

public sealed class QuestionsOnPostgres() : QuestionTests("postgres");
