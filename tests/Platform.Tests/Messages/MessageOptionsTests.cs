using System.ComponentModel.DataAnnotations;
using Linli.Platform.Messages;
using Linli.Platform.Time;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Tests.Messages;

public sealed class MessageOptionsTests
{
    [Fact]
    public void A_gateway_or_mail_server_that_cannot_work_is_named_at_start_by_its_setting()
    {
        var options = new MessageOptions { Sms = new() { Url = "ftp://x", Method = "GET", Body = "{phone}" }, Email = new() { Host = "mail.example.cn", From = "not an address", UserName = "linli", Port = 0 } };
        var faults = options.Validate(new ValidationContext(options)).Select(f => f.ErrorMessage!.Split(' ')[0]).ToList();
        foreach (var setting in (string[])["Sms:Url", "Sms:Body", "Email:Port", "Email:From", "Email:UserName"]) Assert.Contains($"Linli:Messages:{setting}", faults);
        Assert.Empty(new MessageOptions
        {
            Sms = new() { Url = "https://gateway.example.cn/send?to={phone}&text={text}", Method = "GET" },
            Email = new() { Host = "mail.example.cn", From = "tell@example.cn" },
        }.Validate(new ValidationContext(options)));
    }

    [Theory]
    [InlineData("2026-05-04T12:59:00Z", "2026-05-04T12:59:00Z")]   // 20:59
    [InlineData("2026-05-04T13:00:00Z", "2026-05-05T00:00:00Z")]   // 21:00
    [InlineData("2026-05-04T20:00:00Z", "2026-05-05T00:00:00Z")]   // 04:00
    [InlineData("2026-05-05T00:00:00Z", "2026-05-05T00:00:00Z")]   // 08:00
    public void Quiet_hours_last_over_midnight(string at, string sent) =>
        Assert.Equal(DateTimeOffset.Parse(sent, null), new SendingHours(Options.Create(new MessageOptions()), new SiteTime(Options.Create(new LinliOptions()))).From(DateTimeOffset.Parse(at, null)));
}
