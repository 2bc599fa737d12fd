using Linli.Cases.AnswerCall;
using Linli.Cases.AnswerLetter;
using Linli.Cases.AnswerSupervisor;
using Linli.Cases.Appeals;
using Linli.Cases.AppealScore;
using Linli.Cases.CallBacks;
using Linli.Cases.DecideAppeal;
using Linli.Cases.DecideOnCase;
using Linli.Cases.IssueLetter;
using Linli.Cases.OfficialLetters;
using Linli.Cases.OpenConsultation;
using Linli.Cases.RecordCallBack;
using Linli.Cases.SavedFilters;
using Linli.Cases.SpeakOnCase;
using Linli.Cases.SplitCase;
using Linli.Cases.SuperviseCase;
using Linli.Cases.Watching;
using Linli.Contracts.Grids;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Formats;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.SeedDemo;

/// <summary>
/// A few of each thing that a case can lead to and the stories do not tell of, so that no page of the demo is empty: parts, supervision, a consultation, letters, calls, filters, appeals,
/// second looks. Done to the demo's cases by the same handlers as everything else, in the name of the demo's accounts.
/// </summary>
internal sealed class DemoActs(DemoCast cast, AppDb db, IUnits units, FieldCipher cipher, SiteTime site, TimeProvider clock) : IDemoSeeder
{
    /// <summary>In fewer cases there is too little to do it to.</summary>
    private const int Enough = 200;

    private const string Supervisor = "luo11", Clerk = "deng03", StreetClerk = "song35", Counter = "liu07";

    /// <summary>Between an act and the next, and how long ago the last must be for a supervision to be overdue by now.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1), Neglected = TimeSpan.FromDays(2);

    private readonly DateTimeOffset now = clock.GetUtcNow();

    private DateOnly Today => site.Date(now);

    public int Order => 70;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        if (caseCount < Enough || await db.Calls.AnyAsync(ct)) return;
        await SplitAsync(ct);
        var handling = await db.Cases.AsNoTracking().Where(c => c.Status == CaseStatus.Handling && c.Asked == null).OrderBy(c => c.ReceivedAt).Take(8).ToListAsync(ct);
        await WatchAsync(handling, ct);
        await SuperviseAsync([.. handling.Take(4)], ct);
        await IssueLettersAsync([.. handling.Take(3)], ct);
        await ConsultAsync([.. handling.TakeLast(2)], ct);
        await AppealAsync(ct);
        await CallBackAsync(ct);
        await SaveFiltersAsync(ct);
        await KeepCallsAsync(ct);
    }

    private async Task SplitAsync(CancellationToken ct)
    {
        string[] further = ["同一路段的路灯有两盏不亮，晚上看不清路。", "旁边的垃圾桶已经满溢，气味很大，请安排清运。", "门口的人行道被共享单车占满，老人和轮椅过不去。"];
        var received = await db.Cases.AsNoTracking().Where(c => (c.Status == CaseStatus.Received || c.Status == CaseStatus.Accepted) && c.CategoryCode != null).OrderByDescending(c => c.ReceivedAt).Take(further.Length).ToListAsync(ct);
        foreach (var (found, text) in received.Zip(further))
            await cast.DoAsync<SplitCaseHandler, CaseState>(
                Clerk, handler => handler.HandleAsync(found.Id, new() { Version = found.Version, Remark = "一件诉求含两个事项，拆分后分别办理。", Parts = [new() { Text = found.Title, CategoryCode = found.CategoryCode }, new() { Text = text }] }, ct), ct);
    }

    /// <summary>Before the others act, so that there is news.</summary>
    private async Task WatchAsync(IReadOnlyList<Case> cases, CancellationToken ct)
    {
        foreach (var found in cases.Take(3)) await cast.DoAsync<WatchCaseHandler, Done>(Clerk, handler => handler.HandleAsync(found.Id, true, ct), ct);
        foreach (var found in cases.TakeLast(2)) await cast.DoAsync<WatchCaseHandler, Done>(Supervisor, handler => handler.HandleAsync(found.Id, true, ct), ct);
    }

    /// <summary>The first are overdue, where the case has been with its unit for long enough; every other one is answered.</summary>
    private async Task SuperviseAsync(IReadOnlyList<Case> cases, CancellationToken ct)
    {
        foreach (var (index, found) in cases.Index())
        {
            var before = await db.History.Where(h => h.CaseId == found.Id).MaxAsync(h => h.At, ct) + Pause;
            var past = before < now - Neglected && index < 2;
            var at = past ? before : now;
            var settleBy = site.Date(at).AddDays(past ? 1 : 7);
            var supervised = await cast.DoAsync<SuperviseCaseHandler, CaseState>(
                Supervisor, handler => handler.HandleAsync(found.Id, new() { Version = found.Version, SettleBy = settleBy, Remark = "反映人多次来电，办理时间较长，请抓紧办理，按期办结并反馈。" }, ct), ct, past ? at : null);
            if (index % 2 == 0) continue;
            await cast.DoForAsync<AnswerSupervisorHandler, CaseState>(
                found.UnitId!.Value, handler => handler.HandleAsync(found.Id, new() { Version = supervised.Version, Remark = "已安排专人跟进，方案明天确定，预计三日内完成。" }, ct), ct, past ? at + Pause : null);
        }
    }

    /// <summary>The first is answered.</summary>
    private async Task IssueLettersAsync(IReadOnlyList<Case> cases, CancellationToken ct)
    {
        foreach (var (index, found) in cases.Index())
        {
            var kind = index < 2 ? LetterKind.Reminder : LetterKind.Supervision;
            var version = await VersionAsync(found, ct);
            await cast.DoAsync<IssueLetterHandler, CaseState>(
                Supervisor, handler => handler.HandleAsync(found.Id, new() { Version = version, Kind = kind, ReplyBy = Today.AddDays(5), Remark = "近期同类问题增多，请举一反三，排查同类情况，并书面回复。" }, ct), ct);
            if (index > 0) continue;
            var letter = await db.OfficialLetters.AsNoTracking().SingleAsync(l => l.CaseId == found.Id, ct);
            await cast.DoForAsync<AnswerLetterHandler, Done>(
                letter.UnitId, handler => handler.HandleAsync(letter.Id, new() { Version = letter.Version, Reply = "已逐一排查，发现同类情况三处，本周内整改完毕。" }, ct), ct);
        }
    }

    /// <summary>The first has come to a decision.</summary>
    private async Task ConsultAsync(IReadOnlyList<Case> cases, CancellationToken ct)
    {
        foreach (var (index, found) in cases.Index())
        {
            Guid[] asked = [.. units.All.Where(u => u.Id != found.UnitId && u.Kind is UnitKind.Bureau).Take(2).Select(u => u.Id)];
            var version = await VersionAsync(found, ct);
            await cast.DoAsync<OpenConsultationHandler, CaseState>(
                Clerk, handler => handler.HandleAsync(found.Id, new() { Version = version, UnitIds = asked, Remark = "涉及多个部门，请就处置方案、责任分工和完成时间提出意见。" }, ct), ct);
            var first = await SpeakAsync(asked[0], found.Id, "建议先由属地到现场处置并做好提示，再由责任单位彻底解决。", null, ct);
            await SpeakAsync(found.UnitId!.Value, found.Id, "同意。现场提示今天可以完成，责任单位还需要确认。", first, ct);
            await SpeakAsync(asked[1], found.Id, "我们可以提供有关资料，明天上午发给主办单位。", null, ct);
            if (index > 0) continue;
            await cast.DoAsync<DecideOnCaseHandler, Guid>(Clerk, handler => handler.HandleAsync(found.Id, new() { Text = "核实情况并向主办单位提供书面材料。", UnitId = asked[1], DueOn = Today.AddDays(2) }, ct), ct);
            await cast.DoAsync<DecideOnCaseHandler, Guid>(Clerk, handler => handler.HandleAsync(found.Id, new() { Text = "完成现场处置，答复反映人。", UnitId = found.UnitId, DueOn = Today.AddDays(7) }, ct), ct);
        }
    }

    private Task<Guid> SpeakAsync(Guid unit, Guid caseId, string text, Guid? answers, CancellationToken ct) =>
        cast.DoForAsync<SpeakOnCaseHandler, Guid>(unit, handler => handler.HandleAsync(caseId, new() { Text = text, AnswersId = answers }, ct), ct);

    /// <summary>Others have acted on the case meanwhile.</summary>
    private Task<int> VersionAsync(Case found, CancellationToken ct) => db.Cases.Where(c => c.Id == found.Id).Select(c => c.Version).SingleAsync(ct);

    /// <summary>One granted, the others wait.</summary>
    private async Task AppealAsync(CancellationToken ct)
    {
        var since = now - TimeSpan.FromDays(8);
        var late = await db.Cases.AsNoTracking().Where(c => c.Status == CaseStatus.Closed && c.OnTime == false && c.UnitId != null && c.ClosedAt > since).OrderByDescending(c => c.ClosedAt).Take(3).ToListAsync(ct);
        foreach (var (index, found) in late.Index())
        {
            await cast.DoForAsync<AppealScoreHandler, CaseState>(
                found.UnitId!.Value, handler => handler.HandleAsync(found.Id, new() { Version = found.Version, Remark = "需要其他单位先行处置，等待期间已向反映人说明，请不计入超期。" }, ct), ct);
            if (index > 0) continue;
            var appeal = await db.Appeals.AsNoTracking().SingleAsync(a => a.CaseId == found.Id, ct);
            await cast.DoAsync<DecideAppealHandler, Done>(Supervisor, handler => handler.HandleAsync(appeal.Id, new() { Version = appeal.Version, Granted = true, Answer = "经核实，情况属实。" }, ct), ct);
        }
    }

    /// <summary>Two who are not content wait for a second look; the rest of the queue waits for calls. Taken past the queue, which begins with what a call would verify.</summary>
    private async Task CallBackAsync(CancellationToken ct)
    {
        string[] said = ["电话里说已经办好，到现场看没有变化，希望再来看看。", "工作人员态度很好，但是好了两天，又跟原来一样。"];
        var (caller, reporters) = (await cast.FindAsync(Counter, ct), db.Reporters);
        var closed = await db.Cases.AsNoTracking().Where(c => c.Status == CaseStatus.Closed && c.Satisfied == null && reporters.Any(r => r.CaseId == c.Id && r.Phone != null))
            .OrderByDescending(c => c.ClosedAt).Take(said.Length).ToListAsync(ct);
        foreach (var (found, words) in closed.Zip(said))
        {
            await using (var work = await db.BeginAsync(ct))
            {
                await db.TakeCallAsync(found.Id, found.Reopened, found.DivisionCode, caller.Id, now, now + Pause, ct);
                await work.CommitAsync(ct);
            }
            var held = await db.CallBacks.AsNoTracking().SingleAsync(c => c.CaseId == found.Id, ct);
            await cast.DoAsync<RecordCallBackHandler, Done>(
                Counter, handler => handler.HandleAsync(held.Id, new() { Version = held.Version, Result = CallResult.Reached, Satisfied = false, Speed = 3, Outcome = 2, Attitude = 4, Words = words }, ct), ct);
        }
    }

    private async Task SaveFiltersAsync(CancellationToken ct)
    {
        foreach (var (who, name, query, reach) in new[]
        {
            (Clerk, "超期未结", "?due=overdue", FilterReach.All),
            (Clerk, "督办件", "?mark=supervised", FilterReach.Mine),
            (StreetClerk, "待分拨", "?status=accepted", FilterReach.Unit),
        })
            await cast.DoAsync<SaveFilterHandler, SavedFilter>(who, handler => handler.HandleAsync(new() { Name = name, Query = query, Reach = reach }, ct), ct);
    }

    /// <summary>Calls of the last days: those that the newest cases came by, and others between them.</summary>
    private async Task KeepCallsAsync(CancellationToken ct)
    {
        var filed = await (
            from found in db.Cases.AsNoTracking()
            where found.Channel == "phone"
            join reporter in db.Reporters on found.Id equals reporter.CaseId
            where reporter.Phone != null
            orderby found.ReceivedAt descending
            select new { found.Id, found.DivisionCode, found.ReceivedAt, reporter.Phone }).Take(6).ToListAsync(ct);
        var clerk = await cast.FindAsync(Counter, ct);
        foreach (var (index, call) in filed.Index())
            Add(CallOutcome.Filed, call.ReceivedAt, 90 + 25 * index, call.DivisionCode, cipher.Unprotect(call.Phone!, Reporter.PhonePurpose), null, null, call.Id);
        Add(CallOutcome.Answered, now.AddHours(-3), 75, clerk.DivisionCode, "10055501234", "问社区食堂周末几点开门。", "社区食堂周末 11 点到 13 点开放，凭身份证可以就餐。", null);
        Add(CallOutcome.Answered, now.AddHours(-26), 130, clerk.DivisionCode, "10055505678", "问居住证签注要带什么材料。", "带身份证和居住证到社区窗口，当场办理。", null);
        Add(CallOutcome.Transferred, now.AddHours(-28), 40, clerk.DivisionCode, "10055509012", "家中燃气报警器响。", "燃气公司抢修热线", null);
        Add(CallOutcome.Silent, now.AddHours(-30), 12, clerk.DivisionCode, null, null, null, null);
        Add(CallOutcome.WrongNumber, now.AddHours(-50), 15, clerk.DivisionCode, "10055503456", null, null, null);
        await db.SaveChangesAsync(ct);

        void Add(CallOutcome outcome, DateTimeOffset ended, int seconds, string division, string? phone, string? words, string? said, Guid? caseId) => db.Append(new Call
        {
            Id = Guid.CreateVersion7(ended), ClerkId = clerk.Id, ClerkName = clerk.Name, DivisionCode = division, StartedAt = ended.AddSeconds(-seconds), Seconds = seconds, Outcome = outcome,
            Phone = phone is null ? null : cipher.Protect(phone, Call.PhonePurpose), PhoneFingerprint = phone is null ? null : cipher.Fingerprint(phone, Call.PhonePurpose),
            MaskedPhone = phone is null ? null : Masking.Phone(phone), Words = words, Said = said, CaseId = caseId,
        });
    }
}
