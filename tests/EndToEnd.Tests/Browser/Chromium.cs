using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Browser;

/// <summary>Debian's Chromium, headless, one for all tests.</summary>
internal static class Chromium
{
    public const int Phone = 390, Screen = 1440;

    /// <summary>Milliseconds; several browsers and databases share a small machine.</summary>
    private const int Patience = 90_000;

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly Lazy<Task<IBrowser>> Running = new(StartAsync);

    /// <summary>A window of its own, with its own cookies.</summary>
    public static async Task<IBrowserContext> OpenAsync(Uri address, int width, bool script = true, string language = "zh-CN")
    {
        var context = await (await Running.Value).NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            JavaScriptEnabled = script,
            Locale = language,
            ViewportSize = new() { Width = width, Height = width < 800 ? 844 : 900 },
            Permissions = ["geolocation", "clipboard-write"],
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    private static async Task<IBrowser> StartAsync()
    {
        var path = ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not installed; scripts/install browser installs it.");
        return await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
    }
}
