using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Linli.Registry;

/// <summary>The values of a record's form, which has as many fields as its type.</summary>
internal static class FormFacts
{
    /// <summary>What was typed, by field.</summary>
    public static Dictionary<string, string?> Typed(HttpContext http) =>
        http.Request.HasFormContentType ? BracketedNames.Read(http.Request.Form, "Values").ToDictionary(f => f.Key, f => (string?)f.Value.FirstOrDefault()) : [];

    /// <summary>Fields whose values are to be taken away.</summary>
    public static IReadOnlyList<string> Cleared(HttpContext http) => http.Request.HasFormContentType ? [.. http.Request.Form["Clear"].OfType<string>()] : [];

    /// <summary>Puts into a command what was typed. Fields and an address that the form does not show are left as they are where nothing was typed into them.</summary>
    public static T With<T>(this T command, HttpContext http, RecordType type) where T : RecordFacts
    {
        var cleared = Cleared(http);
        command.Facts = Typed(http).Where(f => type.Find(f.Key) is not { IsPersonal: true } || !string.IsNullOrWhiteSpace(f.Value) || cleared.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value);
        if (string.IsNullOrWhiteSpace(command.Address)) command.Address = type.OfPerson ? null : "";
        return command;
    }

    /// <summary>What is known and open, to begin with.</summary>
    public static Dictionary<string, string?> Open(RecordDetails known) => known.Facts.Where(f => !known.Masked.Contains(f.Key)).ToDictionary(f => f.Key, f => (string?)f.Value);

    /// <summary>Puts the place of a record into a form.</summary>
    public static T At<T>(this T command, RecordDetails known, RecordType type) where T : RecordFacts
    {
        (command.DivisionCode, command.Longitude, command.Latitude) = (known.DivisionCode, known.Longitude, known.Latitude);
        command.Address = type.OfPerson ? null : known.Address;
        return command;
    }
}
