namespace Linli.Addresses;

/// <summary>How a name belongs to an address.</summary>
public enum NameKind
{
    /// <summary>It is its standard name (标准名).</summary>
    Standard,
    /// <summary>People also say it (别名).</summary>
    Alias,
    /// <summary>It was called so (旧名、曾用名).</summary>
    Old,
    /// <summary>A name of either kind without the word for what it is: 翠湖 for 翠湖花园.</summary>
    Short,
}
