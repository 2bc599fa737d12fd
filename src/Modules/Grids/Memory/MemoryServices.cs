using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Time;
using Linli.Worktime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Grids;

/// <summary>Registers what is held in memory and what keeps it fresh.</summary>
internal static class MemoryServices
{
    public static void AddMemory(this IServiceCollection services)
    {
        services.AddSnapshot<DivisionTree>(GroundPart.Divisions, _ => DivisionTree.ReadAsync).AddSingleton<IDivisions, Divisions>();
        services.AddSnapshot<PlaceIndex>(GroundPart.Places, _ => PlaceIndex.ReadAsync).AddSingleton<IPlaces, Places>();
        services.AddSnapshot<UnitRegister>(GroundPart.Units, ReadUnits).AddSingleton<IUnits, Units>().AddSingleton<ICalendars, Calendars>();
        services.AddHostedService<GroundWatch>();
        services.Subscribe<GridsChanged, OnGridsChanged>("grids.refresh");
    }

    private static IServiceCollection AddSnapshot<T>(this IServiceCollection services, GroundPart part, Func<IServiceProvider, Func<AppDb, CancellationToken, Task<T>>> reader)
        where T : class => services
            .AddSingleton(provider => new Snapshot<T>(part, provider, reader(provider)))
            .AddSingleton<ISnapshot>(provider => provider.GetRequiredService<Snapshot<T>>());

    private static Func<AppDb, CancellationToken, Task<UnitRegister>> ReadUnits(IServiceProvider provider)
    {
        var hours = OfficeHours.Parse(provider.GetRequiredService<IOptions<GridsOptions>>().Value.OfficeHours);
        var zone = provider.GetRequiredService<SiteTime>().Zone;
        return (db, ct) => UnitRegister.ReadAsync(db, hours, zone, ct);
    }
}
