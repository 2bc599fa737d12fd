using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Linli.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Linli.Modules.Tests.Cases.Notices;

/// <summary>A program with a real mail server and a real gateway, both on this machine; one for all tests on a database.</summary>
internal sealed class Carriers
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Carriers>>> Shared = new();

    /// <summary>The gateway refuses this number.</summary>
    public const string Refused = "10020000666";

    public required LinliApp App { get; init; }

    /// <summary>Where the mail server listens.</summary>
    public required int MailPort { get; init; }

    /// <summary>Mails, as they came, by address.</summary>
    public required ConcurrentQueue<(string To, MimeMessage Mail)> Mails { get; init; }

    /// <summary>Requests to the gateway: its header and body.</summary>
    public required ConcurrentQueue<(string? Key, JsonElement Body)> Messages { get; init; }

    public static Task<Carriers> OnAsync(string database) => Shared.GetOrAdd(database, kind => new(() => StartAsync(kind))).Value;

    /// <summary>Carriers with a program of its own.</summary>
    public static async Task<Carriers> StartAsync(string database, Dictionary<string, string>? settings = null)
    {
        var (mails, messages) = (new ConcurrentQueue<(string, MimeMessage)>(), new ConcurrentQueue<(string?, JsonElement)>());
        var (port, gateway) = (await MailServerAsync(mails), await GatewayAsync(messages));
        return new()
        {
            MailPort = port,
            Mails = mails,
            Messages = messages,
            App = await LinliApp.StartAsync(database, settings: new Dictionary<string, string>(settings ?? [])
            {
                ["Linli:Demo"] = "false",
                ["Linli:Messages:Email:Host"] = "127.0.0.1",
                ["Linli:Messages:Email:Port"] = port.ToString(CultureInfo.InvariantCulture),
                ["Linli:Messages:Email:Security"] = "None",
                ["Linli:Messages:Email:UserName"] = "linli",
                ["Linli:Messages:Email:Password"] = "secret",
                ["Linli:Messages:Email:From"] = "tell@linli.example",
                ["Linli:Messages:Sms:Url"] = gateway + "send?id={id}",
                ["Linli:Messages:Sms:Headers:X-Key"] = "gateway key",
                ["Linli:Messages:Sms:Body"] = """{"to":"{phone}","text":"{text}"}""",
                ["Linli:Messages:Sms:Expect"] = "\"ok\"",
            }),
        };
    }

    /// <summary>What arrives for a number that meets a condition.</summary>
    public Task<string> MessageAsync(string phone, Func<string, bool> meets) =>
        Soon.FindAsync(() => Messages.Where(m => m.Body.GetProperty("to").GetString() == phone).Select(m => m.Body.GetProperty("text").GetString()!).FirstOrDefault(meets));

    private static async Task<string> GatewayAsync(ConcurrentQueue<(string?, JsonElement)> messages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var gateway = builder.Build();
        gateway.Urls.Add("http://127.0.0.1:0");
        gateway.MapPost("/send", async (HttpRequest request) =>
        {
            var body = (await JsonDocument.ParseAsync(request.Body)).RootElement;
            if (body.GetProperty("to").GetString() == Refused) return Results.Text("""{"result":"no"}""");
            messages.Enqueue((request.Headers["X-Key"], body));
            return Results.Text("""{"result":"ok"}""");
        });
        await gateway.StartAsync();
        return gateway.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
    }

    private static async Task<int> MailServerAsync(ConcurrentQueue<(string, MimeMessage)> mails)
    {
        var folder = Path.Combine(Folder(), "MailServer");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), "scripts/install clients installs the mail server.");
        var server = Process.Start(new ProcessStartInfo("node", "server.js") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var port = int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        _ = Task.Run(async () =>
        {
            while (await server.StandardOutput.ReadLineAsync() is { } line)
            {
                var taken = JsonDocument.Parse(line).RootElement;
                mails.Enqueue((taken.GetProperty("to").GetString()!, await MimeMessage.LoadAsync(new MemoryStream(taken.GetProperty("mail").GetBytesFromBase64()))));
            }
        });
        return port;
    }

    /// <summary>The folder of the tests' sources.</summary>
    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..");
}
