using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>What a device said. Only ever added.</summary>
internal sealed class DeviceSignal : IInDivision
{
    public required Guid Id { get; init; }

    /// <summary>The record of the device.</summary>
    public required Guid DeviceId { get; init; }
    public required string DivisionCode { get; init; }
    public required string Kind { get; init; }

    /// <summary>When the device says that it was.</summary>
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How many visits became due by it.</summary>
    public required int Visits { get; init; }
}
