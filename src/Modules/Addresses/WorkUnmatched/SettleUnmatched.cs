using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>What a clerk makes of a text of the queue: another name of a known address, or none of ours.</summary>
internal sealed record SettleUnmatched : ICommand, IValidatableObject
{
    public int Version { get; set; }

    /// <summary>Code of the address that is meant. The nearest at or above it that is called by a name is called so from now on.</summary>
    [StringLength(40, ErrorMessage = "addresses.address-unknown")]
    public string? AddressCode { get; set; }

    /// <summary>The other name; that of the text when it is not given.</summary>
    [StringLength(100, ErrorMessage = "addresses.name-too-long")]
    public string? Name { get; set; }

    /// <summary>Why it is no address of the district; instead of an address.</summary>
    [StringLength(200, ErrorMessage = "addresses.name-too-long")]
    public string? Reason { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(AddressCode) == string.IsNullOrWhiteSpace(Reason)) yield return new("addresses.address-or-reason", [nameof(AddressCode)]);
    }
}

internal sealed class SettleUnmatchedHandler(AppDb db, IAccess access, AddressWriting writing, SeeUnmatchedHandler see, SiteTime site, TimeProvider clock)
{
    public async Task<Result<UnmatchedDetail>> Handle(Guid id, SettleUnmatched command, CancellationToken ct)
    {
        if (await db.UnmatchedTexts.Within(access).SingleOrDefaultAsync(u => u.Id == id, ct) is not { } text) return Problem.NotFound;
        if (text.State is not UnmatchedState.Open) return AddressesErrors.Settled;
        if (text.Version != command.Version) return Problem.Stale;
        var refused = string.IsNullOrWhiteSpace(command.Reason) ? await NameAsync(text, command, ct) : await DismissAsync(text, command.Reason.Trim(), ct);
        return refused is not null ? refused : (await see.Find(id, ct))!;
    }

    private async Task<Problem?> DismissAsync(UnmatchedText text, string reason, CancellationToken ct)
    {
        text.TrySettle(UnmatchedState.Dismissed, access, clock.GetUtcNow(), address: null, reason);
        return await SaveAsync(text, "addresses.dismiss", new { reason }, ct);
    }

    private async Task<Problem?> NameAsync(UnmatchedText text, SettleUnmatched command, CancellationToken ct)
    {
        if (await db.Addresses.AsNoTracking().Seen(access).SingleOrDefaultAsync(a => a.Code == command.AddressCode, ct) is not { } meant) return AddressesErrors.AddressUnknown;
        var line = await StoredAddresses.LineAsync(db, meant, ct);
        if (!line.All(each => each.IsValid(site.Date(clock.GetUtcNow())))) return AddressesErrors.AddressUnknown;
        if (line.LastOrDefault(each => each.Level.IsCalled()) is not { } called) return AddressesErrors.Nameless;
        if ((string.IsNullOrWhiteSpace(command.Name) ? SeeUnmatchedHandler.NameOf(text.Text) : command.Name.Trim()) is not { } name) return Problem.Invalid("name", "addresses.name-missing");

        var row = await db.Addresses.SingleAsync(a => a.Id == called.Id, ct);
        var names = await db.AddressNames.Where(n => n.AddressId == row.Id).ToListAsync(ct);
        var state = AddressState.Of(row, names);
        writing.Write(row, names, state with { Aliases = [.. state.Aliases, name] });
        // Whatever else was written with that name is found from now on as well.
        foreach (var same in await db.UnmatchedTexts.Within(access).Where(u => u.State == UnmatchedState.Open && u.Text.Contains(name)).ToListAsync(ct))
            same.TrySettle(UnmatchedState.Alias, access, clock.GetUtcNow(), same.Id == text.Id ? meant.Id : row.Id);
        text.TrySettle(UnmatchedState.Alias, access, clock.GetUtcNow(), meant.Id);
        return await SaveAsync(text, "addresses.name", new { row.Code, name }, ct);
    }

    private async Task<Problem?> SaveAsync(UnmatchedText text, string act, object details, CancellationToken ct)
    {
        try
        {
            await writing.SaveAsync(act, "unmatched/" + text.Id, text.DivisionCode, details, ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return Problem.Stale;
        }
    }
}
