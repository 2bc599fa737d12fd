using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>合并: of two records about the same one stays, and what is known of the other goes into it.</summary>
internal sealed record MergeRecords : ICommand
{
    /// <summary>The record that stays.</summary>
    [Required(ErrorMessage = "registry.keep-missing")] public Guid? KeepId { get; set; }

    /// <summary>Fields whose values are those of the record that ends, and <c>@address</c> for its place; of all others the record that stays counts.</summary>
    public List<string>? Take { get; set; }

    /// <summary>The version that the caller saw of the first record.</summary>
    public int FirstVersion { get; set; }

    /// <summary>The version that the caller saw of the second record.</summary>
    public int SecondVersion { get; set; }
}

/// <summary>A merge that can be undone.</summary>
internal sealed record MergedRecords(Guid Id, Guid KeptId, Guid EndedId);

internal sealed class MergeRecordsHandler(AppDb db, IAccess access, CompareTwinsHandler compare, RecordVault vault, RecordContents contents, RecordWriting writing, MoveRows rows, TimeProvider clock)
{
    public async Task<Result<MergedRecords>> HandleAsync(Guid first, Guid second, MergeRecords command, CancellationToken ct)
    {
        if (await compare.OpenAsync(first, second, ct) is not var (pair, one, other)) return Problem.NotFound;
        if (pair.State is not TwinState.Open || one.Record.EndedOn is not null || other.Record.EndedOn is not null) return RegistryErrors.TwinsDecided;
        var (seen, seenOther) = one.Record.Id == first ? (command.FirstVersion, command.SecondVersion) : (command.SecondVersion, command.FirstVersion);
        if (one.Record.Version != seen || other.Record.Version != seenOther) return Problem.Stale;
        if (command.KeepId != one.Record.Id && command.KeepId != other.Record.Id) return Problem.Invalid("keepId", "registry.keep-missing");
        var (kept, ended) = command.KeepId == one.Record.Id ? (one, other) : (other, one);
        if (!Together(kept, ended, command.Take ?? []).Succeeded(out var content, out var wrong)) return wrong;
        var now = clock.GetUtcNow();
        try
        {
            await using var work = await db.BeginAsync(ct);
            var merge = await SaveAsync(pair, kept, ended, content, now, ct);
            await work.CommitAsync(ct);
            return new MergedRecords(merge.Id, merge.KeptId, merge.EndedId);
        }
        catch (DbUpdateException)   // somebody else changed, merged or parted them meanwhile
        {
            db.Forget();
            return Problem.Stale;
        }
    }

    private async Task<RecordMerge> SaveAsync(RecordTwins pair, OpenRecord kept, OpenRecord ended, RecordContent content, DateTimeOffset now, CancellationToken ct)
    {
        var (stays, goes) = (StateOf(kept, content, now, gone: false), StateOf(ended, vault.Open(ended.History.Latest), now, gone: true));
        db.Append(stays);
        db.Append(goes);
        await writing.FollowAsync([kept with { History = new(kept.History.States.Append(stays)) }, ended with { History = new(ended.History.States.Append(goes)) }], now, ct);
        ended.Record.MergedInto = kept.Record.Id;
        var moved = await rows.MoveAsync(ended.Record, kept.Record, contents.Today, access.Actor.Name, ct);
        var merge = new RecordMerge { Id = Guid.CreateVersion7(now), KeptId = kept.Record.Id, EndedId = ended.Record.Id, At = now, By = access.Actor.Name, Moved = moved.Write(), Version = 1 };
        db.Append(merge);
        if (pair.Version == 0) db.Add(pair);
        pair.Decide(TwinState.Merged, access.Actor.Name, now);
        db.Audit(access, "registry.merge", $"record/{kept.Record.Id}", now, kept.Record.DivisionCode, new { merge = merge.Id, ended = ended.Record.Id });
        await db.SaveChangesAsync(ct);
        return merge;
    }

    private RecordState StateOf(OpenRecord open, RecordContent content, DateTimeOffset now, bool gone) => vault.Seal(open.Type, content).ToState(
        Guid.CreateVersion7(now), open.Record.Id, StateKind.Merged, contents.Today, now, open.History.Latest.Source, access.Actor.Name, access.Actor.Id, gone: gone);

    /// <summary>What is true of the one that stays. Of a field that the caller may not see the one value there is counts.</summary>
    private Result<RecordContent> Together(OpenRecord kept, OpenRecord ended, IReadOnlyList<string> take)
    {
        var (own, others) = (vault.Open(kept.History.Latest), vault.Open(ended.History.Latest));
        var values = new Dictionary<string, string>(own.Values, StringComparer.Ordinal);
        foreach (var key in take.Where(key => key != RecordVault.AddressKey))
        {
            if (kept.Type.Find(key) is not { } field) return Problem.Invalid("take", "registry.no-such-field");
            if (access.Of(field) is FieldSight.Nothing) return Problem.Invalid("take", "registry.field-not-yours");
            if (others.Values.TryGetValue(key, out var value)) values[key] = value;
            else if (field.Required) return Problem.Invalid("take", "registry.field-missing");
            else values.Remove(key);
        }
        foreach (var field in kept.Type.Known.Where(f => access.Of(f) is FieldSight.Nothing))
            if (others.Values.TryGetValue(field.Key, out var value)) values.TryAdd(field.Key, value);
        return new RecordContent(values, take.Contains(RecordVault.AddressKey) ? others.Place : own.Place);
    }
}
