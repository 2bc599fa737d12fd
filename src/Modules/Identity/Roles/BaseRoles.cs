using System.Text.Json;
using Linli.Platform.Data;
using Linli.Platform.Texts;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Roles;

/// <summary>A role that every installation begins with (<c>base-roles.json</c>).</summary>
internal sealed record BaseRole(string Code, bool OwnUnitOnly, string[] Permissions);

/// <summary>The roles that every installation begins with.</summary>
internal static class BaseRoles
{
    public static readonly IReadOnlyList<BaseRole> All = Read();

    /// <summary>Their codes, in the order people name them.</summary>
    public static IEnumerable<string> Codes => All.Select(r => r.Code);

    public static BaseRole? Find(string code) => All.FirstOrDefault(r => r.Code == code);

    /// <summary>Adds those that are missing to the pending changes.</summary>
    public static async Task EnsureAsync(AppDb db, CancellationToken ct)
    {
        var known = await db.Roles.Select(r => r.Code).ToListAsync(ct);
        db.Roles.AddRange(All.ExceptBy(known, r => r.Code).Select(r => new Role { Code = r.Code, OwnUnitOnly = r.OwnUnitOnly }));
    }

    private static List<BaseRole> Read()
    {
        using var stream = typeof(BaseRoles).Assembly.GetManifestResourceStream("base-roles.json")!;
        return JsonSerializer.Deserialize<List<BaseRole>>(stream, Json.Readable)!;
    }
}
