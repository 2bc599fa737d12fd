using System.Net;
using Linli.Contracts.Identity;
using Linli.Identity;
using Linli.Identity.ConfirmPhone;
using Linli.Identity.Residents;
using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Identity;

public abstract class ResidentTests(string database) : ModuleTest(database)
{
    private static int count;
    private readonly string phone = $"100{Interlocked.Increment(ref count):D8}";

    [Fact]
    public async Task A_resident_signs_in_by_the_code_that_came_to_the_phone()
    {
        var browser = App.Stranger();
        var attempt = await SendAsync(browser);
        var done = await browser.SubmitAsync(attempt, new() { ["Form.Code"] = await CodeAsync() });
        Assert.Equal("/about", done.GoesTo());
        Assert.StartsWith("/sign-in?", (await browser.GetAsync("/desk/me")).GoesTo(), StringComparison.Ordinal);   // a resident is no member of staff

        await using var scope = App.Services.CreateSystemScope("test");
        var session = await scope.ServiceProvider.GetRequiredService<AppDb>().Sessions.OrderByDescending(s => s.CreatedAt).FirstAsync(s => s.Kind == ActorKind.Resident);
        Assert.NotNull(await scope.ServiceProvider.GetRequiredService<IResidents>().PhoneAsync(session.OwnerId, default));
    }

    [Fact]
    public async Task A_code_works_once_and_five_wrong_ones_use_it_up()
    {
        var browser = App.Stranger();
        var attempt = await SendAsync(browser);
        var code = await CodeAsync();
        var wrong = code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(attempt, new() { ["Form.Code"] = wrong })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(attempt, new() { ["Form.Code"] = code })).StatusCode);
    }

    [Fact]
    public async Task A_phone_gets_one_code_a_minute()
    {
        var browser = App.Stranger();
        await SendAsync(browser);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SubmitAsync("/me/sign-in", new() { ["Form.Phone"] = phone })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync("/me/sign-in", new() { ["Form.Phone"] = "12345" })).StatusCode);
    }

    [Fact]
    public async Task A_phone_confirmed_many_times_at_once_is_one_resident()
    {
        Guid[] attempts = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()))];
        byte[] fingerprint;
        await using (var scope = App.Services.CreateSystemScope("test"))
        {
            var (db, cipher, directory) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<FieldCipher>(), scope.ServiceProvider.GetRequiredService<ResidentDirectory>());
            fingerprint = directory.Fingerprint(phone);
            db.AddRange(attempts.Select(id => new PhoneCode
            {
                Id = id, Phone = directory.Seal(phone), PhoneFingerprint = fingerprint, CodeFingerprint = cipher.Fingerprint("123456", PhoneCode.Purpose(id)), CreatedAt = TimeProvider.System.GetUtcNow(),
            }));
            await db.SaveChangesAsync();
        }
        var sessions = await Task.WhenAll(attempts.Select(ConfirmAsync));
        Assert.Single(sessions.Select(session => session.OwnerId).Distinct());

        async Task<Session> ConfirmAsync(Guid attempt)
        {
            await using var scope = App.Services.CreateSystemScope("test");
            var confirmed = await scope.ServiceProvider.GetRequiredService<ConfirmPhoneHandler>().Handle(attempt, new() { Code = "123456" }, new Origin("10.0.0.1", "10.0.0.*", ""), default);
            Assert.True(confirmed.Succeeded(out var session, out var problem), problem?.Code);
            return session;
        }
    }

    private async Task<string> SendAsync(HttpClient browser)
    {
        var sent = await browser.SubmitAsync("/me/sign-in?returnUrl=%2Fabout", new() { ["Form.Phone"] = phone });
        return sent.GoesTo()!;
    }

    private async Task<string> CodeAsync()
    {
        var outbox = await App.Stranger().PageAsync("/demo/outbox");
        var line = outbox.QuerySelectorAll("tbody tr").First(row => row.TextContent.Contains(phone, StringComparison.Ordinal));
        var text = line.TextContent;
        return text[(text.IndexOf("验证码", StringComparison.Ordinal) + 4)..][..6];
    }
}

public sealed class ResidentOnSqlite() : ResidentTests("sqlite");

public sealed class ResidentOnPostgres() : ResidentTests("postgres");
