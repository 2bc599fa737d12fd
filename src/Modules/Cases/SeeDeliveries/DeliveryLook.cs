using Linli.Platform.Messages;
using Linli.Ui;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.SeeDeliveries;

/// <summary>How messages and their states look.</summary>
internal static class DeliveryLook
{
    public static Tone Tone(this DeliveryState state) => state switch
    {
        DeliveryState.Delivered => Ui.Tone.Good,
        DeliveryState.Failed => Ui.Tone.Waiting,
        DeliveryState.GivenUp => Ui.Tone.Bad,
        _ => Ui.Tone.Neutral,
    };

    public static string Icon(this DeliveryState state) => state switch
    {
        DeliveryState.Delivered => "checks",
        DeliveryState.Failed => "alert-triangle",
        DeliveryState.GivenUp => "alert-octagon",
        DeliveryState.Withheld => "ban",
        _ => "clock",
    };

    /// <summary>The state that an address names; null where it names none.</summary>
    public static DeliveryState? Read(string? state) => Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    /// <summary>What a message tells, by the act it is about.</summary>
    public static string Template(this LoggedMessage message, IStringLocalizer text) => text["action." + message.Template[(message.Template.IndexOf('.', StringComparison.Ordinal) + 1)..]];

    /// <summary>Why a message did not get through, in words where there are any.</summary>
    public static string Fault(this IStringLocalizer text, string error) =>
        text["delivery-error." + error] is { ResourceNotFound: false } known ? known.Value
        : error.Split('-') is [var kind, var number] && text["delivery-error." + kind, number] is { ResourceNotFound: false } numbered ? numbered.Value
        : error;
}
