using Linli.Identity.Accounts;
using Linli.Identity.Keys;
using Linli.Identity.Residents;
using Linli.Identity.Roles;
using Linli.Identity.SecondFactor;
using Linli.Identity.Sessions;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity;

/// <summary>The tables of this module.</summary>
internal static class IdentityDb
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Account>(e =>
        {
            e.ToTable("identity_account");
            e.Property(x => x.TotpSecret).Encrypted(SecondFactors.Secret);
            e.HasIndex(x => x.UserName).IsUnique();
            e.HasIndex(x => x.DivisionCode);
            e.HasIndex(x => x.UnitId);
        });
        model.Entity<Role>(e =>
        {
            e.ToTable("identity_role");
            e.HasKey(x => x.Code);
        });
        model.Entity<Session>(e =>
        {
            e.ToTable("identity_session");
            e.HasIndex(x => x.OwnerId);
            e.HasIndex(x => x.ExpiresAt);
        });
        model.Entity<RecoveryCode>(e =>
        {
            e.ToTable("identity_recovery_code");
            e.HasKey(x => new { x.AccountId, x.Hash });
        });
        model.Entity<ApiKey>(e =>
        {
            e.ToTable("identity_api_key");
            e.HasIndex(x => x.Hash).IsUnique();
            e.HasIndex(x => x.DivisionCode);
        });
        model.Entity<Resident>(e =>
        {
            e.ToTable("identity_resident");
            e.Property(x => x.Phone).Encrypted(ResidentDirectory.Phone);
            e.HasIndex(x => x.PhoneFingerprint).IsUnique();
        });
        model.Entity<PhoneCode>(e =>
        {
            e.ToTable("identity_phone_code");
            e.Property(x => x.Phone).Encrypted(ResidentDirectory.Phone);
            e.HasIndex(x => new { x.PhoneFingerprint, x.CreatedAt });
            e.HasIndex(x => x.CreatedAt);
        });
    }

    extension(AppDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
        public DbSet<Role> Roles => db.Set<Role>();
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
        public DbSet<Resident> Residents => db.Set<Resident>();
        public DbSet<PhoneCode> PhoneCodes => db.Set<PhoneCode>();
    }
}
