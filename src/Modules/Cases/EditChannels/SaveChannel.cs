using System.ComponentModel.DataAnnotations;
using Linli.Cases.Channels;
using Linli.Cases.Mapping;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditChannels;

/// <summary>A channel as somebody wrote it.</summary>
internal sealed record SaveChannel : ICommand
{
    [Required(ErrorMessage = "cases.channel-name-missing"), StringLength(40, ErrorMessage = "cases.channel-name-too-long")] public string? Name { get; set; }

    /// <summary>English name; empty shows the Chinese one.</summary>
    [StringLength(80, ErrorMessage = "cases.channel-name-too-long")] public string? NameEn { get; set; }
    [Required(ErrorMessage = "cases.channel-kind-missing"), EnumDataType(typeof(ChannelKind), ErrorMessage = "cases.channel-kind-missing")] public ChannelKind? Kind { get; set; }

    /// <summary>The unit that answers for it.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Whether a case from here may go out without a clerk.</summary>
    public bool Trusted { get; set; }

    /// <summary>Level of its cases, 1 (gravest) to 5; empty says nothing.</summary>
    [Range(1, 5, ErrorMessage = "cases.bad-level")] public int? Level { get; set; }

    /// <summary>Days after the end of a case until its reporter is made anonymous; empty keeps them.</summary>
    [Range(1, 36_500, ErrorMessage = "cases.bad-retention")] public int? RetentionDays { get; set; }

    /// <summary>Mapping profile as JSON; empty where messages have our own fields.</summary>
    [StringLength(20_000, ErrorMessage = "cases.profile-too-long")] public string? Profile { get; set; }

    /// <summary>Whether it takes new cases.</summary>
    public bool Active { get; set; }

    /// <summary>The version that the caller saw; 0 makes a new channel.</summary>
    public int Version { get; set; }

    public static SaveChannel From(Channel channel) => new()
    {
        Name = channel.Name, NameEn = channel.NameEn, Kind = channel.Kind, UnitId = channel.UnitId, Trusted = channel.Trusted, Level = channel.Level,
        RetentionDays = channel.RetentionDays, Profile = channel.Profile, Active = channel.Active, Version = channel.Version,
    };
}

/// <summary>Adds and changes channels. They hold for the whole installation.</summary>
internal sealed class SaveChannelHandler(AppDb db, IAccess access, ChannelCache cache, IUnits units, TimeProvider clock)
{
    /// <summary>Changes the channel with a code, or makes it where the command names no version.</summary>
    public async Task<Result<Channel>> HandleAsync(string code, SaveChannel command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if (!ChannelCode.IsWellFormed(code)) return Problem.Invalid("code", "cases.bad-channel-code");
        if (command.UnitId is { } unit && units.Find(unit) is null) return CaseErrors.UnknownUnit;
        if (!ReportProfile.Parse(command.Profile).Succeeded(out _, out var unreadable)) return unreadable;

        var channel = await db.Channels.SingleOrDefaultAsync(c => c.Code == code, ct);
        if (channel is null && command.Version > 0) return Problem.NotFound;
        if (channel is not null && command.Version == 0) return Problem.Invalid("code", "cases.channel-code-taken");
        if (channel is not null && channel.Version != command.Version) return Problem.Stale;

        var before = channel is null ? null : Facts(channel);
        if (channel is null) db.Add(channel = new Channel { Code = code, Name = "", NameEn = "", Kind = command.Kind!.Value });
        (channel.Name, channel.NameEn, channel.Kind, channel.UnitId) = (command.Name!.Trim(), command.NameEn?.Trim() ?? "", command.Kind!.Value, command.UnitId);
        (channel.Trusted, channel.Level, channel.RetentionDays, channel.Active) = (command.Trusted, command.Level, command.RetentionDays, command.Active);
        channel.Profile = string.IsNullOrWhiteSpace(command.Profile) ? null : command.Profile.Trim();
        channel.Version++;
        db.Audit(access, "cases.save-channel", channel.Subject, clock.GetUtcNow(), details: new { from = before, to = Facts(channel) });
        db.AfterCommit(cache.Forget);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Problem.Stale;   // somebody changed it, or made the same one, at this moment
        }
        return channel;
    }

    private static object Facts(Channel c) => new { c.Name, c.NameEn, c.Kind, c.UnitId, c.Trusted, c.Level, c.RetentionDays, c.Profile, c.Active };
}
