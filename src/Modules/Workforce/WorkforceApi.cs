using Linli.Platform.Idempotency;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.Workforce;

/// <summary>The API of those who work here, in one place so that it reads like its table of contents.</summary>
internal static class WorkforceApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApi("/api/v1").WithTags("Workforce");

        api.MapGet("posts", EditPostEndpoint.List).RequireAuthorization(WorkforcePolicies.See).WithName("listPosts");
        api.MapPost("posts", EditPostEndpoint.Post).RequireAuthorization(WorkforcePolicies.Manage).Idempotent().WithName("savePost");

        api.MapGet("workers", ListWorkersEndpoint.List).RequireAuthorization(WorkforcePolicies.See).WithName("listWorkers");
        api.MapGet("workers/{id:guid}", ListWorkersEndpoint.Get).RequireAuthorization(WorkforcePolicies.See).WithName("getWorker");
        api.MapPost("workers", EditWorkerEndpoint.Post).RequireAuthorization(WorkforcePolicies.Manage).Idempotent().WithName("addWorker");
        api.MapPut("workers/{id:guid}", EditWorkerEndpoint.Put).RequireAuthorization(WorkforcePolicies.Manage).WithName("editWorker");
        api.MapPost("workers/{id:guid}/reveal", RevealWorkerEndpoint.Post).RequireAuthorization(WorkforcePolicies.Manage).WithName("revealWorker");

        api.MapGet("rosters/{division}/{day}", EditRosterEndpoint.Get).RequireAuthorization(WorkforcePolicies.See).WithName("getRoster");
        api.MapPut("rosters/{division}/{day}", EditRosterEndpoint.Put).RequireAuthorization(WorkforcePolicies.Roster).WithName("saveRoster");
        api.MapGet("my/shifts", MyShiftsEndpoint.Get).RequireAuthorization(WorkforcePolicies.Serve).WithName("listMyShifts");

        api.MapGet("leaves", LeaveEndpoint.List).RequireAuthorization(WorkforcePolicies.Serve).WithName("listLeaves");
        api.MapPost("leaves", LeaveEndpoint.Ask).RequireAuthorization(WorkforcePolicies.Serve).Idempotent().WithName("askLeave");
        api.MapPost("leaves/{id:guid}/withdraw", LeaveEndpoint.Withdraw).RequireAuthorization(WorkforcePolicies.Serve).WithName("withdrawLeave");
        api.MapPost("leaves/{id:guid}/decide", LeaveEndpoint.Decide).RequireAuthorization(WorkforcePolicies.Leave).WithName("decideLeave");

        api.MapGet("courses", TrainingEndpoint.List).RequireAuthorization(WorkforcePolicies.Care).WithName("listCourses");
        api.MapPost("courses", TrainingEndpoint.Post).RequireAuthorization(WorkforcePolicies.Care).Idempotent().WithName("addCourse");
        api.MapPost("courses/{id:guid}/attendance", TrainingEndpoint.Record).RequireAuthorization(WorkforcePolicies.Care).WithName("recordAttendance");
        api.MapGet("certificates/expiring", TrainingEndpoint.Expiring).RequireAuthorization(WorkforcePolicies.Care).WithName("listExpiringCertificates");

        api.MapGet("care", CareEndpoint.List).RequireAuthorization(WorkforcePolicies.Care).WithName("listCare");
        api.MapPost("care", CareEndpoint.Post).RequireAuthorization(WorkforcePolicies.Care).Idempotent().WithName("addCare");
        api.MapPost("care/{id:guid}/finish", CareEndpoint.Finish).RequireAuthorization(WorkforcePolicies.Care).WithName("finishCare");

        api.MapGet("appraisals", AppraisalEndpoint.List).RequireAuthorization(WorkforcePolicies.Appraise).WithName("listAppraisals");
        api.MapPost("appraisals", AppraisalEndpoint.Open).RequireAuthorization(WorkforcePolicies.Appraise).Idempotent().WithName("openAppraisal");
        api.MapGet("appraisals/{id:guid}", AppraisalEndpoint.Get).RequireAuthorization(WorkforcePolicies.Appraise).WithName("getAppraisal");
        api.MapPut("appraisals/{id:guid}/grades", AppraisalEndpoint.Grade).RequireAuthorization(WorkforcePolicies.Appraise).WithName("gradeWorkers");
        api.MapPost("appraisals/{id:guid}/close", AppraisalEndpoint.Close).RequireAuthorization(WorkforcePolicies.Appraise).WithName("closeAppraisal");
        api.MapPost("appraisals/{id:guid}/reopen", AppraisalEndpoint.Reopen).RequireAuthorization(WorkforcePolicies.Appraise).WithName("reopenAppraisal");
        api.MapPost("objections/{id:guid}/decide", AppraisalEndpoint.Decide).RequireAuthorization(WorkforcePolicies.Appraise).WithName("decideObjection");

        api.MapGet("my/appraisals", MyAppraisalEndpoint.List).RequireAuthorization(WorkforcePolicies.Serve).WithName("listMyAppraisals");
        api.MapPut("my/appraisals/{id:guid}/summary", MyAppraisalEndpoint.Summarise).RequireAuthorization(WorkforcePolicies.Serve).WithName("writeMySummary");
        api.MapPost("my/appraisals/{id:guid}/objection", MyAppraisalEndpoint.Object).RequireAuthorization(WorkforcePolicies.Serve).WithName("objectToGrade");

        api.MapGet("reserve", ReserveEndpoint.List).RequireAuthorization(WorkforcePolicies.Appraise).WithName("listReserve");
        api.MapGet("reserve.csv", ReserveEndpoint.GetCsv).RequireAuthorization(WorkforcePolicies.Appraise).WithName("exportReserve");
        api.MapPost("reserve", ReserveEndpoint.PutForward).RequireAuthorization(WorkforcePolicies.Appraise).Idempotent().WithName("putForward");
        api.MapPost("reserve/{id:guid}/end", ReserveEndpoint.End).RequireAuthorization(WorkforcePolicies.Appraise).WithName("endReserve");

        api.MapGet("my/counselling", CounselEndpoint.List).RequireAuthorization(WorkforcePolicies.Serve).WithName("listMyCounselling");
        api.MapPost("my/counselling", CounselEndpoint.Post).RequireAuthorization(WorkforcePolicies.Serve).WithName("sayInCounsel");
    }
}
