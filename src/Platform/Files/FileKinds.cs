namespace Linli.Platform.Files;

/// <summary>What may be sent in one place.</summary>
[Flags]
public enum FileKinds
{
    /// <summary>JPEG, PNG, WebP, GIF.</summary>
    Photo = 1,

    /// <summary>PDF.</summary>
    Pdf = 2,

    /// <summary>Word and Excel documents of the XML kind.</summary>
    Office = 4,

    /// <summary>Plain text and CSV, in UTF-8 or GB 18030.</summary>
    Text = 8,

    /// <summary>All of them.</summary>
    Any = Photo | Pdf | Office | Text,
}
