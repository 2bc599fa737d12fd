using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases;

/// <summary>The API of cases, in one place so that it reads like its table of contents.</summary>
internal static class CasesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapApi("/api/v1").WithTags("Figures").MapGet("figures", Figures.ReadFiguresEndpoint.Get).RequireAuthorization(CasesPolicies.SeeFigures).WithName("readFigures");
        endpoints.MapApi("/api/v1").WithTags("Figures").MapGet("scorecard", async ([AsParameters] ListCases.CaseFilter filter, ScoreUnits.ScoreUnitsHandler handler, CancellationToken ct) =>
            TypedResults.Ok(await handler.HandleAsync(filter, ct))).RequireAuthorization(CasesPolicies.SeeFigures).WithName("scoreUnits");
        var appeals = endpoints.MapApi("/api/v1/appeals").WithTags("Figures").RequireAuthorization(CasesPolicies.Supervise);
        appeals.MapGet("", async (DecideAppeal.DecideAppealHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.ListAsync(ct))).WithName("listAppeals");
        appeals.MapPost("{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, DecideAppeal.DecideAppeal command, DecideAppeal.DecideAppealHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(id, command, ct)).ToHttp()).Idempotent().WithName("decideAppeal");
        MakeBulletin.BulletinsApi.Map(endpoints.MapApi("/api/v1/bulletins").WithTags("Figures"));
        CallBacks.CallBacksApi.Map(endpoints.MapApi("/api/v1").WithTags("CallBacks"));
        OfficialLetters.OfficialLettersApi.Map(endpoints.MapApi("/api/v1").WithTags("Letters"));
        Templates.TemplatesApi.Map(endpoints.MapApi("/api/v1/templates").WithTags("Letters"));
        ReplyAtOnce.AnswersApi.Map(endpoints.MapApi("/api/v1").WithTags("Topics"));
        var taxonomy = endpoints.MapApi("/api/v1/taxonomy").WithTags("Taxonomy");
        EditTaxonomy.TaxonomyApi.Map(taxonomy);
        ReviseTaxonomy.RevisionsApi.Map(taxonomy);
        TraceRouting.TraceApi.Map(endpoints.MapApi("/api/v1/cases").WithTags("Cases"), taxonomy);
        EditChannels.ChannelsApi.Map(endpoints.MapApi("/api/v1/channels").WithTags("Channels"));
        endpoints.MapApi("/api/v1/channels").WithTags("Channels").MapPost("{code}/webhook", ReceiveMessage.WebhookEndpoint.Post).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(ReceiveMessage.WebhookEndpoint.MaxBytes)).Accepts<object>("application/json", "*/*").WithName("receiveMessage");
        MendLetters.LettersApi.Map(endpoints.MapApi("/api/v1/dead-letters").WithTags("Channels"));
        endpoints.MapApi("/api/v1/uploads").WithTags("Channels").MapGet("{id:guid}/refused.csv", UploadTable.RefusalsEndpoint.Get).RequireAuthorization(CasesPolicies.Upload).WithName("getRefusedRows");
        SeeDeliveries.DeliveriesApi.Map(endpoints);
        SeeLearning.LearningApi.Map(endpoints.MapApi("/api/v1/learning").WithTags("Learning"));
        SavedFilters.FiltersApi.Map(endpoints.MapApi("/api/v1/filters").WithTags("Filters"));
        AnswerCall.CallsApi.Map(endpoints, endpoints.MapApi("/api/v1/calls").WithTags("Calls"));
        var api = endpoints.MapApi("/api/v1/cases").WithTags("Cases");
        api.MapPost("", ReceiveCase.ReceiveCaseEndpoint.Post).RequireAuthorization(CasesPolicies.Report).Idempotent().WithName("receiveCase");
        api.MapPost("batch", ReceiveBatch.ReceiveBatchEndpoint.Post).RequireAuthorization(CasesPolicies.Report).WithMetadata(new RequestSizeLimitAttribute(ReceiveBatch.CaseBatch.MaxBytes)).WithName("receiveBatch");
        api.MapGet("", ListCases.ListCasesEndpoint.Get).RequireAuthorization(CasesPolicies.See).WithName("listCases");
        api.MapGet("counts", ListCases.ListCasesEndpoint.GetCounts).RequireAuthorization(CasesPolicies.See).WithName("countCases");
        api.MapGet("export.csv", ExportCases.ExportCasesEndpoint.Get).RequireAuthorization(CasesPolicies.Export).WithName("exportCases");
        api.MapGet("export.xlsx", ExportCases.ExportCasesEndpoint.GetExcel).RequireAuthorization(CasesPolicies.Export).WithName("exportCasesToExcel");
        api.MapPost("many", async Task<Results<Ok<IReadOnlyList<ActOnMany.Outcome>>, ProblemResult>> (ActOnMany.ActOnMany command, ActOnMany.ActOnManyHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(command, ct)).ToHttp()).RequireAuthorization(CasesPolicies.See).WithName("actOnManyCases");   // each case by itself, safe to repeat by its version
        api.MapPost("{id:guid}/reveal", async Task<Results<Ok<RevealReporter.RevealedPerson>, ProblemResult>> (Guid id, RevealReporter.RevealReporter command, RevealReporter.RevealReporterHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(id, command, ct)).ToHttp()).RequireAuthorization(CasesPolicies.Reveal).WithName("revealReporter");
        api.MapGet("{id:guid}", ViewCase.ViewCaseEndpoint.Get).RequireAuthorization(CasesPolicies.See).WithName("viewCase");
        api.MapGet("{id:guid}/like", Duplicates.LikeCasesEndpoint.Get).RequireAuthorization(CasesPolicies.See).WithName("listLikeCases");
        api.MapGet("{id:guid}/files/{attachmentId:guid}", ViewCase.CaseFilesEndpoint.Get).RequireAuthorization(CasesPolicies.See).WithName("getCaseFile");

        Watching.WatchingApi.Map(api);

        Act<AcceptCase.AcceptCase, AcceptCase.AcceptCaseHandler>(api, "accept", CasesPolicies.Accept, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<DeclineCase.DeclineCase, DeclineCase.DeclineCaseHandler>(api, "decline", CasesPolicies.Accept, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<ReclassifyCase.ReclassifyCase, ReclassifyCase.ReclassifyCaseHandler>(api, "reclassify", CasesPolicies.Classify, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<RelocateCase.RelocateCase, RelocateCase.RelocateCaseHandler>(api, "relocate", CasesPolicies.Classify, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<DispatchCase.DispatchCase, DispatchCase.DispatchCaseHandler>(api, "dispatch", CasesPolicies.Dispatch, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<TakeCase.TakeCase, TakeCase.TakeCaseHandler>(api, "take", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<ReportProgress.ReportProgress, ReportProgress.ReportProgressHandler>(api, "progress", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<HandleCase.HandleCase, HandleCase.HandleCaseHandler>(api, "handle", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<AskSuspension.AskSuspension, AskSuspension.AskSuspensionHandler>(api, "suspend", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<AskExtension.AskExtension, AskExtension.AskExtensionHandler>(api, "extend", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<AnswerUnit.AnswerUnit, AnswerUnit.AnswerUnitHandler>(api, "answer", CasesPolicies.Approve, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<ResumeCase.ResumeCase, ResumeCase.ResumeCaseHandler>(api, "resume", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<ReturnCase.ReturnCase, ReturnCase.ReturnCaseHandler>(api, "return", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<InsistOnUnit.InsistOnUnit, InsistOnUnit.InsistOnUnitHandler>(api, "insist", CasesPolicies.Dispatch, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<CallMeeting.CallMeeting, CallMeeting.CallMeetingHandler>(api, "coordinate", CasesPolicies.Coordinate, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<RuleOnCase.RuleOnCase, RuleOnCase.RuleOnCaseHandler>(api, "rule", CasesPolicies.Coordinate, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<AssistCase.AssistCase, AssistCase.AssistCaseHandler>(api, "assist", CasesPolicies.Dispatch, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<FinishPart.FinishPart, FinishPart.FinishPartHandler>(api, "finish-part", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<SettleCase.SettleCase, SettleCase.SettleCaseHandler>(api, "settle", CasesPolicies.Settle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<PassCase.PassCase, PassCase.PassCaseHandler>(api, "pass", CasesPolicies.Pass, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<SplitCase.SplitCase, SplitCase.SplitCaseHandler>(api, "split", CasesPolicies.Dispatch, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Consultations.ConsultationsApi.Map(api);
        Act<OpenConsultation.OpenConsultation, OpenConsultation.OpenConsultationHandler>(api, "consult", CasesPolicies.Consult, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<EndConsultation.EndConsultation, EndConsultation.EndConsultationHandler>(api, "end-consultation", CasesPolicies.Consult, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<RegradeCase.RegradeCase, RegradeCase.RegradeCaseHandler>(api, "regrade", CasesPolicies.Regrade, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<AcknowledgeAlarm.AcknowledgeAlarm, AcknowledgeAlarm.AcknowledgeAlarmHandler>(api, "acknowledge", CasesPolicies.See, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<UrgeCase.UrgeCase, UrgeCase.UrgeCaseHandler>(api, "urge", CasesPolicies.Urge, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<SuperviseCase.SuperviseCase, SuperviseCase.SuperviseCaseHandler>(api, "supervise", CasesPolicies.Supervise, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<AnswerSupervisor.AnswerSupervisor, AnswerSupervisor.AnswerSupervisorHandler>(api, "answer-supervisor", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<ConcludeSupervision.ConcludeSupervision, ConcludeSupervision.ConcludeSupervisionHandler>(api, "conclude", CasesPolicies.Supervise, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<IssueLetter.IssueLetter, IssueLetter.IssueLetterHandler>(api, "letter", CasesPolicies.IssueLetters, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<AppealScore.AppealScore, AppealScore.AppealScoreHandler>(api, "appeal", CasesPolicies.Handle, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<MergeCase.MergeCase, MergeCase.MergeCaseHandler>(api, "merge", CasesPolicies.Merge, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<UnmergeCase.UnmergeCase, UnmergeCase.UnmergeCaseHandler>(api, "unmerge", CasesPolicies.Merge, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<VerifyCase.VerifyCase, VerifyCase.VerifyCaseHandler>(api, "verify", CasesPolicies.Verify, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<ReplyToReporter.ReplyToReporter, ReplyToReporter.ReplyToReporterHandler>(api, "reply", CasesPolicies.Reply, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<CloseCase.CloseCase, CloseCase.CloseCaseHandler>(api, "close", CasesPolicies.Close, (h, id, c, ct) => h.HandleAsync(id, c, ct));
        Act<ReopenCase.ReopenCase, ReopenCase.ReopenCaseHandler>(api, "reopen", CasesPolicies.Reopen, (h, id, c, ct) => h.HandleAsync(id, c, ct));
    }

    /// <summary><c>POST /api/v1/cases/{id}/verb</c>: the same handler as the page's button.</summary>
    private static void Act<TCommand, THandler>(RouteGroupBuilder api, string verb, string policy, Func<THandler, Guid, TCommand, CancellationToken, Task<Result<CaseState>>> act)
        where TCommand : CaseCommand
        where THandler : class =>
        api.MapPost($"{{id:guid}}/{verb}", async Task<Results<Ok<CaseState>, ProblemResult>> (Guid id, TCommand command, THandler handler, CancellationToken ct) =>
                (await act(handler, id, command, ct)).ToHttp())
            .RequireAuthorization(policy).Idempotent().WithName(verb + "Case");
}
