using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Ui;
using Microsoft.EntityFrameworkCore;

namespace Linli.Operations.Messages;

/// <summary>How many messages were given up and wait for a person.</summary>
internal sealed class ParkedMessageCount(AppDb db) : INavigationCount
{
    public string Href => "/desk/messages";
    public bool Urgent => true;

    public async ValueTask<int> CountAsync(CancellationToken ct) => await db.Set<OutboxMessage>().Where(m => m.ParkedAt != null).Take(INavigationCount.Most + 1).CountAsync(ct);
}
