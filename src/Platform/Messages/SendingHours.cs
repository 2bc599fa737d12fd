using Linli.Platform.Time;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Messages;

/// <summary>When messages that can wait may go out: not in the quiet hours of the site.</summary>
public sealed class SendingHours(IOptions<MessageOptions> options, SiteTime site)
{
    private readonly TimeOnly from = options.Value.QuietFrom, to = options.Value.QuietTo;

    /// <summary>The first moment from <paramref name="at"/> on that is not quiet.</summary>
    public DateTimeOffset From(DateTimeOffset at)
    {
        var local = site.Local(at);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (from == to || !time.IsBetween(from, to)) return at;
        var day = DateOnly.FromDateTime(local.DateTime);
        return site.At((time < to ? day : day.AddDays(1)).ToDateTime(to));   // quiet hours may begin in the evening and end in the morning
    }
}
