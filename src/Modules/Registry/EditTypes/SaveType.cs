using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>A type of record as somebody wants it.</summary>
internal sealed record SaveType : ICommand
{
    [Required(ErrorMessage = "registry.name-missing"), StringLength(40, ErrorMessage = "registry.too-long")] public string? Name { get; set; }
    [StringLength(60, ErrorMessage = "registry.too-long")] public string? NameEn { get; set; }
    [Required(ErrorMessage = "registry.group-missing")] public RecordGroup? Group { get; set; }

    /// <summary>Whether a record is about one natural person; a type keeps it.</summary>
    public bool OfPerson { get; set; }

    /// <summary>Whether new records are made of it.</summary>
    public bool Active { get; set; }

    /// <summary>The version that the caller saw; 0 for a type of the program that was never changed, and for a new one.</summary>
    public int Version { get; set; }

    public static SaveType From(RecordType type) => new() { Name = type.Name, NameEn = type.NameEn, Group = type.InGroup, OfPerson = type.OfPerson, Active = type.Active, Version = type.Version };
}

/// <summary>Keeps types of record. A type that came with the program is the district's own from its first change on.</summary>
internal sealed class SaveTypeHandler(AppDb db, IAccess access, TypeCache types, TimeProvider clock)
{
    private const int OwnRank = 1000;

    /// <param name="code">Code of the type; a new one makes a type.</param>
    /// <param name="command">How it is to be.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<TypeDetails>> HandleAsync(string code, SaveType command, CancellationToken ct)
    {
        if (!access.May(RegistryPolicies.ManageTypes)) return Problem.Forbidden;
        if (!IsKey(code)) return Problem.Invalid("code", "registry.key-wrong");
        return await ChangeAsync(code, command.Version, type => (type.Name, type.NameEn, type.InGroup, type.Active) = (command.Name!.Trim(), command.NameEn?.Trim() ?? "", command.Group!.Value, command.Active), New, ct);

        RecordType New() => new()
        {
            Code = code, Name = "", NameEn = "", InGroup = RecordGroup.General, Icon = "file-text", Rank = OwnRank, OfPerson = command.OfPerson, Active = true, Version = 0, TitleField = "name",
            Fields = RecordType.Write([new("name", "名称", "Name", command.OfPerson ? FieldKind.PersonName : FieldKind.Text, command.OfPerson ? FieldClass.Personal : FieldClass.Public, Required: true)]),
        };
    }

    /// <summary>Small letters, digits and hyphens.</summary>
    public static bool IsKey(string? key) => key is { Length: > 0 and <= 40 } && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Changes a type, or what the program gives of it, and tells the nodes.</summary>
    internal async Task<Result<TypeDetails>> ChangeAsync(string code, int version, Action<RecordType> change, Func<RecordType>? makeNew, CancellationToken ct)
    {
        var type = await db.RecordTypes.SingleOrDefaultAsync(t => t.Code == code, ct);
        if (type is null)
        {
            if (BaseTypes.All.FirstOrDefault(t => t.Code == code)?.Copy() is not { } made && (made = makeNew?.Invoke()) is null) return Problem.NotFound;
            db.Add(type = made);
        }
        if (type.Version != version) return Problem.Stale with { Extensions = new Dictionary<string, object?> { ["current"] = TypeDetails.Of(type) } };
        change(type);
        type.Version++;
        db.Audit(access, "registry.save-type", "record-type/" + code, clock.GetUtcNow(), details: new { code, type.Version });
        db.AfterCommit(types.Forget);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)   // somebody else was quicker, or made the same one
        {
            return Problem.Stale;
        }
        return TypeDetails.Of(type);
    }
}
