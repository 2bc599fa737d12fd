namespace Linli.Cases;

/// <summary>Whether a reporter who can be told of something was.</summary>
internal enum Notice
{
    /// <summary>A message is on its way, or failed.</summary>
    Owed,

    /// <summary>The carrier took it.</summary>
    Given,
}
