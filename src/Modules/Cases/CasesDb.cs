using System.Text.Json;
using Linli.Cases.Alerts;
using Linli.Cases.Channels;
using Linli.Cases.Consultations;
using Linli.Cases.Coordination;
using Linli.Cases.DeadLetters;
using Linli.Cases.Deadlines;
using Linli.Cases.FindTopics;
using Linli.Cases.History;
using Linli.Cases.Intake;
using Linli.Cases.Learning;
using Linli.Cases.Open311;
using Linli.Cases.OptOut;
using Linli.Cases.Questions;
using Linli.Cases.ReplyAtOnce;
using Linli.Cases.ReviseTaxonomy;
using Linli.Cases.Search;
using Linli.Cases.StandardTexts;
using Linli.Cases.Taxonomy;
using Linli.Cases.UploadTable;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Texts;
using Linli.Worktime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Linli.Cases;

/// <summary>The tables of this module.</summary>
internal static class CasesDb
{
    private static readonly ValueConverter<Limit, string> LimitText = new(limit => limit.ToString(), text => Limit.Parse(text, null));
    private static readonly ValueConverter<Condition?, string> ConditionText = new(condition => condition!.Write(), text => Condition.Parse(text));
    private static readonly ValueConverter<Asked?, string> AskedText = new(asked => asked!.ToString(), text => Asked.Parse(text));
    private static readonly ValueConverter<IReadOnlyList<Pause>?, string> PausesText =
        new(pauses => JsonSerializer.Serialize(pauses, Json.Readable), text => JsonSerializer.Deserialize<List<Pause>>(text, Json.Readable)!);
    private static readonly ValueConverter<IReadOnlyList<Guid>, string> KeysText =
        new(keys => JsonSerializer.Serialize(keys, Json.Readable), text => JsonSerializer.Deserialize<List<Guid>>(text, Json.Readable)!);
    private static readonly ValueComparer<IReadOnlyList<Guid>> SameKeys = new((a, b) => a!.SequenceEqual(b!), keys => keys.Count, keys => keys);
    private static readonly ValueComparer<IReadOnlyList<Pause>?> SamePauses = new((a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)), pauses => pauses == null ? 0 : pauses.Count, pauses => pauses);

    extension(AppDb db)
    {
        public DbSet<Case> Cases => db.Set<Case>();
        public DbSet<Assignment> Assignments => db.Set<Assignment>();
        public DbSet<Meeting> Meetings => db.Set<Meeting>();
        public DbSet<HotTopic> HotTopics => db.Set<HotTopic>();
        public DbSet<ReadyAnswer> ReadyAnswers => db.Set<ReadyAnswer>();
        public DbSet<HistoryEntry> History => db.Set<HistoryEntry>();
        public DbSet<Decision> Decisions => db.Set<Decision>();
        public DbSet<Reporter> Reporters => db.Set<Reporter>();
        public DbSet<OptedOut> OptedOut => db.Set<OptedOut>();
        public DbSet<Attachment> Attachments => db.Set<Attachment>();
        public DbSet<GivenAlert> Alerts => db.Set<GivenAlert>();
        public DbSet<StandardText> StandardTexts => db.Set<StandardText>();
        public DbSet<Rating> Ratings => db.Set<Rating>();
        public DbSet<RatingAnswer> RatingAnswers => db.Set<RatingAnswer>();
        public DbSet<ExternalReference> ExternalReferences => db.Set<ExternalReference>();
        public DbSet<DeadLetter> DeadLetters => db.Set<DeadLetter>();
        public DbSet<Upload> Uploads => db.Set<Upload>();
        public DbSet<Channel> Channels => db.Set<Channel>();
        public DbSet<Category> Categories => db.Set<Category>();
        public DbSet<Question> Questions => db.Set<Question>();
        public DbSet<Answer> Answers => db.Set<Answer>();
        public DbSet<ForeignUpdate> ForeignUpdates => db.Set<ForeignUpdate>();
        public DbSet<Revision> Revisions => db.Set<Revision>();
        public DbSet<Responsibility> Responsibilities => db.Set<Responsibility>();
        public DbSet<SearchRow> SearchRows => db.Set<SearchRow>();
        public DbSet<LearnedModel> LearnedModels => db.Set<LearnedModel>();
    }

    /// <summary>
    /// Cases the caller may see: those of their divisions; for handlers, of these only what their unit has or has an open part in.
    /// Of all these only those of <paramref name="part"/>, where a division is named.
    /// </summary>
    public static IQueryable<Case> Seen(this IQueryable<Case> cases, AppDb db, IAccess access, string? part = null)
    {
        var within = cases.Within(access, part);
        if (!access.OwnUnitOnly) return within;
        var (unit, parts) = (access.Unit, db.Assignments.Where(a => a.EndedAt == null));
        return within.Where(c => (c.UnitId != null && c.UnitId == unit && (c.DispatchedAt != null || c.Status == CaseStatus.Closed))
            || parts.Where(a => a.UnitId == unit).Select(a => a.CaseId).Contains(c.Id));
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Case>(e =>
        {
            e.ToTable("cases_case");
            e.Ignore(x => x.Clock);
            e.Ignore(x => x.UnitSuggested);
            e.Ignore(x => x.OpenParts);
            e.Property(x => x.Asked).HasConversion(AskedText);
            e.Property(x => x.Pauses).HasConversion(PausesText, SamePauses);
            e.Property(x => x.Extension).HasConversion(LimitText);
            Promise(e, x => x.Promise);
            e.HasIndex(x => x.Number).IsUnique();
            e.HasIndex(x => x.FollowUpHash).IsUnique();
            e.HasIndex(x => new { x.DueOrder, x.DivisionCode, x.Status, x.CategoryCode, x.Desk, x.DispatchedAt, x.HandlerId, x.Asked, x.ClosedAt }, "ix_cases_case_due").HasFilter("closed_at IS NULL");
            e.HasIndex(x => new { x.ReceivedAt, x.Id, x.DivisionCode, x.CategoryCode, x.Status, x.Channel, x.Level, x.UnitId }, "ix_cases_case_list");
            e.HasIndex(x => new { x.Status, x.DivisionCode, x.CategoryCode, x.Channel, x.Level, x.UnitId }, "ix_cases_case_count");
            e.HasIndex(x => new { x.UnitId, x.Status });
            e.Property(x => x.CategoryCode).UseCollation("C");   // searched by prefix
            e.HasIndex(x => new { x.CategoryCode, x.ReceivedAt });
            e.HasIndex(x => x.NextAlertAt).HasFilter("next_alert_at IS NOT NULL");
            e.HasIndex(x => new { x.DivisionCode, x.ReceivedAt }, "ix_cases_case_like_place").HasFilter("closed_at IS NULL");
            e.HasIndex(x => new { x.CategoryCode, x.ReceivedAt, x.DivisionCode }, "ix_cases_case_like_category").HasFilter("closed_at IS NULL");
            e.HasIndex(x => new { x.Latitude, x.Longitude, x.DivisionCode, x.DueOrder, x.Number, x.Id, x.ClosedAt }, "ix_cases_case_map").HasFilter("closed_at IS NULL");
            e.HasIndex(x => new { x.ClosedAt, x.ReceivedAt, x.Latitude, x.Longitude, x.DivisionCode }, "ix_cases_case_past").HasFilter("closed_at IS NOT NULL");
            e.HasIndex(x => x.MasterId).HasFilter("master_id IS NOT NULL");
            e.HasIndex(x => x.WholeId).HasFilter("whole_id IS NOT NULL");
            e.Property(x => x.Desk).UseCollation("C");
            e.Ignore(x => x.IsDiscussed);
            e.HasIndex(x => x.SuspendedUntil).HasFilter("suspended_until IS NOT NULL");
            e.HasIndex(x => x.AlarmAt).HasFilter("alarm_at IS NOT NULL");
            e.HasIndex(x => new { x.DueOrder, x.DivisionCode }, "ix_cases_case_asked").HasFilter("asked IS NOT NULL");
            e.HasIndex(x => new { x.ClosedAt, x.DivisionCode }, "ix_cases_case_unrated").HasFilter("status = 'Closed' AND satisfied IS NULL");
            e.HasIndex(x => new { x.SecondLookAt, x.DivisionCode }, "ix_cases_case_second_look").HasFilter("second_look_at IS NOT NULL");
            e.HasIndex(x => new { x.SupervisedUntil, x.DivisionCode }, "ix_cases_case_supervised").HasFilter("supervised_until IS NOT NULL");
        });
        model.Entity<Assignment>(e =>
        {
            e.ToTable("cases_assignment");
            e.HasIndex(x => x.CaseId);
            e.HasIndex(x => new { x.UnitId, x.CaseId }).HasFilter("ended_at IS NULL");
        });
        model.Entity<Meeting>(e =>
        {
            e.ToTable("cases_meeting");
            e.Property(x => x.ListChangedAt).IsConcurrencyToken();   // a ruling goes into the list once
            e.HasIndex(x => x.CaseId);
            e.HasIndex(x => x.ListDivision).HasFilter("list_division IS NOT NULL AND list_changed_at IS NULL");
        });
        ConsultationsDb.Configure(model);
        model.Entity<HotTopic>(e =>
        {
            e.ToTable("cases_hot_topic");
            e.Property(x => x.CaseIds).HasConversion(KeysText, SameKeys);
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<ReadyAnswer>(e =>
        {
            e.ToTable("cases_ready_answer");
            e.Property(x => x.ReviewedAt).IsConcurrencyToken();
            e.Property(x => x.EndedAt).IsConcurrencyToken();
            e.HasIndex(x => x.ValidTo).HasFilter("ended_at IS NULL");
        });
        model.Entity<HistoryEntry>(e =>
        {
            e.ToTable("cases_history");
            e.HasIndex(x => new { x.CaseId, x.At });
            e.HasIndex(x => x.At);
        });
        model.Entity<Decision>(e =>
        {
            e.ToTable("cases_decision");
            e.HasIndex(x => x.CaseId);
        });
        model.Entity<Reporter>(e =>
        {
            e.ToTable("cases_reporter");
            e.HasKey(x => x.CaseId);
            e.Property(x => x.Name).Encrypted(Reporter.NamePurpose);
            e.Property(x => x.Phone).Encrypted(Reporter.PhonePurpose);
            e.Property(x => x.Email).Encrypted(Reporter.EmailPurpose);
            e.HasIndex(x => x.PhoneFingerprint).HasFilter("phone_fingerprint IS NOT NULL");
            e.HasIndex(x => x.EmailFingerprint).HasFilter("email_fingerprint IS NOT NULL");
            e.HasIndex(x => x.CaseId, "ix_cases_reporter_named").HasFilter("anonymised_at IS NULL");
        });
        model.Entity<OptedOut>(e =>
        {
            e.ToTable("cases_opt_out");
            e.HasKey(x => x.Fingerprint);
        });
        model.Entity<Attachment>(e =>
        {
            e.ToTable("cases_attachment");
            e.HasIndex(x => x.CaseId);
        });
        model.Entity<GivenAlert>(e =>
        {
            e.ToTable("cases_alert");
            e.HasIndex(x => new { x.CaseId, x.ClockStartedAt, x.Percent }).IsUnique();
            e.HasIndex(x => x.At);
        });
        model.Entity<StandardText>(e =>
        {
            e.ToTable("cases_standard_text");
            e.Ignore(x => x.Subject);
            e.HasIndex(x => x.Action);
        });
        model.Entity<Rating>(e =>
        {
            e.ToTable("cases_rating");
            e.HasIndex(x => new { x.CaseId, x.Round }).IsUnique();
        });
        model.Entity<RatingAnswer>(e =>
        {
            e.ToTable("cases_rating_answer");
            e.HasKey(x => new { x.RatingId, x.QuestionId });
            e.HasIndex(x => x.QuestionId);
        });
        model.Entity<ExternalReference>(e =>
        {
            e.ToTable("cases_external_reference");
            e.HasKey(x => new { x.Channel, x.ExternalId });
            e.HasIndex(x => x.CaseId);
        });
        model.Entity<DeadLetter>(e =>
        {
            e.ToTable("cases_dead_letter");
            e.Ignore(x => x.Subject);
            e.Ignore(x => x.Key);
            e.Property(x => x.Payload).Encrypted(DeadLetter.PayloadPurpose);
            e.HasIndex(x => new { x.State, x.ReceivedAt });
        });
        model.Entity<Upload>(e =>
        {
            e.ToTable("cases_upload");
            e.Ignore(x => x.Subject);
            e.Ignore(x => x.Through);
            e.Property(x => x.Content).Encrypted(Upload.ContentPurpose);
            e.HasIndex(x => x.CreatedAt);
        });
        model.Entity<Channel>(e =>
        {
            e.ToTable("cases_channel");
            e.HasKey(x => x.Code);
            e.Ignore(x => x.Subject);
            e.Ignore(x => x.Label);
            e.Ignore(x => x.AtTheDesk);
        });
        model.Entity<Category>(e =>
        {
            e.ToTable("cases_category");
            e.HasKey(x => x.Code);
        });
        model.Entity<Revision>(e =>
        {
            e.ToTable("cases_revision");
            e.Ignore(x => x.Subject);
            e.HasIndex(x => x.CreatedAt);
            e.HasIndex(x => x.EffectiveFrom).HasFilter("applied_at IS NULL");
        });
        model.Entity<Responsibility>(e =>
        {
            e.ToTable("cases_responsibility");
            e.Property(x => x.Condition).HasConversion(ConditionText);
            e.Property(x => x.ValidTo).IsConcurrencyToken();
            Promise(e, x => x.Promise);
            e.HasIndex(x => new { x.CategoryCode, x.DivisionCode });
        });
        model.Entity<Question>(e =>
        {
            e.ToTable("cases_question");
            e.Ignore(x => x.Options);
            e.HasIndex(x => new { x.CategoryCode, x.Code }).IsUnique().HasFilter("valid_to IS NULL");
        });
        model.Entity<Answer>(e =>
        {
            e.ToTable("cases_answer");
            e.HasKey(x => new { x.CaseId, x.QuestionId });
        });
        model.Entity<ForeignUpdate>(e =>
        {
            e.ToTable("cases_open311_update");
            e.HasKey(x => new { x.KeyId, x.UpdateId });
        });
        OfficialLetters.OfficialLettersDb.Configure(model);
        Templates.TemplatesDb.Configure(model);
        CallBacks.CallBacksDb.Configure(model);
        MakeBulletin.BulletinsDb.Configure(model);
        Appeals.AppealsDb.Configure(model);
        model.Entity<SearchRow>(e =>
        {
            e.ToTable("cases_search");
            e.HasKey(x => x.CaseId);
        });
        model.Entity<LearnedModel>(e =>
        {
            e.ToTable("cases_model");
            e.HasIndex(x => new { x.Task, x.Number }).IsUnique();
            e.HasIndex(x => x.Task, "ix_cases_model_active").IsUnique().HasFilter("active");   // of a task one speaks
        });
        AnswerCall.CallsDb.Configure(model);
        SavedFilters.SavedFiltersDb.Configure(model);
        Watching.WatchingDb.Configure(model);
        model.Entity<CaseNumberDay>(e =>
        {
            e.ToTable("cases_number");
            e.HasKey(x => x.Day);
        });
    }

    private static void Promise<T>(EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, Promise?>> property) where T : class =>
        entity.ComplexProperty(property!, promise =>
        {
            promise.Property(p => p!.Accept).HasConversion(LimitText).HasColumnName("accept_limit");
            promise.Property(p => p!.Dispatch).HasConversion(LimitText).HasColumnName("dispatch_limit");
            promise.Property(p => p!.Handle).HasConversion(LimitText).HasColumnName("handle_limit");
            promise.Property(p => p!.Standard).HasColumnName("standard");
            promise.Property(p => p!.LegalBasis).HasColumnName("legal_basis");
        });
}
