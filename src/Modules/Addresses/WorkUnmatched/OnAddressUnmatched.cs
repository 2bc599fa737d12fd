using Linli.Contracts.Addresses;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>Keeps a text that nothing was found for, once however often it comes. Counting leaves the version alone: a clerk who has it open is not in anybody's way.</summary>
internal sealed class OnAddressUnmatched(AppDb db, TimeProvider clock) : ISubscriber<AddressUnmatched>
{
    private const int Longest = 200;

    public async Task HandleAsync(AddressUnmatched happened, CancellationToken ct)
    {
        if (happened.Text.Length is 0 or > Longest) return;
        var now = clock.GetUtcNow();
        var text = await db.UnmatchedTexts.SingleOrDefaultAsync(u => u.Text == happened.Text, ct)
            ?? db.Add(new UnmatchedText { Id = Guid.CreateVersion7(now), Text = happened.Text, DivisionCode = happened.DivisionCode, Source = happened.Source, FirstAt = now, LastAt = now, Version = 1 }).Entity;
        (text.DivisionCode, text.Source, text.LastAt, text.Times) = (happened.DivisionCode, happened.Source, now, text.Times + 1);
    }
}
