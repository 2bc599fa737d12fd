using Linli.Identity.Accounts;

namespace Linli.Modules.Tests.Identity;

public sealed class LockoutTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 15)]
    [InlineData(6, null)]
    [InlineData(10, 30)]
    [InlineData(15, 60)]
    [InlineData(500, 1440)]
    public void Every_fifth_failure_closes_the_account_for_longer(int failures, int? minutes) =>
        Assert.Equal(minutes is { } closed ? Now.AddMinutes(closed) : null, Lockout.After(failures, Now));

    [Theory]
    [InlineData("short-1", "identity.password-length")]
    [InlineData("my-WangMin-pass", "identity.password-is-name")]
    [InlineData("Password123", "identity.password-worst")]
    [InlineData("aaaaaaaaaabb", "identity.password-worst")]
    [InlineData("翠湖社区的路灯修好了", null)]
    public void Weak_passwords_are_refused(string password, string? why) =>
        Assert.Equal(why, Passwords.Weakness(password, "wangmin"));
}
