using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Demo;
using Linli.Platform.Files;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Resident;

public abstract class ReportTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task A_report_without_script_leads_to_a_receipt_with_number_link_and_code()
    {
        var secret = await App.ReportAsync("楼下的路灯坏了三天，晚上看不见路", Residents.Phone);
        using var browser = App.Stranger();
        var page = await browser.PageAsync($"/r/{secret}/receipt");
        var filed = await App.CaseAsync(secret);
        Assert.Equal(filed.Number, page.QuerySelector(".receipt-number")!.TextContent.Trim());
        Assert.EndsWith($"/r/{secret}", page.QuerySelector("linli-copy input")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".qr svg path"));
        Assert.Null(page.QuerySelector("main [style]"));
        Assert.Equal("web", filed.Channel);
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_is_one_case_with_one_receipt()
    {
        using var browser = App.Stranger();
        var page = await browser.PageAsync("/");
        Dictionary<string, string?> fields = new() { ["Form.Text"] = "同一张表单提交了两次" };
        var answers = await Task.WhenAll(browser.SubmitAsync("/", page, fields, "report"), browser.SubmitAsync("/", page, fields, "report"));
        Assert.Equal(answers[0].GoesTo(), answers[1].GoesTo());
        Assert.Equal(1, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Text == "同一张表单提交了两次")));
    }

    [Fact]
    public async Task Another_matter_from_the_same_form_is_another_case()
    {
        using var browser = App.Stranger();
        var page = await browser.PageAsync("/");
        var first = await browser.SubmitAsync("/", page, new() { ["Form.Text"] = "第一件事：垃圾没人清" }, "report");
        var second = await browser.SubmitAsync("/", page, new() { ["Form.Text"] = "第二件事：井盖松了" }, "report");
        Assert.NotEqual(first.GoesTo(), second.GoesTo());
    }

    [Fact]
    public async Task A_wrong_phone_number_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        using var browser = App.Stranger();
        var answer = await browser.SubmitAsync("/", new() { ["Form.Text"] = "路面有个大坑", ["Form.Phone"] = "12345", ["Form.Place"] = "东门" }, "report");
        var page = await answer.PageAsync();
        Assert.Equal("路面有个大坑", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("12345", page.QuerySelector("[name='Form.Phone']")!.GetAttribute("value"));
        Assert.Equal("东门", page.QuerySelector("[name='Form.Place']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#Phone-error"));
        Assert.NotNull(page.QuerySelector(".error-summary a[href='#Phone']"));
    }

    [Fact]
    public async Task A_file_that_is_no_photo_refuses_the_report_and_keeps_its_words()
    {
        var answer = await SendAsync("井盖不见了", new ByteArrayContent("MZ not a photo\u0001"u8.ToArray()));
        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("井盖不见了", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector(".error-summary"));
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Text == "井盖不见了")));
    }

    [Fact]
    public async Task A_photo_is_kept_without_what_it_tells_of_its_maker_and_shown_to_the_reporter_alone()
    {
        var drawn = DemoPhoto.Draw(PhotoScene.Lamp, 1);
        byte[] telling = [.. drawn[..33], .. Chunk("tEXtGPS\0114.05,22.54"u8), .. drawn[33..]];
        var answer = await SendAsync("路灯坏了，有照片", new ByteArrayContent(telling));
        var secret = answer.GoesTo()!.Split('/')[2];
        using var browser = App.Stranger();
        var picture = (await browser.PageAsync($"/r/{secret}")).QuerySelector("main .photos a")!.GetAttribute("href")!;
        var kept = await browser.GetByteArrayAsync(picture);
        Assert.Equal(-1, kept.AsSpan().IndexOf("114.05"u8));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(picture.Replace(secret, new string('x', secret.Length), StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task The_api_takes_a_report_from_anybody_once_per_key()
    {
        using var client = App.Stranger();
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = new { text = "接口反映：路口红绿灯不亮", channel = "12345", level = 1 };
        var first = await (await client.PostAsJsonAsync("/api/v1/reports", body)).Content.ReadFromJsonAsync<JsonElement>();
        var second = await (await client.PostAsJsonAsync("/api/v1/reports", body)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(first.GetProperty("number").GetString(), second.GetProperty("number").GetString());
        var followed = await client.GetFromJsonAsync<JsonElement>("/api/v1/follow-up" + first.GetProperty("followUp").GetString()![2..]);
        Assert.Equal("received", followed.GetProperty("status").GetString());
        var filed = await App.ReadAsync(db => db.Cases.SingleAsync(c => c.Text == body.text));
        Assert.Equal(("web", 4), (filed.Channel, filed.Level));   // not for strangers to say
    }

    [Fact]
    public async Task Words_are_met_with_likely_categories_and_with_whom_to_call_in_an_emergency()
    {
        using var client = App.Stranger();
        var lamp = await client.GetFromJsonAsync<JsonElement>("/api/v1/cases/suggest?text=" + Uri.EscapeDataString("路灯不亮"));
        Assert.NotEqual(0, lamp.GetProperty("categories").GetArrayLength());
        var fire = await client.GetFromJsonAsync<JsonElement>("/api/v1/cases/suggest?text=" + Uri.EscapeDataString("三楼着火了"));
        Assert.Equal("119", fire.GetProperty("emergency").GetString());
    }

    private async Task<HttpResponseMessage> SendAsync(string text, HttpContent file)
    {
        using var browser = App.Stranger();
        var page = await browser.PageAsync("/");
        string Hidden(string name) => page.QuerySelector($"main form [name='{name}']")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent("report"), "_handler" }, { new StringContent(Hidden("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(Hidden("Ticket")), "Ticket" }, { new StringContent(text), "Form.Text" }, { file, "Form.Photos", "photo.png" },
        };
        return await browser.PostAsync("/", form);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> typeAndData)
    {
        var chunk = new byte[typeAndData.Length + 8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(chunk, typeAndData.Length - 4);
        typeAndData.CopyTo(chunk.AsSpan(4));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(typeAndData));
        return chunk;
    }

    /// <summary>CRC-32 as PNG has it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}

public sealed class ReportOnSqlite() : ReportTests("sqlite");

public sealed class ReportOnPostgres() : ReportTests("postgres");
