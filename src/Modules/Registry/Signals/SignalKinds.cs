using System.Text.Json;
using Linli.Platform.Texts;

namespace Linli.Registry;

/// <summary>What a device in a home may say.</summary>
/// <param name="Code">How it is kept.</param>
/// <param name="Name">What people call it.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Visit">Whether somebody should go there.</param>
internal sealed record SignalKind(string Code, string Name, string NameEn, bool Visit = true)
{
    /// <summary>The name in the reader's language.</summary>
    public string Say() => Words.Say(Name, NameEn);
}

/// <summary>The kinds that come with the program (<c>signal-kinds.json</c>).</summary>
internal static class SignalKinds
{
    public static IReadOnlyList<SignalKind> All { get; } = Read();

    public static SignalKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);

    private static List<SignalKind> Read()
    {
        using var json = typeof(SignalKinds).Assembly.GetManifestResourceStream("registry.signal-kinds.json")!;
        return JsonSerializer.Deserialize<List<SignalKind>>(json, Json.Readable)!;
    }
}
