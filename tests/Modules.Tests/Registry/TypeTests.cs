using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Registry;
using Linli.Testing;

namespace Linli.Modules.Tests.Registry;

public abstract class TypeTests(string database) : RegistryTest(database)
{
    private const string Types = "/api/v1/registry/types";

    [Fact]
    public async Task A_district_keeps_a_register_of_its_own_without_code_by_page_and_files_records_in_it_at_once()
    {
        var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var code = NewCode();
        var made = await admin.SubmitAsync("/desk/registry/types/new", new() { ["NewCode"] = code, ["Form.Name"] = "共享单车停放点", ["Form.NameEn"] = "Shared e-bike parking", ["Form.Group"] = "Facilities" }, "save-type");
        Assert.Equal($"/desk/registry/types/{code}?saved=true", made.GoesTo());
        var field = await admin.SubmitAsync($"/desk/registry/types/{code}/fields/new", new()
        {
            ["NewKey"] = "spaces", ["Form.Name"] = "车位数", ["Form.Kind"] = "Number", ["Form.Class"] = "Public", ["Form.Required"] = "true", ["Form.Least"] = "1", ["Form.Most"] = "500",
        }, "save-field");
        Assert.Equal($"/desk/registry/types/{code}?saved=true", field.GoesTo());
        await admin.SubmitAsync($"/desk/registry/types/{code}/fields/new", new()
        {
            ["NewKey"] = "state", ["Form.Name"] = "秩序", ["Form.Kind"] = "Choice", ["Form.Class"] = "Public", ["Form.Counted"] = "true", ["Form.Choices"] = "good 整齐 | tidy\nbad 混乱 | messy",
        }, "save-field");

        var clerk = await ClerkAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync(Records, new { type = code, facts = new { name = "东门", spaces = "900" }, divisionCode = GridOf(Street), source = "visit" })).StatusCode);
        var record = await AddAsync(clerk, code, new { name = "东门停放点", spaces = "60", state = "混乱" });
        Assert.Equal("bad", record.Facts["state"]);
        Assert.Equal([record.Id.ToString()], await FoundAsync(clerk, $"type={code}&f[state]=bad"));
        Assert.Empty(await FoundAsync(clerk, $"type={code}&f[state]=good"));
        Assert.Contains("混乱", (await clerk.PageAsync($"/desk/registry/{record.Id}")).QuerySelector("main .facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_the_district_adds_to_people_is_there_beside_those_of_the_program()
    {
        var (admin, key) = (await App.SignInAsync(App.DemoUser(DemoRole.Admin)), NewCode());
        for (var tries = 0; tries < 5; tries++)   // other tests may change the same type meanwhile
        {
            var person = (await admin.GetFromJsonAsync<List<TypeDetails>>(Types, Platform.Texts.Json.Readable))!.Single(t => t.Code == "person");
            if ((await admin.PutAsJsonAsync($"{Types}/person/fields/{key}", new { name = "语言", kind = "text", @class = "internal", version = person.Version })).IsSuccessStatusCode) break;
        }
        var added = await AddAsync(await ClerkAsync(), "person", new Dictionary<string, string> { ["name"] = "字段测试", ["sex"] = "f", [key] = "粤语" });
        Assert.Equal(("粤语", "f", "字**"), (added.Facts[key], added.Facts["sex"], added.Facts["name"]));
    }

    [Theory]
    [InlineData("""{"name":"车位","kind":"text","class":"public"}""", "kind")]
    [InlineData("""{"name":"车位","kind":"number","class":"personal"}""", "class")]
    [InlineData("""{"name":"车位","kind":"number","class":"public","counted":true}""", "counted")]
    [InlineData("""{"name":"车位","kind":"number","class":"public","least":5,"most":1}""", "most")]
    [InlineData("""{"kind":"number","class":"public"}""", "name")]
    public async Task What_values_are_kept_by_is_not_changed_under_them(string change, string wrong)
    {
        var (admin, code) = (await App.SignInAsync(App.DemoUser(DemoRole.Admin)), NewCode());
        await SaveAsync(admin, $"{Types}/{code}", new { name = "测试类型", group = "general", active = true });
        await SaveAsync(admin, $"{Types}/{code}/fields/spaces", new { name = "车位", kind = "number", @class = "public", version = 1 });
        var command = JsonSerializer.Deserialize<Dictionary<string, object>>(change)!;
        command["version"] = 2;
        var refused = await admin.PutAsJsonAsync($"{Types}/{code}/fields/spaces", command);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(wrong, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task A_choice_that_records_may_hold_is_renamed_but_not_taken_away_and_a_stale_form_overwrites_nothing()
    {
        var (admin, code) = (await App.SignInAsync(App.DemoUser(DemoRole.Admin)), NewCode());
        await SaveAsync(admin, $"{Types}/{code}", new { name = "测试类型", group = "general", active = true });
        await SaveAsync(admin, $"{Types}/{code}/fields/state", new { name = "状态", kind = "choice", @class = "public", choices = "a 甲\nb 乙", version = 1 });
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PutAsJsonAsync($"{Types}/{code}/fields/state", new { name = "状态", kind = "choice", @class = "public", choices = "a 甲", version = 2 })).StatusCode);
        await SaveAsync(admin, $"{Types}/{code}/fields/state", new { name = "状态", kind = "choice", @class = "public", choices = "a 第一\nb 乙\nc 丙", version = 2 });
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PutAsJsonAsync($"{Types}/{code}", new { name = "迟到", group = "general", active = true, version = 1 })).StatusCode);
    }

    [Fact]
    public async Task Only_those_who_manage_types_do()
    {
        var clerk = await ClerkAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PutAsJsonAsync($"{Types}/person", new { name = "人", group = "population", active = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/desk/registry/types/person")).StatusCode);
    }

    private static async Task SaveAsync(HttpClient admin, string address, object command)
    {
        var answer = await admin.PutAsJsonAsync(address, command);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string NewCode() => "t" + Guid.CreateVersion7().ToString("N")[16..];
}

public sealed class TypeOnSqlite() : TypeTests("sqlite");

public sealed class TypeOnPostgres() : TypeTests("postgres");
