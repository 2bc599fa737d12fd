namespace Linli.Cases.OptOut;

/// <summary>An address that wants no messages, whatever case they are about. Only its keyed hash is kept.</summary>
internal sealed class OptedOut
{
    public required byte[] Fingerprint { get; init; }
    public required DateTimeOffset At { get; init; }
}
