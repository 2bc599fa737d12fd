namespace Linli.Platform.Files;

/// <summary>The stable codes of refusals, for problems and texts.</summary>
public static class FileRefusals
{
    /// <summary>For example <c>files.too-large</c>.</summary>
    public static string Code(this FileRefusal refusal) => refusal switch
    {
        FileRefusal.Empty => "files.empty",
        FileRefusal.TooLarge => "files.too-large",
        FileRefusal.UnknownType => "files.unknown-type",
        FileRefusal.NotAccepted => "files.not-accepted",
        FileRefusal.HeicPhoto => "files.heic-photo",
        FileRefusal.Malformed => "files.malformed",
        FileRefusal.TooManyPixels => "files.too-many-pixels",
        FileRefusal.ContainsMacros => "files.contains-macros",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
