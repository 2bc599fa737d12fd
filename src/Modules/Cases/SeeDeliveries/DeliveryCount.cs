using Linli.Platform.Access;
using Linli.Ui;

namespace Linli.Cases.SeeDeliveries;

/// <summary>The figure beside “messages to reporters”: how many were given up and wait for a person.</summary>
internal sealed class DeliveryCount(CaseDeliveries deliveries, IAccess access) : INavigationCount
{
    public string Href => "/desk/deliveries";

    public bool Urgent => true;

    public async ValueTask<int> CountAsync(CancellationToken ct) => access.May(CasesPolicies.SeeDeliveries) ? await deliveries.GivenUpAsync(INavigationCount.Most + 1, ct) : 0;
}
