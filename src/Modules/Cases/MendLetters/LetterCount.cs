using Linli.Platform.Access;
using Linli.Ui;

namespace Linli.Cases.MendLetters;

/// <summary>The figure beside “messages to mend”.</summary>
internal sealed class LetterCount(ListLettersHandler handler, IAccess access) : INavigationCount
{
    public string Href => "/desk/dead-letters";

    public bool Urgent => true;

    public async ValueTask<int> CountAsync(CancellationToken ct) => access.May(CasesPolicies.MendLetters) ? await handler.WaitingAsync(INavigationCount.Most + 1, ct) : 0;
}
