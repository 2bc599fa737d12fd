using System.Text.Json;
using Linli.Platform.Texts;

namespace Linli.Registry;

/// <summary>A reason to look after somebody, and how often to visit them (三必到五必访).</summary>
/// <param name="Code">How it is kept.</param>
/// <param name="Name">What people call it.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Every">Days from one visit to the next.</param>
/// <param name="Rule">Who is tagged without anybody doing it; null where a named person decides.</param>
internal sealed record NeedKind(string Code, string Name, string NameEn, int Every, NeedRule? Rule = null)
{
    /// <summary>The name in the reader's language.</summary>
    public string Say() => Words.Say(Name, NameEn);
}

/// <summary>Whom a tag is given to: people of an age with values in counted fields.</summary>
/// <param name="Age">Years, at the end of this one.</param>
/// <param name="Facts">Values by field.</param>
internal sealed record NeedRule(int? Age = null, IReadOnlyDictionary<string, string>? Facts = null);

/// <summary>The kinds that come with the program (<c>need-kinds.json</c>).</summary>
internal static class NeedKinds
{
    public static IReadOnlyList<NeedKind> All { get; } = Read();

    public static NeedKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);

    private static List<NeedKind> Read()
    {
        using var json = typeof(NeedKinds).Assembly.GetManifestResourceStream("registry.need-kinds.json")!;
        return JsonSerializer.Deserialize<List<NeedKind>>(json, Json.Readable)!;
    }
}
