using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Registry;

/// <summary>A field of a type as somebody wants it. What kind it is, who may see it and whether it is counted stay as they were made: values are kept accordingly.</summary>
internal sealed record SaveField : ICommand
{
    public const int MostChoices = 100;

    [Required(ErrorMessage = "registry.name-missing"), StringLength(40, ErrorMessage = "registry.too-long")] public string? Name { get; set; }
    [StringLength(60, ErrorMessage = "registry.too-long")] public string? NameEn { get; set; }
    [Required(ErrorMessage = "registry.kind-missing")] public FieldKind? Kind { get; set; }
    [Required(ErrorMessage = "registry.class-missing")] public FieldClass? Class { get; set; }

    /// <summary>Whether every record must have it from now on.</summary>
    public bool Required { get; set; }

    /// <summary>Whether records are counted and filtered by it.</summary>
    public bool Counted { get; set; }

    /// <summary>What can be chosen, one to a line: <c>code Chinese name | English name</c>. A choice that records may hold is not taken away.</summary>
    [StringLength(8000, ErrorMessage = "registry.too-long")] public string? Choices { get; set; }
    public decimal? Least { get; set; }
    public decimal? Most { get; set; }

    /// <summary>Levels whose staff may see personal and sensitive values; none for all.</summary>
    public List<AccessTier>? Tiers { get; set; }

    /// <summary>The version of the type that the caller saw.</summary>
    public int Version { get; set; }

    public static SaveField From(FieldDefinition field, int version) => new()
    {
        Name = field.Name, NameEn = field.NameEn, Kind = field.Kind, Class = field.Class, Required = field.Required, Counted = field.Counted, Least = field.Least, Most = field.Most, Tiers = field.Tiers?.ToList(), Version = version,
        Choices = string.Join('\n', (field.Choices ?? []).Select(c => c.NameEn.Length == 0 ? $"{c.Code} {c.Name}" : $"{c.Code} {c.Name} | {c.NameEn}")),
    };

    /// <summary>The choices as they were written; null where a line is none.</summary>
    public IReadOnlyList<FieldChoice>? ReadChoices()
    {
        var choices = new List<FieldChoice>();
        foreach (var line in (Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var code, { Length: > 0 } names] || !SaveTypeHandler.IsKey(code) || choices.Exists(c => c.Code == code)) return null;
            var name = names.Split('|', 2, StringSplitOptions.TrimEntries);
            choices.Add(new(code, name[0], name.Length > 1 ? name[1] : ""));
        }
        return choices.Count <= MostChoices ? choices : null;
    }
}

/// <summary>Adds fields to types and changes them.</summary>
internal sealed class SaveFieldHandler(IAccess access, TypeCache types, SaveTypeHandler saving)
{
    private const int MostFields = 80;

    /// <param name="code">Code of the type.</param>
    /// <param name="key">Key of the field; a new one makes a field.</param>
    /// <param name="command">How it is to be.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<TypeDetails>> HandleAsync(string code, string key, SaveField command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.ManageTypes)) return Problem.Forbidden;
        if ((await types.GetAsync(ct)).Find(code) is not { } type) return Problem.NotFound;
        if (Read(type, key, command).Succeeded(out var field, out var wrong))
            return await saving.ChangeAsync(code, command.Version, t => t.Fields = RecordType.Write(t.Find(key) is null ? [.. t.Known, field] : [.. t.Known.Select(f => f.Key == key ? field : f)]), null, ct);
        return wrong;
    }

    private static Result<FieldDefinition> Read(RecordType type, string key, SaveField command)
    {
        var before = type.Find(key);
        var choices = command.ReadChoices();
        var isChoice = command.Kind is FieldKind.Choice;
        if (!SaveTypeHandler.IsKey(key)) return Problem.Invalid("key", "registry.key-wrong");
        if (before is null && type.Known.Count >= MostFields) return Problem.Invalid("key", "registry.too-many-fields");
        if (before is not null && before.Kind != command.Kind) return Problem.Invalid("kind", "registry.kind-stays");
        if (before is not null && before.Class != command.Class) return Problem.Invalid("class", "registry.class-stays");
        if (before is not null && before.Counted != command.Counted) return Problem.Invalid("counted", "registry.counted-stays");
        if (command.Counted && command.Kind is not (FieldKind.Choice or FieldKind.YesNo or FieldKind.Date)) return Problem.Invalid("counted", "registry.not-countable");
        if (command is { Class: FieldClass.Sensitive, Counted: true }) return Problem.Invalid("counted", "registry.sensitive-not-counted");
        if (choices is null || isChoice && choices.Count == 0) return Problem.Invalid("choices", "registry.choices-wrong");
        if (isChoice && before?.Choices?.Any(had => choices.All(c => c.Code != had.Code)) is true) return Problem.Invalid("choices", "registry.choices-stay");
        if (command.Least > command.Most) return Problem.Invalid("most", "registry.bounds-wrong");
        return new FieldDefinition(
            key, command.Name!.Trim(), command.NameEn?.Trim() ?? "", command.Kind!.Value, command.Class!.Value, command.Required, command.Counted,
            isChoice ? choices : null, command.Least, command.Most, command.Tiers is { Count: > 0 } tiers ? tiers : null);
    }
}
