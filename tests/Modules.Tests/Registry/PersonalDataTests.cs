using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Registry;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Registry;

public abstract class PersonalDataTests(string database) : RegistryTest(database)
{
    private const string Name = "欧阳测试", Phone = "10020001234", Address = "翠湖社区春晓路8号春晓园3栋2单元501室", Health = "高血压";

    [Fact]
    public async Task Personal_values_are_masked_until_somebody_says_what_for_and_the_look_is_kept()
    {
        var (clerk, person) = await PersonAsync();
        Assert.Equal(("欧**", "100****1234"), (person.Facts["name"], person.Facts["phone"]));
        Assert.DoesNotContain("501", person.Address, StringComparison.Ordinal);
        var page = await (await clerk.GetAsync($"/desk/registry/{person.Id}")).Content.ReadAsStringAsync();
        foreach (var secret in new[] { Name, Phone, "501室", Health }) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"{Records}/{person.Id}/reveal", new { })).StatusCode);
        var shown = await (await clerk.PostAsJsonAsync($"{Records}/{person.Id}/reveal", new { purpose = "入户走访" })).Content.ReadFromJsonAsync<RevealedRecord>();
        Assert.Equal((Name, Phone, Address), (shown!.Facts["name"], shown.Facts["phone"], shown.Address));
        await using var scope = App.Services.CreateSystemScope("test");
        var look = await scope.ServiceProvider.GetRequiredService<AppDb>().RecordLooks.AsNoTracking().SingleAsync(l => l.RecordId == person.Id);
        Assert.Equal("入户走访", look.Purpose);
        Assert.Contains("phone", look.Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_personal_stands_in_the_database_in_plain_words()
    {
        var (_, person) = await PersonAsync();
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var states = await db.RecordStates.AsNoTracking().Where(s => s.RecordId == person.Id).ToListAsync();
        var record = await db.Records.AsNoTracking().SingleAsync(r => r.Id == person.Id);
        var row = RecordWords.RowOf(person.Id);
        var words = await db.RecordWords.AsNoTracking().SingleAsync(w => w.Rowid == row);
        var facets = string.Join(' ', await db.RecordFacets.AsNoTracking().Where(f => f.RecordId == person.Id).Select(f => f.Value).ToListAsync());
        var all = string.Join('\n', states.SelectMany(s => new[] { s.Facts, s.Masks, s.Address, Encoding.UTF8.GetString(s.Personal!), Encoding.UTF8.GetString(s.Sensitive!) }).Concat([record.Title, record.Address, words.Tokens, facets]));
        foreach (var secret in new[] { Name, "测试", Phone, "501", Health }) Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("start of the name")]
    [InlineData("phone")]
    [InlineData("id")]
    public async Task People_are_found_by_name_phone_and_identity_number_though_these_are_encrypted(string by)
    {
        var (clerk, name, id) = (await ClerkAsync(), "司徒" + (char)('一' + Random.Shared.Next(15_000)) + (char)('一' + Random.Shared.Next(15_000)), NewIdNumber());
        var phone = "1003" + Random.Shared.Next(10_000_000).ToString("0000000", CultureInfo.InvariantCulture);
        var person = await AddAsync(clerk, "person", new Dictionary<string, string> { ["name"] = name, ["phone"] = phone, ["id-number"] = id });
        var typed = by switch { "name" => name, "phone" => phone, "id" => id.ToLowerInvariant(), _ => name[..2] };
        Assert.Contains(person.Id.ToString(), await FoundAsync(clerk, $"type=person&q={typed}&division={GridOf(Street)}"));
        if (by == "name") Assert.Empty(await FoundAsync(clerk, $"type=person&q={name[2..]}&division={GridOf(Street)}"));   // half a name finds nobody
    }

    [Fact]
    public async Task A_form_that_shows_masks_leaves_personal_values_as_they_are_and_takes_away_only_what_was_ticked()
    {
        var (clerk, person) = await PersonAsync();
        var changed = await clerk.SubmitAsync($"/desk/registry/{person.Id}/change", new() { ["Values[alone]"] = "yes", ["Clear"] = "contact" }, "change-record");
        Assert.EndsWith("?done=change", changed.GoesTo(), StringComparison.Ordinal);
        var shown = await (await clerk.PostAsJsonAsync($"{Records}/{person.Id}/reveal", new { purpose = "入户走访" })).Content.ReadFromJsonAsync<RevealedRecord>();
        Assert.Equal((Name, Phone, Address), (shown!.Facts["name"], shown.Facts["phone"], shown.Address));
        Assert.DoesNotContain("contact", shown.Facts.Keys);
        Assert.Equal("yes", (await GetAsync(clerk, person.Id)).Facts["alone"]);
    }

    [Theory]
    [InlineData(DemoRole.Admin, "name:mask id-number:mask phone:mask sex:value contact:mask health:nothing hardship:nothing")]
    [InlineData(DemoRole.DistrictClerk, "name:shown id-number:shown phone:shown sex:value contact:mask health:nothing hardship:nothing")]
    [InlineData(DemoRole.StreetClerk, "name:shown id-number:shown phone:shown sex:value contact:shown health:nothing hardship:shown")]
    [InlineData(DemoRole.GridWorker, "name:shown id-number:shown phone:shown sex:value contact:shown health:shown hardship:shown")]
    [InlineData(DemoRole.Supervisor, "name:mask id-number:mask phone:mask sex:value contact:mask health:nothing hardship:nothing")]
    [InlineData(DemoRole.Handler, "forbidden")]
    public async Task What_a_role_sees_of_a_person(string role, string sights)
    {
        var account = SignIns.Plan.Accounts.First(a => a.Role == role && (a.DivisionCode.Length < Street.Length || a.DivisionCode.StartsWith(Street, StringComparison.Ordinal)));
        Assert.Equal(sights, await SeenAsync(await App.SignInAsync(account.UserName), GridOf(account.DivisionCode.Length > Street.Length ? account.DivisionCode : Street), sights));
    }

    [Theory]
    [InlineData(6, "name:shown sex:value contact:mask health:nothing hardship:nothing")]
    [InlineData(9, "name:shown sex:value contact:shown health:nothing hardship:shown")]
    [InlineData(12, "name:shown sex:value contact:shown health:shown hardship:shown")]
    [InlineData(15, "name:shown sex:value contact:shown health:shown hardship:nothing")]
    public async Task What_a_tier_sees_of_each_class_of_field_with_every_permission(int length, string sights)
    {
        var key = await App.ApiKeyAsync(GridOf(Street)[..length], "registry.see", "registry.reveal", "registry.reveal-sensitive");
        Assert.Equal(sights, await SeenAsync(key, GridOf(Street), sights));
    }

    [Theory]
    [InlineData("registry.see", "name:mask sex:value health:nothing")]
    [InlineData("registry.see registry.reveal", "name:shown sex:value health:nothing")]
    [InlineData("registry.see registry.reveal-sensitive", "name:mask sex:value health:mask")]
    [InlineData("registry.write", "forbidden")]
    public async Task What_each_permission_opens(string permissions, string sights) =>
        Assert.Equal(sights, await SeenAsync(await App.ApiKeyAsync(GridOf(Street)[..12], permissions.Split(' ')), GridOf(Street), sights));

    /// <summary>What somebody sees of the fields that are asked about.</summary>
    private async Task<string> SeenAsync(HttpClient who, string grid, string asked)
    {
        var (_, person) = await PersonAsync(grid);
        if ((await who.GetAsync($"{Records}/{person.Id}")).StatusCode is HttpStatusCode.Forbidden) return "forbidden";
        var seen = await GetAsync(who, person.Id);
        var revealed = await who.PostAsJsonAsync($"{Records}/{person.Id}/reveal", new { purpose = "核对权限" });
        var shown = revealed.IsSuccessStatusCode ? (await revealed.Content.ReadFromJsonAsync<RevealedRecord>())!.Facts : new Dictionary<string, string>();
        return string.Join(' ', asked.Split(' ').Select(s => s.Split(':')[0]).Select(field => $"{field}:{(shown.ContainsKey(field) ? "shown" : seen.Masked.Contains(field) ? "mask" : seen.Facts.ContainsKey(field) ? "value" : "nothing")}"));
    }

    [Fact]
    public async Task Nobody_writes_a_field_that_they_may_not_see_and_nobody_picks_people_by_what_they_may_not_see()
    {
        var (clerk, person) = await PersonAsync();
        var refused = await clerk.PostAsJsonAsync($"{Records}/{person.Id}/change", new { version = person.Version, facts = new { health = "良好" }, source = "visit" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("facts.health", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await FoundAsync(clerk, "type=person&f[born]=1950"));
    }

    /// <summary>A person with a value in a field of each class, and a street clerk.</summary>
    private async Task<(HttpClient Clerk, RecordDetails Person)> PersonAsync(string? grid = null)
    {
        var worker = await App.ApiKeyAsync(grid ?? GridOf(Street), "registry.see", "registry.write", "registry.reveal", "registry.reveal-sensitive");
        var added = await AddAsync(worker, "person", new Dictionary<string, string>
        {
            ["name"] = Name, ["phone"] = Phone, ["id-number"] = NewIdNumber(), ["born"] = "1950-05-06", ["sex"] = "f", ["contact"] = "10020009999", ["health"] = Health,
        }, grid, address: Address);
        var office = await App.ApiKeyAsync((grid ?? GridOf(Street))[..9], "registry.see", "registry.write", "registry.reveal", "registry.reveal-sensitive");
        return (await ClerkAsync(), await DoAsync(office, added.Id, "change", new { version = added.Version, facts = new { hardship = "低保边缘" }, source = "exchange" }));
    }
}

public sealed class PersonalDataOnSqlite() : PersonalDataTests("sqlite");

public sealed class PersonalDataOnPostgres() : PersonalDataTests("postgres");
