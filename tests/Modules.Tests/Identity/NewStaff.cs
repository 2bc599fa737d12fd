using Linli.Identity;
using Linli.Identity.Accounts;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Identity;

/// <summary>Accounts for tests that lock, close or change them: those of the demo district are shared.</summary>
internal static class NewStaff
{
    public const string Password = "right-Horse-7";
    private static readonly Lazy<string> Hash = new(() => new Passwords().Hash(Password));   // slow by design, so once
    private static int count;

    public static async Task<Account> HireAsync(this LinliApp app, string role = "viewer", string division = "990101", Action<Account>? change = null)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var account = new Account
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UtcNow),
            UserName = $"test{Interlocked.Increment(ref count)}",
            DisplayName = "测试员",
            DivisionCode = division,
            Roles = [role],
            PasswordHash = Hash.Value,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        change?.Invoke(account);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return account;
    }

    public static Task<HttpResponseMessage> TrySignInAsync(this HttpClient browser, Account account, string password = Password) =>
        browser.SubmitAsync("/sign-in", new() { ["Form.UserName"] = account.UserName, ["Form.Password"] = password });
}
