using Linli.Cases.Deadlines;
using Linli.Cases.Intake;

namespace Linli.Cases.ViewCase;

/// <summary>A case for programs; what its reader may see.</summary>
internal sealed record CaseDetails(
    Guid Id, string Number, string Title, string Text, string Channel, CaseStatus Status, int Version, int Level, string DivisionCode, string? Place,
    double? Longitude, double? Latitude, string? CategoryCode, Guid? UnitId, Guid? HandlerId, int Reopened, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt,
    DateTimeOffset? HandleDueAt, DateTimeOffset? ClosedAt, bool? OnTime, bool? Satisfied, DateOnly? SupervisedUntil, DateTimeOffset? SupervisorAnsweredAt, PromiseDetails Promise, MaskedReporter? Reporter, IReadOnlyList<AnswerDetails> Answers, IReadOnlyList<CaseAction> Next,
    IReadOnlyList<EntryDetails> History, IReadOnlyList<DecisionDetails> Decisions, IReadOnlyList<AttachmentDetails> Attachments)
{
    public static CaseDetails Of(CaseFile file)
    {
        var c = file.Case;
        return new(
            c.Id, c.Number, c.Title, c.Text, c.Channel, c.Status, c.Version, c.Level, c.DivisionCode, c.Place, c.Longitude, c.Latitude, c.CategoryCode, c.UnitId, c.HandlerId,
            c.Reopened, c.ReceivedAt, c.DueAt, c.HandleDueAt, c.ClosedAt, c.OnTime, c.Satisfied, c.SupervisedUntil, c.SupervisorAnsweredAt, PromiseDetails.Of(c.Promise), file.Reporter,
            [.. file.Answers.Select(a => new AnswerDetails(a.Question.Code, a.Question.Say(), a.Given))], file.Next,
            [.. file.History.Select(h => new EntryDetails(h.At, h.Action, h.ActorName, h.Status, h.Version, h.Remark, h.ForReporter))],
            [.. file.Decisions.Select(d => new DecisionDetails(d.Kind, d.Source, d.Chosen, d.Probability, CaseFile.Considered(d), d.CorrectedTo))],
            [.. file.Attachments.Select(a => new AttachmentDetails(a.Id, a.Name, a.MediaType, a.Length, a.Width, a.Height, $"/api/v1/cases/{c.Id}/files/{a.Id}"))]);
    }
}

/// <summary>What was promised. Limits as <c>4wh</c> (working hours), <c>5wd</c> (working days), <c>2h</c>, <c>3d</c>.</summary>
internal sealed record PromiseDetails(string Accept, string Dispatch, string Handle, string? Standard, string? LegalBasis)
{
    public static PromiseDetails Of(Promise promise) => new(promise.Accept.ToString(), promise.Dispatch.ToString(), promise.Handle.ToString(), promise.Standard, promise.LegalBasis);
}

/// <summary>An answer to an extra question, in the words the reporter was asked with.</summary>
internal sealed record AnswerDetails(string Code, string Question, IReadOnlyList<string> Given);

/// <summary>One thing that happened.</summary>
internal sealed record EntryDetails(DateTimeOffset At, CaseAction Action, string Actor, CaseStatus Status, int Version, string? Remark, bool ForReporter);

/// <summary>An automatic decision with all it considered.</summary>
internal sealed record DecisionDetails(DecisionKind Kind, string Source, string? Chosen, double Probability, IReadOnlyList<Choice> Choices, string? CorrectedTo);

/// <summary>A photo or file; fetch it at its address.</summary>
internal sealed record AttachmentDetails(Guid Id, string Name, string MediaType, long Length, int? Width, int? Height, string Address);
