using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Consultations;

/// <summary>The tables of consultations.</summary>
internal static class ConsultationsDb
{
    extension(AppDb db)
    {
        public DbSet<Consultation> Consultations => db.Set<Consultation>();
        public DbSet<ConsultationRemark> ConsultationRemarks => db.Set<ConsultationRemark>();
        public DbSet<ConsultationDecision> ConsultationDecisions => db.Set<ConsultationDecision>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Consultation>(e =>
        {
            e.ToTable("cases_consultation");
            e.HasIndex(x => x.CaseId);
        });
        model.Entity<ConsultationRemark>(e =>
        {
            e.ToTable("cases_consultation_remark");
            e.HasIndex(x => x.ConsultationId);
        });
        model.Entity<ConsultationDecision>(e =>
        {
            e.ToTable("cases_consultation_decision");
            e.Property(x => x.DoneAt).IsConcurrencyToken();   // done once
            e.HasIndex(x => x.ConsultationId);
        });
    }
}
