using Linli.Addresses;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Linli.StandardAddresses;

/// <summary>The module's tables.</summary>
internal static class AddressesDb
{
    extension(AppDb db)
    {
        internal DbSet<AddressRow> Addresses => db.Set<AddressRow>();
        internal DbSet<AddressName> AddressNames => db.Set<AddressName>();
        internal DbSet<AddressChange> AddressChanges => db.Set<AddressChange>();
        internal DbSet<UnmatchedText> UnmatchedTexts => db.Set<UnmatchedText>();
        internal DbSet<RegisterState> RegisterStates => db.Set<RegisterState>();

        /// <summary>Says, with the pending changes, that the addresses are not what the nodes hold in memory.</summary>
        internal void NoteNewState(DateTimeOffset now)
        {
            var state = db.RegisterStates.Local.SingleOrDefault() ?? db.RegisterStates.Attach(new() { Id = RegisterState.Only }).Entity;
            state.Stamp = Guid.CreateVersion7(now);
        }
    }

    /// <summary>What a caller may see: all in the own divisions, and of what lies above them (the road that runs through) no rooms.</summary>
    public static IQueryable<AddressRow> Seen(this IQueryable<AddressRow> rows, IAccess access)
    {
        if (access.Division is not { } scope) return rows.Where(_ => false);
        if (scope.Length == 0) return rows;
        var end = scope + ":";   // ':' follows '9'
        return rows.Where(a => string.Compare(a.DivisionCode, scope) >= 0 && string.Compare(a.DivisionCode, end) < 0
            || a.Level <= AddressLevel.Building && scope.StartsWith(a.DivisionCode));
    }

    internal static void Configure(ModelBuilder model)
    {
        model.Entity<AddressRow>(e =>
        {
            e.ToTable("addresses_address");
            e.Property(x => x.Level).HasConversion(new EnumToNumberConverter<AddressLevel, int>());   // they are read in this order
            e.HasIndex(x => x.Code).IsUnique();
            e.HasIndex(x => x.ParentId);
            e.HasIndex(x => new { x.DivisionCode, x.Level });
        });
        model.Entity<AddressName>(e =>
        {
            e.ToTable("addresses_name");
            e.HasKey(x => new { x.AddressId, x.Name });
        });
        model.Entity<AddressChange>(e =>
        {
            e.ToTable("addresses_change");
            e.HasIndex(x => x.AddressId);
        });
        model.Entity<UnmatchedText>(e =>
        {
            e.ToTable("addresses_unmatched");
            e.HasIndex(x => x.Text).IsUnique();
            e.HasIndex(x => new { x.State, x.Times });
        });
        model.Entity<RegisterState>(e =>
        {
            e.ToTable("addresses_state");
            e.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
