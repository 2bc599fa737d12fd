using System.Net;
using Linli.Demo;
using Linli.Identity;
using Linli.Identity.Keys;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Identity;

public abstract class ApiKeyTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task A_key_opens_what_its_scopes_name_and_nothing_else()
    {
        var client = await App.ApiKeyAsync("990101", IdentityPolicies.ManageUsers);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/users")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/keys")).StatusCode);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_ends_when_it_is_revoked()
    {
        var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var made = await admin.SubmitAsync("/desk/keys/new", new() { ["Form.Name"] = "热线平台", ["Form.DivisionCode"] = "990101", ["Form.Scopes"] = IdentityPolicies.ManageUsers });
        var key = (await made.PageAsync()).QuerySelector("main linli-copy input")!.GetAttribute("value")!;
        var client = Client(key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/users")).StatusCode);

        var list = await admin.PageAsync("/desk/keys");
        Assert.DoesNotContain(key, list.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var revoke = list.QuerySelectorAll("tr").Single(row => row.TextContent.Contains(key[..ApiKey.ShownLength], StringComparison.Ordinal)).QuerySelector("button[name=Revoked]")!;
        await admin.SubmitAsync("/desk/keys", list, new() { ["Revoked"] = revoke.GetAttribute("value") }, "keys");

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/desk/users")).StatusCode);
    }

    [Fact]
    public async Task An_expired_an_unknown_and_a_mangled_key_let_nobody_in()
    {
        var secret = ApiKey.Mark + Tokens.New();
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.ApiKeys.Add(new()
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UtcNow), Name = "old", Shown = secret[..8], Hash = Tokens.Hash(secret), DivisionCode = "990101",
            Scopes = [IdentityPolicies.ManageUsers], CreatedAt = DateTimeOffset.UtcNow.AddDays(-9), ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1),
        });
        await db.SaveChangesAsync();
        foreach (var key in (string[])[secret, ApiKey.Mark + Tokens.New(), "nonsense"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await Client(key).GetAsync("/desk/users")).StatusCode);
    }

    private HttpClient Client(string key)
    {
        var client = App.Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }
}

public sealed class ApiKeyOnSqlite() : ApiKeyTests("sqlite");

public sealed class ApiKeyOnPostgres() : ApiKeyTests("postgres");
