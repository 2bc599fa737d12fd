using System.Net.Http.Json;
using System.Text;
using Linli.Cases;
using Linli.Cases.Channels;
using Linli.Cases.DeadLetters;
using Linli.Cases.ReceiveMail;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Secrets;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Modules.Tests.Cases.Channels;

public abstract class MailTests(string database) : DeskTest(database)
{
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    /// <summary>A picture of one pixel.</summary>
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_message_becomes_a_case_with_its_words_sender_and_photos_and_dropped_again_it_is_still_one()
    {
        var box = await BoxAsync();
        var mail = $"""
            From: =?utf-8?B?{Convert.ToBase64String("王小明"u8)}?= <wang@example.cn>
            Subject: =?utf-8?B?{Convert.ToBase64String("楼道的灯坏了"u8)}?=
            Message-ID: <one.{box.Code}@example.cn>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String("三号楼二单元楼道的灯坏了一周，老人摔倒过。"u8)}
            --b
            Content-Type: image/png; name=lamp.png
            Content-Transfer-Encoding: base64

            {Pixel}
            --b--
            """;
        box.Drop("1.eml", Encoding.UTF8.GetBytes(mail));
        await ReceiveAsync(box);
        box.Drop("2.eml", Encoding.UTF8.GetBytes(mail));
        await ReceiveAsync(box);
        var filed = await App.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Channel == box.Code));
        Assert.Equal(("楼道的灯坏了", "三号楼二单元楼道的灯坏了一周，老人摔倒过。"), (filed.Title, filed.Text));
        Assert.Equal("lamp.png", await App.ReadAsync(db => db.Attachments.Where(a => a.CaseId == filed.Id).Select(a => a.Name).SingleAsync()));
        var reporter = await App.ReadAsync(db => db.Reporters.AsNoTracking().SingleAsync(r => r.CaseId == filed.Id));
        Assert.Equal("王**", reporter.MaskedName);
        Assert.Equal("王小明 wang@example.cn", App.Services.GetRequiredService<FieldCipher>().Unprotect(reporter.Name!, Reporter.NamePurpose));
        Assert.Equal(["1.eml", "2.eml"], box.In("done"));
        Assert.Empty(box.In(""));
    }

    [Fact]
    public async Task Words_in_GB_18030_and_in_a_page_are_read_as_they_were_written()
    {
        var box = await BoxAsync();
        box.Drop("gb.eml", [.. Encoding.ASCII.GetBytes($"From: a@example.cn\r\nMessage-ID: <gb.{box.Code}@example.cn>\r\nSubject: "), .. Gb.GetBytes("路面塌陷"), .. "\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"u8, .. Gb.GetBytes("喆苑门口路面塌陷，请尽快处理")]);
        box.Drop("page.eml", Encoding.UTF8.GetBytes($"From: b@example.cn\r\nMessage-ID: <page.{box.Code}@example.cn>\r\nSubject: page\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>头</title><style>p {{ color: red }}</style></head><body><p>第一行&amp;后</p><script>alert(1)</script><p>第二<b>行</b></p></body></html>"));
        await ReceiveAsync(box);
        var texts = await App.ReadAsync(db => db.Cases.Where(c => c.Channel == box.Code).ToDictionaryAsync(c => c.Title, c => c.Text));
        Assert.Equal("喆苑门口路面塌陷，请尽快处理", texts["路面塌陷"]);
        Assert.Equal("第一行&后\n第二行", texts["page"]);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "cases.mail-automatic")]
    [InlineData("Precedence: bulk", "cases.mail-automatic")]
    [InlineData("Return-Path: <>", "cases.mail-bounced")]
    [InlineData("In-Reply-To: <earlier@example.cn>", "cases.mail-reply")]
    public async Task What_machines_write_what_came_back_and_answers_are_no_cases_but_wait_for_somebody_once(string header, string reason)
    {
        var box = await BoxAsync();
        box.Drop("m.eml", Encoding.UTF8.GetBytes($"From: x@example.cn\r\nMessage-ID: <m.{box.Code}@example.cn>\r\nSubject: s\r\n{header}\r\n\r\n这封信不该自动立件"));
        await ReceiveAsync(box);
        File.Copy(box.At("failed/m.eml"), box.At("m.eml"));   // as if the machine had stopped before the message was moved
        box.Settled("m.eml");
        await ReceiveAsync(box);
        var letter = await App.ReadAsync(db => db.DeadLetters.AsNoTracking().SingleAsync(l => l.Channel == box.Code));
        Assert.Contains(reason, letter.Reason, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Cases.AnyAsync(c => c.Channel == box.Code)));
        Assert.Equal(["m.eml"], box.In("failed"));
    }

    [Fact]
    public async Task What_is_too_large_or_no_message_waits_with_the_reason_and_keeps_no_other_waiting()
    {
        var box = await BoxAsync();
        box.Drop("1.eml", new byte[20_000]);
        box.Drop("2.eml", []);
        box.Drop("3.eml", Encoding.UTF8.GetBytes($"From: x@example.cn\r\nMessage-ID: <ok.{box.Code}@example.cn>\r\nSubject: 正常\r\n\r\n正常的来信"));
        await ReceiveAsync(box, longest: 10_000);
        var reasons = await App.ReadAsync(db => db.DeadLetters.Where(l => l.Channel == box.Code).Select(l => l.Reason).ToListAsync());
        Assert.Equal((1, 1), (reasons.Count(r => r.Contains("mail-too-large", StringComparison.Ordinal)), reasons.Count(r => r.Contains("mail-unreadable", StringComparison.Ordinal))));
        Assert.Equal("正常的来信", await App.ReadAsync(db => db.Cases.Where(c => c.Channel == box.Code).Select(c => c.Text).SingleAsync()));
    }

    [Fact]
    public async Task A_message_that_waits_is_mended_and_replayed_into_one_case_under_its_own_key()
    {
        var box = await BoxAsync();
        box.Drop("r.eml", Encoding.UTF8.GetBytes($"From: x@example.cn\r\nMessage-ID: <r.{box.Code}@example.cn>\r\nSubject: Re\r\nIn-Reply-To: <a@b>\r\n\r\n补充：还有一处也漏水"));
        await ReceiveAsync(box);
        var letter = await App.ReadAsync(db => db.DeadLetters.AsNoTracking().SingleAsync(l => l.Channel == box.Code));
        using var mender = await App.ApiKeyAsync("990101", CasesPolicies.MendLetters);
        var payload = (await JsonAsync(mender, $"/api/v1/dead-letters/{letter.Id}")).GetProperty("payload").GetString()!;
        Assert.Contains("还有一处也漏水", payload, StringComparison.Ordinal);
        var answer = await mender.PostAsJsonAsync($"/api/v1/dead-letters/{letter.Id}/replay", new { payload = payload.Replace("补充", "另报", StringComparison.Ordinal), version = 1 });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("另报：还有一处也漏水", await App.ReadAsync(db => db.Cases.Where(c => c.Channel == box.Code).Select(c => c.Text).SingleAsync()));
        Assert.Equal($"r.{box.Code}@example.cn", await App.ReadAsync(db => db.ExternalReferences.Where(r => r.Channel == box.Code).Select(r => r.ExternalId).SingleAsync()));
    }

    [Fact]
    public async Task What_is_still_being_written_is_left_alone_and_a_name_leads_nowhere_else()
    {
        var box = await BoxAsync();
        var mail = Encoding.UTF8.GetBytes($"From: x@example.cn\r\nMessage-ID: <w.{box.Code}@example.cn>\r\nSubject: 写到一半\r\n\r\n写到一半的信");
        box.Drop(".w.eml", mail);
        await File.WriteAllBytesAsync(box.At("fresh.eml"), mail);
        await ReceiveAsync(box);
        Assert.Equal([".w.eml", "fresh.eml"], box.In(""));
        var folder = new MailFolder(Options.Create(new CasesOptions { MailFolder = box.Root }), TimeProvider.System);
        Assert.Null(folder.Find(box.Channel, "../" + box.Code + "/fresh.eml"));
        Assert.NotNull(folder.Find(box.Channel, "fresh.eml"));
    }

    private async Task<Box> BoxAsync()
    {
        var channel = await OpenAsync(NewCode(), c => c.Kind = ChannelKind.Email);
        var root = Directory.CreateTempSubdirectory("linli-mail").FullName;
        Directory.CreateDirectory(Path.Combine(root, channel.Code));
        return new(root, channel);
    }

    private async Task ReceiveAsync(Box box, long longest = 1_000_000)
    {
        // The program reads its settings once; a test has a folder of its own.
        await using var scope = App.Services.CreateSystemScope("test");
        var settings = App.Services.GetRequiredService<IOptions<CasesOptions>>().Value;
        var (folder, most) = (settings.MailFolder, settings.MailLongest);
        await One.WaitAsync();
        try
        {
            (settings.MailFolder, settings.MailLongest) = (box.Root, longest);
            await ActivatorUtilities.CreateInstance<ReceiveMail>(scope.ServiceProvider).RunAsync(default);
            await Soon.HoldsAsync(() => !box.Waits);   // the program's own run may have one in hand
        }
        finally
        {
            (settings.MailFolder, settings.MailLongest) = (folder, most);
            One.Release();
        }
    }

    private static readonly SemaphoreSlim One = new(1, 1);

    private sealed record Box(string Root, Channel Channel)
    {
        public string Code => Channel.Code;

        public string At(string name) => Path.Combine(Root, Code, name);

        public void Drop(string name, byte[] content)
        {
            File.WriteAllBytes(At(name), content);
            Settled(name);
        }

        public void Settled(string name) => File.SetLastWriteTimeUtc(At(name), Long);

        /// <summary>Whether a message that may be taken lies there.</summary>
        public bool Waits => In("").Any(name => name[0] != '.' && File.GetLastWriteTimeUtc(At(name)) == Long);

        private static readonly DateTime Long = DateTime.UnixEpoch.AddYears(56);

        public List<string> In(string part) => [.. Directory.EnumerateFiles(At(part)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
    }
}

public sealed class MailOnSqlite() : MailTests("sqlite");

public sealed class MailOnPostgres() : MailTests("postgres");
