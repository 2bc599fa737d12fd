namespace Linli.Contracts.Workforce;

/// <summary>Who is on duty by the published rosters.</summary>
public interface IDuty
{
    /// <summary>The people whose shift lasts now, of a division and of what lies below it.</summary>
    Task<IReadOnlyList<PersonOnDuty>> NowAsync(string divisionPrefix, CancellationToken ct);
}

/// <summary>Somebody who is on duty.</summary>
/// <param name="Name">Name.</param>
/// <param name="Post">Their post.</param>
/// <param name="DivisionCode">The division they work for.</param>
/// <param name="AccountId">Their account, if they have one.</param>
public sealed record PersonOnDuty(string Name, string Post, string DivisionCode, Guid? AccountId);
