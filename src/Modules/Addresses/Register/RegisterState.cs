namespace Linli.StandardAddresses;

/// <summary>Which state the addresses are in: one row. A random stamp instead of a counter, since two writers at once cannot make the same one.</summary>
internal sealed class RegisterState
{
    public const int Only = 1;

    public required int Id { get; init; }
    public Guid Stamp { get; set; }
}
