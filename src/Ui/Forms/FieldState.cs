namespace Linli.Ui;

/// <summary>What a <see cref="Field{TValue}"/> tells the control inside it.</summary>
/// <param name="Id">The id that the label points to.</param>
/// <param name="DescribedBy">Ids of hint and error.</param>
internal sealed record FieldState(string Id, string? DescribedBy)
{
    /// <summary>The attributes of a control in <paramref name="field"/>, with our class before the caller's.</summary>
    public static Dictionary<string, object> Attributes(FieldState? field, IReadOnlyDictionary<string, object>? given, string css)
    {
        var attributes = given?.ToDictionary() ?? [];
        var own = attributes.TryGetValue("class", out var value) ? (string)value : "";
        if (!own.StartsWith(css, StringComparison.Ordinal)) attributes["class"] = $"{css} {own}".TrimEnd();
        if (field is null) return attributes;
        attributes.TryAdd("id", field.Id);
        if (field.DescribedBy is not null) attributes["aria-describedby"] = field.DescribedBy;
        return attributes;
    }
}
