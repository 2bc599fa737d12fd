using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Linli.Cases;
using Linli.Cases.Open311;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Modules.Tests.Cases;

/// <summary>Open311 as its clients use it: words in addresses and forms, the key among them.</summary>
public abstract class Open311Tests(string database) : DeskTest(database)
{
    private const string Api = "/open311/v2", Trial = "/open311/test/v2", District = "990101";
    private static readonly DemoPlace Place = SignIns.Plan.Places.First(p => p.GridCode.StartsWith(Street, StringComparison.Ordinal));

    [Fact]
    public async Task Discovery_names_two_endpoints_without_a_final_slash_in_both_formats()
    {
        using var stranger = App.Stranger();
        var json = await stranger.GetFromJsonAsync<JsonElement>("/open311/discovery.json");
        Assert.Equal(["production", "test"], json.GetProperty("endpoints").EnumerateArray().Select(e => e.GetProperty("type").GetString()!));
        Assert.All(json.GetProperty("endpoints").EnumerateArray(), e => Assert.EndsWith("/v2", e.GetProperty("url").GetString(), StringComparison.Ordinal));
        Assert.All((string[])["contact", "key_service", "changeset"], field => Assert.NotEqual("", json.GetProperty(field).GetString()));
        var xml = XDocument.Parse(await stranger.GetStringAsync("/open311/discovery.xml")).Root!;
        Assert.Equal(["text/xml", "application/json"], xml.Element("endpoints")!.Elements("endpoint").First().Element("formats")!.Elements("format").Select(f => f.Value));
    }

    [Fact]
    public async Task Services_are_the_leaves_and_their_attributes_the_extra_questions_with_real_booleans_and_numbers()
    {
        var service = await ServiceAsync();
        using var stranger = App.Stranger();
        var listed = (await JsonAsync(stranger, $"{Api}/services.json")).EnumerateArray().Single(s => s.GetProperty("service_code").GetString() == service);
        Assert.True(listed.GetProperty("metadata").GetBoolean());
        var attributes = (await JsonAsync(stranger, $"{Api}/services/{service}.json")).GetProperty("attributes").EnumerateArray().ToList();
        Assert.Equal([("q1", "singlevaluelist", true, 1), ("q2", "number", false, 2)], attributes.Select(a => (a.GetProperty("code").GetString()!, a.GetProperty("datatype").GetString()!, a.GetProperty("required").GetBoolean(), a.GetProperty("order").GetInt32())));
        Assert.Equal(["yes", "no"], attributes[0].GetProperty("values").EnumerateArray().Select(v => v.GetProperty("key").GetString()!));
        var xml = XDocument.Parse(await stranger.GetStringAsync($"{Api}/services/{service}.xml")).Root!;
        Assert.Equal(["是", "否"], xml.Element("attributes")!.Elements("attribute").First().Element("values")!.Elements("value").Select(v => v.Element("name")!.Value));
    }

    [Fact]
    public async Task Two_slashes_are_one_and_what_is_not_there_is_said_as_an_array_of_code_and_description()
    {
        using var stranger = App.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/open311//v2//services.json")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"{stranger.BaseAddress}/open311/v2//requests.xml")).StatusCode);
        foreach (var (address, status) in ((string, int)[])
            [("services/nothing.json", 404), ("requests/nothing.json", 404), ("tokens/nothing.json", 404), ("nothing.json", 404), ("services.json?jurisdiction_id=dc.gov", 404), ("services.json?api_key=llk_wrong", 403),
             ("requests.json?start_date=soon", 400), ("requests.json?start_date=2026-01-01&end_date=2026-09-01", 400), ("requests.json?page=0", 400), ("requests.json?page=101", 400), ("requests.json?status=lost", 400)])
        {
            var answer = await stranger.GetAsync($"{Api}/{address}");
            Assert.Equal((address, status), (address, (int)answer.StatusCode));
            var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Single();
            Assert.Equal(status, error.GetProperty("code").GetInt32());
            Assert.NotEqual("", error.GetProperty("description").GetString());
        }
        var xml = XDocument.Parse(await (await stranger.GetAsync($"{Api}/requests/nothing.xml")).Content.ReadAsStringAsync()).Root!;
        Assert.Equal(("errors", "404"), (xml.Name.LocalName, xml.Element("error")!.Element("code")!.Value));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"{Api}/services.json?jurisdiction_id={District}")).StatusCode);
    }

    [Fact]
    public async Task A_posted_request_becomes_a_case_with_answers_and_reporter_and_its_token_finds_it()
    {
        var service = await ServiceAsync();
        var key = await KeyAsync(Street, CasesPolicies.Report);
        using var client = App.Stranger();
        var answer = await PostAsync(client, key, service, new() { ["attribute[q1]"] = "no", ["attribute[q2]"] = "3", ["last_name"] = "张", ["first_name"] = "三", ["phone"] = "100 2000 0088" });
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var posted = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Single();
        var id = posted.GetProperty("service_request_id").GetGuid();
        var filed = await NowAsync(id);
        Assert.Equal((service, "open311", "灯坏了"), (filed.CategoryCode, filed.Channel, filed.Text));
        Assert.Contains(filed.Number, posted.GetProperty("service_notice").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, await App.ReadAsync(db => db.Answers.CountAsync(a => a.CaseId == id)));
        Assert.Equal("100****0088", await App.ReadAsync(db => db.Reporters.Where(r => r.CaseId == id).Select(r => r.MaskedPhone).SingleAsync()));

        var token = posted.GetProperty("token").GetString();
        var found = (await JsonAsync(client, $"{Api}/tokens/{token}.json")).EnumerateArray().Single();
        Assert.Equal((id, token), (found.GetProperty("service_request_id").GetGuid(), found.GetProperty("token").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/r/{token}")).StatusCode);   // the reporter's own page
    }

    [Fact]
    public async Task Sent_again_with_the_same_token_even_at_once_it_is_the_same_case()
    {
        var service = await ServiceAsync();
        var (key, other) = (await KeyAsync(District, CasesPolicies.Report), await KeyAsync(District, CasesPolicies.Report));
        using var client = App.Stranger();
        Dictionary<string, string> fields = new() { ["attribute[q1]"] = "no", ["token"] = "from-our-queue-17" };
        var answers = await Task.WhenAll(PostAsync(client, key, service, fields), PostAsync(client, key, service, fields));
        var ids = await Task.WhenAll(answers.Append(await PostAsync(client, key, service, fields)).Select(IdAsync));
        Assert.Single(ids.Distinct());
        Assert.NotEqual(ids[0], await IdAsync(await PostAsync(client, other, service, fields)));   // another system's token is another token
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(client, key, service, new(fields) { ["description"] = "别的事" })).StatusCode);
        Assert.Equal(2, await App.ReadAsync(db => db.Cases.CountAsync(c => c.CategoryCode == service)));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_for_each_field_and_nothing_is_filed()
    {
        var service = await ServiceAsync();
        var key = await KeyAsync(Street, CasesPolicies.Report);
        using var client = App.Stranger();
        Assert.Equal(["缺少 service_code", "long 的内容不对"], await DescriptionsAsync(await PostAsync(client, key, "", new() { ["long"] = "east" }), 400));
        Assert.Equal(["缺少地点：请提供 lat 和 long，或 address_string"], await DescriptionsAsync(await PostAsync(client, key, service, new() { ["lat"] = "", ["long"] = "" }), 400));
        Assert.Equal(["没有类别 nothing"], await DescriptionsAsync(await PostAsync(client, key, "nothing", []), 404));
        Assert.Equal(["“有异味吗”还没有回答", "没有“q7”这个附加问题"], await DescriptionsAsync(await PostAsync(client, key, service, new() { ["attribute[q7]"] = "x" }), 400));
        Assert.Equal(["请拨打 119"], await DescriptionsAsync(await PostAsync(client, key, service, new() { ["attribute[q1]"] = "yes" }), 422));
        Assert.Equal(["请填写 11 位手机号码"], await DescriptionsAsync(await PostAsync(client, key, service, new() { ["attribute[q1]"] = "no", ["phone"] = "12" }), 400));
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.CategoryCode == service)));
    }

    [Fact]
    public async Task Nobody_posts_without_a_key_that_may_or_outside_its_divisions()
    {
        var service = await ServiceAsync();
        using var client = App.Stranger();
        Dictionary<string, string> fields = new() { ["attribute[q1]"] = "no" };
        foreach (var key in (string[])["", "llk_wrong", await KeyAsync(Street, CasesPolicies.See)])
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(client, key, service, fields)).StatusCode);
        var foreign = await KeyAsync(OtherStreet, CasesPolicies.Report);
        Assert.Equal(["地点不明，或不在此密钥的辖区内"], await DescriptionsAsync(await PostAsync(client, foreign, service, fields), 400));
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(clerk, "", service, fields)).StatusCode);   // a browser's sign-in is no key
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.CategoryCode == service)));
    }

    [Fact]
    public async Task The_test_endpoint_answers_alike_and_keeps_nothing()
    {
        var service = await ServiceAsync();
        var key = await KeyAsync(Street, CasesPolicies.Report);
        using var client = App.Stranger();
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(client, key, service, new() { ["attribute[q1]"] = "no", ["phone"] = "10020000089" }, Trial)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, key, service, [], Trial)).StatusCode);
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.CategoryCode == service)));
    }

    [Fact]
    public async Task The_public_reads_kind_state_and_grid_but_no_word_number_place_or_person()
    {
        var id = await PostedAsync(await ServiceAsync());
        using var stranger = App.Stranger();
        var text = await stranger.GetStringAsync($"{Api}/requests/{id}.json") + await stranger.GetStringAsync($"{Api}/requests.xml?service_request_id={id}") + await stranger.GetStringAsync($"{Api}/servicerequestupdates.json?service_request_id={id}");
        var filed = await NowAsync(id);
        foreach (var secret in (string[])["灯坏了", "门口第二根", "张三", "0020000088", filed.Number, filed.Longitude!.Value.ToString(CultureInfo.InvariantCulture)]) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        var shown = (await JsonAsync(stranger, $"{Api}/requests/{id}.json")).EnumerateArray().Single();
        var grid = App.Services.GetRequiredService<IDivisions>().Find(filed.DivisionCode)!;
        Assert.Equal((grid.Latitude, grid.Longitude), (shown.GetProperty("lat").GetDouble(), shown.GetProperty("long").GetDouble()));
        Assert.Equal(("open", filed.CategoryCode), (shown.GetProperty("status").GetString(), shown.GetProperty("service_code").GetString()));
        Assert.EndsWith("+08:00", shown.GetProperty("requested_datetime").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("description").ValueKind);
    }

    [Fact]
    public async Task A_key_reads_the_cases_of_its_divisions_as_filed_and_no_others()
    {
        var id = await PostedAsync(await ServiceAsync());
        using var client = App.Stranger();
        var own = (await JsonAsync(client, $"{Api}/requests/{id}.json?api_key={await KeyAsync(Street, CasesPolicies.See)}")).EnumerateArray().Single();
        Assert.Equal(("灯坏了", "门口第二根", Place.At.Lat), (own.GetProperty("description").GetString(), own.GetProperty("address").GetString(), own.GetProperty("lat").GetDouble()));
        var foreign = await KeyAsync(OtherStreet, CasesPolicies.See);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Api}/requests/{id}.json?api_key={foreign}")).StatusCode);
        Assert.Equal(0, (await JsonAsync(client, $"{Api}/requests.json?service_request_id={id}&api_key={foreign}")).GetArrayLength());
        Assert.Equal(0, (await JsonAsync(client, $"{Api}/servicerequestupdates.json?service_request_id={id}&api_key={foreign}")).GetArrayLength());
    }

    [Fact]
    public async Task Lists_are_narrowed_by_service_state_and_time_and_come_in_pages()
    {
        var service = await ServiceAsync();
        List<Guid> ids = [await PostedAsync(service), await PostedAsync(service), await PostedAsync(service)];
        await CloseAsync(ids[0]);
        using var client = App.Stranger();
        async Task<List<Guid>> ListAsync(string words) => [.. (await JsonAsync(client, $"{Api}/requests.json?service_code={service}&{words}")).EnumerateArray().Select(r => r.GetProperty("service_request_id").GetGuid())];
        Assert.Equal(Enumerable.Reverse(ids), await ListAsync(""));
        Assert.Equal([ids[2], ids[1]], await ListAsync("status=open"));
        Assert.Equal([ids[0]], await ListAsync("status=closed"));
        Assert.Equal([ids[2], ids[1]], await ListAsync("page_size=2"));
        Assert.Equal([ids[0]], await ListAsync("page_size=2&page=2"));
        var ago = DateTimeOffset.UtcNow.AddDays(-200);
        Assert.Empty(await ListAsync($"start_date={ago:yyyy-MM-dd'T'HH:mm:ss'Z'}"));   // ninety days from then on
        Assert.Empty(await ListAsync($"end_date={ago:yyyy-MM-dd}"));
        var since = (await NowAsync(ids[2])).ReceivedAt.AddMilliseconds(1);
        Assert.Equal([ids[0]], await ListAsync($"updated_after={since:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}"));
        Assert.Equal(3, (await ListAsync($"updated_before={DateTimeOffset.UtcNow.AddMinutes(1):yyyy-MM-dd'T'HH:mm:ss'Z'}")).Count);
    }

    [Fact]
    public async Task A_merged_case_shows_the_state_of_the_one_it_follows()
    {
        var service = await ServiceAsync();
        var (one, other) = (await PostedAsync(service), await PostedAsync(service));
        using var clerk = await App.ApiKeyAsync(District, CasesPolicies.Merge, CasesPolicies.Accept);
        await DoAsync(clerk, other, "merge", new { version = 1, with = one.ToString() });
        using var client = App.Stranger();
        async Task<int> CountAsync(string state) => (await JsonAsync(client, $"{Api}/requests.json?service_code={service}&status={state}")).GetArrayLength();
        Assert.Equal((2, 0), (await CountAsync("open"), await CountAsync("closed")));
        var (joined, master) = (await NowAsync(other)) is { MasterId: { } leads } ? (other, leads) : (one, other);
        await DoAsync(clerk, master, "decline", new { version = (await NowAsync(master)).Version, remark = "不属于受理范围" });
        Assert.Equal((0, 2), (await CountAsync("open"), await CountAsync("closed")));
        Assert.Equal("closed", (await JsonAsync(client, $"{Api}/requests/{joined}.json"))[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Of_a_private_category_the_public_reads_nothing()
    {
        var service = await ServiceAsync();
        var id = await PostedAsync(service);
        await using var scope = App.Services.CreateAsyncScope();   // nobody in particular
        async Task<int?> StatusAsync(params string[] secret) =>
            (await ActivatorUtilities.CreateInstance<RequestsHandler>(scope.ServiceProvider, Options.Create(new CasesOptions { PrivateCategories = secret })).OneAsync(id.ToString(), TestContext.Current.CancellationToken)).StatusCode;
        Assert.Equal([404, 404, 200], [await StatusAsync(service), await StatusAsync("0", service[..3]), await StatusAsync("0", service + "1")]);
    }

    [Fact]
    public async Task Updates_tell_what_happened_oldest_first_and_what_was_written_for_the_reporter_to_keys_alone()
    {
        var id = await PostedAsync(await ServiceAsync());
        using var clerk = await App.ApiKeyAsync(District, CasesPolicies.Accept, CasesPolicies.Reply);
        var accepted = await DoAsync(clerk, id, "accept", new { version = 1 });
        await DoAsync(clerk, id, "reply", new { version = accepted.Version, remark = "明天上午派人来看" });
        using var client = App.Stranger();
        var open = (await JsonAsync(client, $"{Api}/servicerequestupdates.json?service_request_id={id}")).EnumerateArray().ToList();
        Assert.Equal(3, open.Count);
        Assert.DoesNotContain("派人", open[2].GetProperty("description").GetString(), StringComparison.Ordinal);
        var known = (await JsonAsync(client, $"{Api}/servicerequestupdates.json?service_request_id={id}&api_key={await KeyAsync(Street, CasesPolicies.See)}")).EnumerateArray().ToList();
        Assert.Equal("明天上午派人来看", known[2].GetProperty("description").GetString());
        Assert.Equal(open.Select(u => u.GetProperty("update_id").GetGuid()), known.Select(u => u.GetProperty("update_id").GetGuid()));
        var xml = XDocument.Parse(await client.GetStringAsync($"{Api}/servicerequestupdates.xml?service_request_id={id}")).Root!;
        Assert.Equal(("service_request_updates", 3), (xml.Name.LocalName, xml.Elements("request_update").Count()));
        var last = DateTimeOffset.Parse(open[2].GetProperty("updated_datetime").GetString()!, CultureInfo.InvariantCulture);
        var later = (await JsonAsync(client, $"{Api}/servicerequestupdates.json?service_request_id={id}&start_date={Uri.EscapeDataString(last.AddSeconds(1).ToString("O"))}")).GetArrayLength();
        Assert.Equal(0, later);
    }

    [Fact]
    public async Task A_units_own_system_takes_its_case_and_reports_it_handled_each_update_once()
    {
        var filed = await FileAsync();
        using var clerk = await App.ApiKeyAsync(District, CasesPolicies.Accept, CasesPolicies.Dispatch, CasesPolicies.Classify);
        var accepted = await DoAsync(clerk, filed.Id, "accept", new { version = filed.Version });
        await DoAsync(clerk, filed.Id, "dispatch", new { version = accepted.Version, unitId = filed.UnitId });
        var key = await KeyAsync(Street, filed.UnitId, CasesPolicies.Handle);
        using var client = App.Stranger();
        Task<HttpResponseMessage> UpdateAsync(string shown, string update, string status, string root = Api) =>
            client.PostAsync($"{root}/servicerequestupdates.json", new FormUrlEncodedContent(new Dictionary<string, string> { ["api_key"] = shown, ["service_request_id"] = filed.Id.ToString(), ["update_id"] = update, ["status"] = status, ["description"] = "师傅" + update }));
        async Task<Guid> EntryAsync(HttpResponseMessage answer)
        {
            Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("update_id").GetGuid();
        }

        Assert.Equal(HttpStatusCode.NotFound, (await UpdateAsync(await KeyAsync(OtherStreet, filed.UnitId, CasesPolicies.Handle), "u6", "open")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await UpdateAsync(await KeyAsync(Street, CasesPolicies.Handle), "u7", "open")).StatusCode);   // not its unit
        Assert.Equal(HttpStatusCode.Forbidden, (await UpdateAsync(await KeyAsync(Street, CasesPolicies.See), "u8", "open")).StatusCode);
        await EntryAsync(await UpdateAsync(key, "u0", "open", Trial));
        Assert.Equal(CaseStatus.Dispatched, (await NowAsync(filed.Id)).Status);
        var taken = await EntryAsync(await UpdateAsync(key, "u1", "open"));
        Assert.Equal(taken, await EntryAsync(await UpdateAsync(key, "u1", "open")));
        Assert.Equal(CaseStatus.Handling, (await NowAsync(filed.Id)).Status);
        await EntryAsync(await UpdateAsync(key, "u2", "open"));
        await EntryAsync(await UpdateAsync(key, "u3", "closed"));
        Assert.Equal(CaseStatus.Handled, (await NowAsync(filed.Id)).Status);
        Assert.Equal([CaseAction.Take, CaseAction.Progress, CaseAction.Handle], await App.ReadAsync(db => db.History.Where(h => h.CaseId == filed.Id && h.Remark!.StartsWith("师傅")).OrderBy(h => h.Version).Select(h => h.Action).ToListAsync()));

        Assert.Equal(HttpStatusCode.Conflict, (await UpdateAsync(key, "u4", "closed")).StatusCode);   // it is handled
        Assert.Equal(HttpStatusCode.BadRequest, (await UpdateAsync(key, "u5", "lost")).StatusCode);
    }

    /// <summary>The npm client open311 0.0.12, which is older than this program, walks through everything it knows, in both formats.</summary>
    [Fact]
    public async Task An_existing_client_of_others_gets_along()
    {
        var service = await ServiceAsync(new { wording = "是否危险", kind = "yesNo", required = true }, new { wording = "有几处", kind = "number" });
        await using var node = App.Listening(out var address);
        var seen = await JourneyAsync(address, await KeyAsync(District, CasesPolicies.Report), service);
        foreach (var format in (string[])["json", "xml"])
        {
            var walk = seen.GetProperty(format);
            Assert.Equal(2, walk.GetProperty("discovery").GetProperty("endpoints").GetArrayLength());
            Assert.True(walk.GetProperty("services").GetInt32() > 100);
            Assert.Equal(service, walk.GetProperty("service").GetProperty("service_code").GetString());
            Assert.Equal("q2", walk.GetProperty("definition").GetProperty("attributes")[1].GetProperty("code").GetString());
            var id = walk.GetProperty("posted")[0].GetProperty("service_request_id").GetString();
            Assert.Equal(id, walk.GetProperty("token")[0].GetProperty("service_request_id").GetString());
            Assert.Equal((id, "open"), (walk.GetProperty("one")[0].GetProperty("service_request_id").GetString(), walk.GetProperty("one")[0].GetProperty("status").GetString()));
            Assert.Equal(id, walk.GetProperty("several")[0].GetProperty("service_request_id").GetString());
            Assert.True(walk.GetProperty("open").GetInt32() >= 1);
            Assert.Equal("true", walk.GetProperty("unknown").GetString());   // all it says of a refusal
        }
        Assert.True(seen.GetProperty("json").GetProperty("service").GetProperty("metadata").GetBoolean());
    }

    private static async Task<JsonElement> JourneyAsync(Uri address, string key, string service)
    {
        var folder = Path.Combine(Folder(), "Open311Client");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), "scripts/install clients installs the client.");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["journey.js", address.ToString().TrimEnd('/'), key, service, District]) start.ArgumentList.Add(word);
        using var node = Process.Start(start)!;
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await wrong);
        return JsonDocument.Parse(await said).RootElement;
    }

    /// <summary>The folder of the tests' sources.</summary>
    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..");

    private async Task<Guid> PostedAsync(string service)
    {
        using var client = App.Stranger();
        return await IdAsync(await PostAsync(client, await KeyAsync(Street, CasesPolicies.Report), service, new() { ["attribute[q1]"] = "no", ["address_string"] = "门口第二根", ["last_name"] = "张三", ["phone"] = "10020000088" }));
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string key, string service, Dictionary<string, string> fields, string root = Api) =>
        client.PostAsync($"{root}/requests.json", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["api_key"] = key, ["service_code"] = service, ["description"] = "灯坏了", ["lat"] = Place.At.Lat.ToString(CultureInfo.InvariantCulture), ["long"] = Place.At.Lon.ToString(CultureInfo.InvariantCulture),
        }.Where(f => !fields.ContainsKey(f.Key)).Concat(fields)));

    private static async Task<Guid> IdAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("service_request_id").GetGuid();
    }

    private static async Task<IEnumerable<string>> DescriptionsAsync(HttpResponseMessage answer, int status)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToList();
        Assert.All(errors, e => Assert.Equal(status, e.GetProperty("code").GetInt32()));
        return errors.Select(e => e.GetProperty("description").GetString()!);
    }

    private async Task<string> KeyAsync(string division, params string[] scopes) => await KeyAsync(division, null, scopes);

    private async Task<string> KeyAsync(string division, Guid? unit, params string[] scopes)
    {
        using var client = await App.ApiKeyAsync(division, unit, scopes);
        return client.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    private async Task CloseAsync(Guid id)
    {
        using var clerk = await App.ApiKeyAsync(District, CasesPolicies.Accept);
        await DoAsync(clerk, id, "decline", new { version = 1, remark = "不属于受理范围" });
    }

    /// <summary>A service of this test's own, with a question that must be answered and can stop, and one that hangs on it.</summary>
    private Task<string> ServiceAsync() =>
        ServiceAsync(new { wording = "有异味吗", kind = "yesNo", required = true, options = new[] { new { name = "是", stop = "请拨打 119" } } }, new { wording = "有几处", kind = "number", when = "q1=no" });

    private async Task<string> ServiceAsync(params object[] questions)
    {
        var code = "S" + Guid.CreateVersion7().ToString("N")[16..].ToUpperInvariant();
        await App.ReadAsync(async db =>
        {
            db.Add(new Category { Code = code, ParentCode = null, Level = 1, Name = "试接" + code, NameEn = "", Keywords = "", IsLeaf = true, Urgent = false });
            return await db.SaveChangesAsync();
        });
        App.Services.GetRequiredService<TaxonomyCache>().Forget();
        using var keeper = await App.ApiKeyAsync(District, CasesPolicies.ManageTaxonomy);
        foreach (var question in questions)
            Assert.Equal(HttpStatusCode.Created, (await keeper.PostAsJsonAsync($"/api/v1/taxonomy/{code}/questions", question)).StatusCode);
        return code;
    }
}

public sealed class Open311OnSqlite() : Open311Tests("sqlite");

public sealed class Open311OnPostgres() : Open311Tests("postgres");
