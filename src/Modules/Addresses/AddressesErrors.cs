using Linli.Platform.Problems;

namespace Linli.StandardAddresses;

/// <summary>What this module refuses.</summary>
internal static class AddressesErrors
{
    /// <summary>The addresses are not in memory yet.</summary>
    public static Problem Loading { get; } = new("addresses.loading", 503);

    /// <summary>An address with this code is there already.</summary>
    public static Problem CodeTaken { get; } = Problem.Invalid("code", "addresses.code-taken");

    /// <summary>Beside it lies one of the same level and name.</summary>
    public static Problem NameTaken { get; } = Problem.Invalid("name", "addresses.name-taken");

    /// <summary>It would lie in no division of the caller's.</summary>
    public static Problem OutOfScope { get; } = Problem.Invalid("longitude", "addresses.out-of-scope");

    /// <summary>The level does not lie below that of the address above.</summary>
    public static Problem LevelWrong { get; } = Problem.Invalid("level", "addresses.level-wrong");

    /// <summary>No valid address has the code.</summary>
    public static Problem AddressUnknown { get; } = Problem.Invalid("addressCode", "addresses.address-unknown");

    /// <summary>Neither the address nor any above it has a name that could be called otherwise.</summary>
    public static Problem Nameless { get; } = Problem.Invalid("addressCode", "addresses.nameless");

    /// <summary>Somebody has settled it.</summary>
    public static Problem Settled { get; } = new("addresses.settled", 409);
}
