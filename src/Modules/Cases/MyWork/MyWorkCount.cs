using Linli.Ui;

namespace Linli.Cases.MyWork;

/// <summary>The figure beside “my work”.</summary>
internal sealed class MyWorkCount(MyWorkHandler handler) : INavigationCount
{
    public string Href => "/desk";

    public bool Urgent => false;

    public async ValueTask<int> CountAsync(CancellationToken ct) => await handler.CountAsync(INavigationCount.Most + 1, ct);
}
