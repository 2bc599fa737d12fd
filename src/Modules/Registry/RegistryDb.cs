using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>The module's tables.</summary>
internal static class RegistryDb
{
    extension(AppDb db)
    {
        internal DbSet<RecordType> RecordTypes => db.Set<RecordType>();
        internal DbSet<RegistryRecord> Records => db.Set<RegistryRecord>();
        internal DbSet<RecordState> RecordStates => db.Set<RecordState>();
        internal DbSet<RecordKey> RecordKeys => db.Set<RecordKey>();
        internal DbSet<RecordMark> RecordMarks => db.Set<RecordMark>();
        internal DbSet<RecordTwins> Twins => db.Set<RecordTwins>();
        internal DbSet<RecordMerge> Merges => db.Set<RecordMerge>();
        internal DbSet<RecordFinding> Findings => db.Set<RecordFinding>();
        internal DbSet<RecordFacet> RecordFacets => db.Set<RecordFacet>();
        internal DbSet<RecordWords> RecordWords => db.Set<RecordWords>();
        internal DbSet<RecordLink> RecordLinks => db.Set<RecordLink>();
        internal DbSet<Need> Needs => db.Set<Need>();
        internal DbSet<DeviceSignal> Signals => db.Set<DeviceSignal>();
        internal DbSet<Visit> Visits => db.Set<Visit>();
        internal DbSet<RecordImport> Imports => db.Set<RecordImport>();
        internal DbSet<ImportPart> ImportParts => db.Set<ImportPart>();
        internal DbSet<ImportRow> ImportRows => db.Set<ImportRow>();
        internal DbSet<RecordEvidence> Evidence => db.Set<RecordEvidence>();
        internal DbSet<RecordLook> RecordLooks => db.Set<RecordLook>();
    }

    internal static void Configure(ModelBuilder model)
    {
        model.Entity<RecordType>(e =>
        {
            e.ToTable("registry_type");
            e.HasKey(x => x.Code);
            e.Ignore(x => x.Known);
        });
        model.Entity<RegistryRecord>(e =>
        {
            e.ToTable("registry_record");
            e.HasIndex(x => new { x.TypeCode, x.DivisionCode, x.Id }, "ix_registry_record_list").HasFilter("ended_on IS NULL");
            e.HasIndex(x => new { x.DivisionCode, x.Id }, "ix_registry_record_all").HasFilter("ended_on IS NULL");
            e.HasIndex(x => new { x.TypeCode, x.DivisionCode, x.Id }, "ix_registry_record_ended").HasFilter("ended_on IS NOT NULL");
            e.HasIndex(x => new { x.TypeCode, x.Latitude, x.Longitude, x.DivisionCode, x.Id, x.EndedOn }, "ix_registry_record_map").HasFilter("ended_on IS NULL AND latitude IS NOT NULL");
        });
        model.Entity<RecordState>(e =>
        {
            e.ToTable("registry_state");
            e.HasIndex(x => x.RecordId);
            e.Property(x => x.Personal).Encrypted(RecordState.PersonalPurpose);
            e.Property(x => x.Sensitive).Encrypted(RecordState.SensitivePurpose);
        });
        model.Entity<RecordKey>(e =>
        {
            e.ToTable("registry_key");
            e.HasKey(x => new { x.Fingerprint, x.RecordId });
            e.HasIndex(x => x.RecordId);
        });
        model.Entity<RecordMark>(e =>
        {
            e.ToTable("registry_mark");
            e.HasKey(x => new { x.Fingerprint, x.RecordId });
            e.HasIndex(x => x.RecordId);
        });
        model.Entity<RecordTwins>(e =>
        {
            e.ToTable("registry_twins");
            e.HasKey(x => new { x.FirstId, x.SecondId });
            e.HasIndex(x => x.SecondId);
            e.HasIndex(x => new { x.TypeCode, x.Rule }, "ix_registry_twins_open").HasFilter("state = 'Open'");
        });
        model.Entity<RecordMerge>(e =>
        {
            e.ToTable("registry_merge");
            e.HasIndex(x => x.KeptId);
            e.HasIndex(x => x.EndedId);
        });
        model.Entity<RecordFacet>(e =>
        {
            e.ToTable("registry_facet");
            e.HasKey(x => new { x.RecordId, x.Field });
            e.HasIndex(x => new { x.TypeCode, x.Field, x.Value, x.DivisionCode, x.RecordId }, "ix_registry_facet_count");
        });
        model.Entity<RecordFinding>(e =>
        {
            e.ToTable("registry_finding");
            e.HasKey(x => new { x.RecordId, x.Kind, x.Field });
            e.HasIndex(x => new { x.DivisionCode, x.RecordId, x.Kind, x.TypeCode }, "ix_registry_finding_list");
        });
        model.Entity<RecordWords>(e =>
        {
            e.ToTable("registry_words");
            e.HasKey(x => x.Rowid);
            e.Property(x => x.Rowid).ValueGeneratedNever();
        });
        model.Entity<RecordLink>(e =>
        {
            e.ToTable("registry_link");
            e.HasIndex(x => x.FromId);
            e.HasIndex(x => x.ToId);
        });
        model.Entity<Need>(e =>
        {
            e.ToTable("registry_need");
            e.HasIndex(x => new { x.RecordId, x.Kind }, "ix_registry_need_once").IsUnique().HasFilter("ended_on IS NULL");
            e.HasIndex(x => new { x.DivisionCode, x.Kind, x.EndedOn }, "ix_registry_need_map").HasFilter("ended_on IS NULL");
            e.HasIndex(x => new { x.NextVisit, x.DivisionCode, x.Kind }, "ix_registry_need_due").HasFilter("next_visit IS NOT NULL");
        });
        model.Entity<DeviceSignal>(e =>
        {
            e.ToTable("registry_signal");
            e.HasIndex(x => new { x.DeviceId, x.Kind, x.At }, "ix_registry_signal_once").IsUnique();
        });
        model.Entity<Visit>(e =>
        {
            e.ToTable("registry_visit");
            e.HasIndex(x => x.RecordId);
            e.Property(x => x.Words).Encrypted(Visit.WordsPurpose);
        });
        model.Entity<RecordImport>(e =>
        {
            e.ToTable("registry_import");
            e.HasIndex(x => x.CreatedAt);
        });
        model.Entity<ImportPart>(e =>
        {
            e.ToTable("registry_import_part");
            e.HasIndex(x => new { x.ImportId, x.Place });
            e.Property(x => x.Content).Encrypted(ImportPart.Purpose);
        });
        model.Entity<ImportRow>(e =>
        {
            e.ToTable("registry_import_row");
            e.HasKey(x => new { x.ImportId, x.Line });
        });
        model.Entity<RecordEvidence>(e =>
        {
            e.ToTable("registry_evidence");
            e.HasIndex(x => x.RecordId);
        });
        model.Entity<RecordLook>(e =>
        {
            e.ToTable("registry_look");
            e.HasIndex(x => x.RecordId);
            e.HasIndex(x => x.At);
        });
    }
}
