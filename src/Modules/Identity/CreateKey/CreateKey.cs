using System.ComponentModel.DataAnnotations;
using Linli.Identity.Keys;
using Linli.Identity.Roles;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Formats;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Platform.Web;

namespace Linli.Identity.CreateKey;

internal sealed record CreateKey : ICommand
{
    [Required(ErrorMessage = "identity.key-name-missing"), StringLength(64, ErrorMessage = "identity.too-long")] public string? Name { get; set; }
    [Required(ErrorMessage = "identity.division-missing")] public string? DivisionCode { get; set; }
    public Guid? UnitId { get; set; }

    /// <summary>Names of permissions.</summary>
    [MinLength(1, ErrorMessage = "identity.scopes-missing")] public string[] Scopes { get; set; } = [];

    /// <summary>The last day it works; null lets it work until it is revoked.</summary>
    public DateOnly? LastDay { get; set; }
}

/// <summary>A key, shown this once.</summary>
internal sealed record NewKey(Guid Id, string Key);

internal sealed class CreateKeyHandler(AppDb db, IAccess access, IReadOnlyList<Module> modules, SiteTime site, TimeProvider clock)
{
    public async Task<Result<NewKey>> Handle(CreateKey command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = modules.SelectMany(m => m.Permissions).Select(p => p.Name).ToHashSet();
        if (!DivisionCode.IsWellFormed(command.DivisionCode) || !access.Sees(command.DivisionCode!)) return Problem.Invalid(nameof(command.DivisionCode), "identity.division-outside");
        if (command.LastDay <= site.Date(now)) return Problem.Invalid(nameof(command.LastDay), "identity.last-day-past");
        if (!known.IsSupersetOf(command.Scopes) || !access.MayGive(command.Scopes)) return Problem.Forbidden;

        var secret = ApiKey.Mark + Tokens.New();
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            Name = command.Name!.Trim(),
            Shown = secret[..ApiKey.ShownLength],
            Hash = Tokens.Hash(secret),
            UnitId = command.UnitId,
            DivisionCode = command.DivisionCode!,
            Scopes = command.Scopes,
            CreatedAt = now,
            ExpiresAt = command.LastDay is { } day ? site.StartOf(day.AddDays(1)) : null,
        };
        db.ApiKeys.Add(key);
        db.Audit(access, "identity.create-key", key.Subject, now, key.DivisionCode, new { key.Name, key.Scopes, key.ExpiresAt });
        await db.SaveChangesAsync(ct);
        return new NewKey(key.Id, secret);
    }
}
