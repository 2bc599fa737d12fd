using Linli.Platform.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform;

/// <summary>
/// One part of the product: its services, tables, endpoints, pages, permissions and place in the navigation.
/// Its assembly also carries the pages (Razor components), the schema scripts and the texts.
/// Taking a module off the list in Host takes the whole part away.
/// </summary>
public abstract class Module
{
    /// <summary>Short lower-case name: prefix of tables, permissions, events and problem codes.</summary>
    public abstract string Name { get; }

    /// <summary>Registers handlers, subscribers, jobs and verbs.</summary>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Adds the module's tables to the shared model.</summary>
    public virtual void ConfigureModel(ModelBuilder model) { }

    /// <summary>Maps the API. Every endpoint names its policy or says that it is public.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints) { }

    /// <summary>What may be allowed to somebody here.</summary>
    public virtual IEnumerable<Permission> Permissions => [];

    /// <summary>Entries of the staff navigation.</summary>
    public virtual IEnumerable<NavigationItem> Navigation => [];
}

/// <summary>An entry of the staff navigation; shown to those who hold <paramref name="Permission"/>.</summary>
/// <param name="TextKey">Key of the label in the module's texts.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">Name of a Tabler icon.</param>
/// <param name="Permission">The permission that shows it.</param>
/// <param name="Group">Where it stands.</param>
/// <param name="Order">Place in the group; the lowest comes first.</param>
public sealed record NavigationItem(string TextKey, string Href, string Icon, string Permission, NavigationGroup Group, int Order);

/// <summary>Parts of the staff navigation, in the order in which they stand.</summary>
public enum NavigationGroup
{
    /// <summary>What one does all day; always in sight.</summary>
    Work,

    /// <summary>What is there: people, buildings, addresses, divisions, units.</summary>
    Ground,

    /// <summary>Those who serve.</summary>
    Team,

    /// <summary>The work of party organisations.</summary>
    Party,

    /// <summary>What the figures say.</summary>
    Insight,

    /// <summary>How the district wants it.</summary>
    Settings,

    /// <summary>Whether the program runs well.</summary>
    System,
}
