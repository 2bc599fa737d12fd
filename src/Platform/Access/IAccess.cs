namespace Linli.Platform.Access;

/// <summary>What the caller of this request may do and see. Without a sign-in: nothing.</summary>
public interface IAccess
{
    /// <summary>Who acts.</summary>
    Actor Actor { get; }

    /// <summary>Division-code prefix the caller sees; empty string sees all, null sees nothing.</summary>
    string? Division { get; }

    /// <summary>Codes of grids beside <see cref="Division"/> that the caller serves today, such as those of somebody who is away. Nothing lies below a grid: these are whole codes.</summary>
    IReadOnlyCollection<string> OtherGrids => [];

    /// <summary>The unit the caller belongs to.</summary>
    Guid? Unit { get; }

    /// <summary>True when the caller sees only what is assigned to <see cref="Unit"/>.</summary>
    bool OwnUnitOnly { get; }

    /// <summary>Whether the caller holds a permission.</summary>
    bool May(string permission);
}
