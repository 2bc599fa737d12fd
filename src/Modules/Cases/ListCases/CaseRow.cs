using System.Linq.Expressions;
using Linli.Cases.Deadlines;
using Linli.Worktime;

namespace Linli.Cases.ListCases;

/// <summary>A case as a line of a list; of what was promised only the limits.</summary>
internal sealed record CaseRow(
    Guid Id, string Number, string Title, string Channel, CaseStatus Status, int Level, string DivisionCode, string? Place, string? CategoryCode, Guid? UnitId,
    DateTimeOffset ReceivedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? DispatchedAt, DateTimeOffset? HandledAt, DateTimeOffset? ClosedAt,
    DateTimeOffset? DueAt, DateTimeOffset? HandleDueAt, bool? OnTime, bool? Satisfied, IReadOnlyList<Pause>? Pauses, Limit? Extension, int Urged, Promise Promise, DateOnly? SupervisedUntil, bool Excused)
{
    /// <summary>The line of a case, read without the rest of it.</summary>
    public static readonly Expression<Func<Case, CaseRow>> Of = c => new CaseRow(
        c.Id, c.Number, c.Title, c.Channel, c.Status, c.Level, c.DivisionCode, c.Place, c.CategoryCode, c.UnitId,
        c.ReceivedAt, c.AcceptedAt, c.DispatchedAt, c.HandledAt, c.ClosedAt, c.DueAt, c.HandleDueAt, c.OnTime, c.Satisfied, c.Pauses, c.Extension, c.Urged,
        new Promise(c.Promise.Accept, c.Promise.Dispatch, c.Promise.Handle, null, null), c.SupervisedUntil, c.ExcusedUnitId != null && c.ExcusedUnitId == c.UnitId);   // the whole of it would bring the whole case with it

    /// <summary>Whether the unit is only a suggestion yet.</summary>
    public bool Suggested => Status.IsOnlySuggested(DispatchedAt);
}
