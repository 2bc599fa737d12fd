namespace Linli.Platform.Files;

/// <summary>Why a file was not taken. Its text for people has the key <c>problem.</c> + <see cref="FileRefusals.Code"/>.</summary>
public enum FileRefusal
{
    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>More bytes than allowed.</summary>
    TooLarge,

    /// <summary>The content is of no type that is taken anywhere.</summary>
    UnknownType,

    /// <summary>A known type that is not taken here.</summary>
    NotAccepted,

    /// <summary>HEIC or AVIF: most browsers cannot show it; the phone can send a JPEG instead.</summary>
    HeicPhoto,

    /// <summary>Cut off, damaged, or a variant that browsers do not show.</summary>
    Malformed,

    /// <summary>More pixels than allowed: it would take too much memory to show.</summary>
    TooManyPixels,

    /// <summary>An office document that carries programs.</summary>
    ContainsMacros,
}
