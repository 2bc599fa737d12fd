using Linli.Cases;
using Linli.Cases.History;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Worktime;

namespace Linli.Modules.Tests.Cases;

/// <summary>Random walks through the life of a case, legal and illegal steps alike.</summary>
public sealed class AnyWayThroughACaseTests
{
    private static readonly Unit[] Units = [.. Enumerable.Range(1, 4).Select(i => new Unit(new Guid(i, 0, 0, new byte[8]), $"{i}", $"{i}", UnitKind.Team, "990101001", null, null))];
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly WorkCalendar Calendar = WorkCalendar.Standard;

    [Fact]
    public void No_step_leads_out_of_the_table_and_a_refused_one_changes_nothing()
    {
        var reached = new HashSet<CaseStatus>();
        for (var seed = 0; seed < 1_500; seed++)
        {
            var walk = new Walk(seed);
            for (var step = 0; step < 150; step++) walk.Step(reached);
            walk.Replay();
        }
        Assert.Equal(Enum.GetValues<CaseStatus>().Order(), reached.Order());   // the walk goes everywhere
    }

    private sealed class Walk(int seed)
    {
        private readonly Random dice = new(seed);
        private readonly List<HistoryEntry> history = [];
        private DateTimeOffset now = Start;
        private readonly Case found = new()
        {
            Id = Guid.CreateVersion7(Start), Number = "1", Channel = "web", Title = "t", Text = "t", ReceivedAt = Start, FollowUpHash = [], DivisionCode = "990101001001001", CategoryCode = "01",
        };

        public void Step(HashSet<CaseStatus> reached)
        {
            reached.Add(found.Status);
            now = now.AddHours(dice.Next(1, 30));
            if (found.Status is CaseStatus.Split && dice.Next(3) == 0)
            {
                if (found.PartEnds(late: dice.Next(4) == 0, now)) history.Add(HistoryEntry.Of(found, CaseAction.Complete, new(ActorKind.System, null, "parts"), now));
                else history.Add(HistoryEntry.Of(found, CaseAction.Urge, new(ActorKind.System, null, "parts"), now));   // counted like any change that leaves the state
                return;
            }
            var lines = CaseTransitions.All.Where(line => line.From.Contains(found.Status) || dice.Next(5) == 0).ToList();
            var action = lines[dice.Next(lines.Count)].Action;
            var access = new Somebody(Units[dice.Next(Units.Length)].Id, dice.Next(10) == 0 ? null : CaseTransitions.Of(action).Permission);
            var (status, version, clock) = (found.Status, found.Version, found.Clock);
            var allowed = CaseTransitions.For(found, access).Contains(action);
            if (found.Move(action, access, now) is not null)
            {
                Assert.False(allowed, $"{action} is offered in {status} and refused");
                Assert.Equal((status, version, clock), (found.Status, found.Version, found.Clock));
                return;
            }
            Assert.True(allowed, $"{action} is not offered in {status} and done");
            After(action, access);
            found.Wind(Calendar);
            history.Add(HistoryEntry.Of(found, action, access.Actor, now));
            Assert.Equal(version + 1, found.Version);
            if (found.Status is CaseStatus.Suspended) Assert.True(found.DueAt is null || found.DueAt <= Calendar.NextOpening(now), "it stands still unless its time was used up before");
            else Assert.Equal(found.Clock is not null, found.DueAt is not null);
            Assert.Equal(found.Status is CaseStatus.Suspended, found.SuspendedUntil is not null);
            Assert.True(found.SupervisedUntil is null || found.Status is not (CaseStatus.Closed or CaseStatus.Declined), "what has ended is not supervised");
            Assert.True(found.Returns <= Case.MostReturns && found.Extensions <= Case.MostExtensions);
            Assert.True(found.DispatchedAt is null || found.AccountableUnitId is not null, "somebody answers for it");
        }

        /// <summary>What the handlers do after a move.</summary>
        private void After(CaseAction action, Somebody access)
        {
            switch (action)
            {
                case CaseAction.Dispatch or CaseAction.Rule or CaseAction.Settle: found.GiveTo(Units[dice.Next(Units.Length)]); break;
                case CaseAction.AskSuspension: found.Ask(new(now.AddDays(dice.Next(1, 50)), null)); break;
                case CaseAction.AskExtension: found.Ask(new(null, Limit.WorkingDays(dice.Next(1, 5)))); break;
                case CaseAction.Supervise: found.Supervise(access.Actor.Id, new(2026, 12, 31)); break;
                case CaseAction.Grant: found.Grant(now); break;
                case CaseAction.Refuse: found.Refuse(); break;
                case CaseAction.Regrade: found.Regrade(dice.Next(1, 6), now); break;
                case CaseAction.Assist: found.OpenParts = [.. found.OpenParts, Assignment.Of(found, Units[dice.Next(Units.Length)].Id, AssignmentRole.Assist, now)]; break;
                case CaseAction.Consult: found.OpenParts = [.. found.OpenParts, Assignment.Of(found, Units[dice.Next(Units.Length)].Id, AssignmentRole.Consult, now)]; break;
                case CaseAction.EndConsultation: found.OpenParts = [.. found.OpenParts.Where(p => p.Role is not AssignmentRole.Consult)]; break;
                case CaseAction.Pass: found.PassTo(dice.Next(2) == 0 ? "990101" : "990101001"); break;
                case CaseAction.Split: found.GoOnIn(dice.Next(2, 4)); break;
                case CaseAction.FinishPart: found.OpenParts = [.. found.OpenParts.Where(p => p != found.PartOf(access.Unit))]; break;
            }
        }

        /// <summary>The history alone leads from the first state to the present one, along the lines of the table.</summary>
        public void Replay()
        {
            var (status, merged) = (CaseStatus.Received, CaseStatus.Received);
            foreach (var entry in history)
            {
                if (entry.Action is CaseAction.Complete)
                {
                    Assert.Equal((CaseStatus.Split, CaseStatus.Closed), (status, entry.Status));
                    status = entry.Status;
                    continue;
                }
                var line = CaseTransitions.Of(entry.Action);
                Assert.Contains(status, line.From);
                if (entry.Action is CaseAction.Merge) merged = status;
                var to = entry.Action switch
                {
                    CaseAction.Grant when entry.Status is CaseStatus.Suspended => CaseStatus.Suspended,
                    CaseAction.Unmerge => merged,
                    _ => line.To ?? status,
                };
                Assert.Equal(to, entry.Status);
                status = entry.Status;
            }
            Assert.Equal(found.Status, status);
            Assert.Equal(history.Count + 1, found.Version);
        }
    }

    /// <summary>Somebody of a unit with one permission, or with none.</summary>
    private sealed class Somebody(Guid unit, string? permission) : IAccess
    {
        public Actor Actor { get; } = new(ActorKind.Staff, unit, "somebody");
        public string? Division => "990101";
        public Guid? Unit => unit;
        public bool OwnUnitOnly => false;
        public bool May(string wanted) => wanted == permission;
    }
}
