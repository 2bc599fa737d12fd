using Linli.Platform.Audit;
using Linli.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Data;

/// <summary>
/// The one database, assembled from the modules. A save writes business rows, outbox rows and audit rows in one
/// transaction or not at all.
/// </summary>
public sealed class AppDb : DbContext
{
    private readonly IServiceProvider services;
    private readonly AppendedRows appended = new();
    private readonly List<Action> afterCommit = [];
    private bool? sqlite;
    private int lease;
    private UnitOfWork? awaited;

    /// <summary>Made by the pool.</summary>
    public AppDb(DbContextOptions<AppDb> options) : base(options) =>
        services = options.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!;

    /// <summary>True on SQLite, false on PostgreSQL.</summary>
    public bool IsSqlite => sqlite ??= Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>How far this node's own events have come.</summary>
    internal OutboxProgress Outbox => services.GetRequiredService<OutboxProgress>();

    /// <summary>Whether a save would write anything.</summary>
    public bool HasChanges => Appended.Count > 0 || ChangeTracker.HasChanges();

    private AppendedRows Appended
    {
        get
        {
            if (lease != ContextId.Lease) Drop();   // what an earlier user of this pooled context left unsaved
            lease = ContextId.Lease;
            return appended;
        }
    }

    /// <summary>
    /// Adds a row that its writer does not come back to: history, events, messages, a new case. It is inserted with the next save, after what
    /// the change tracker has, which hears nothing of it and so has no work with it.
    /// </summary>
    public void Append(object row) => Appended.Add(row);

    /// <summary>Does something once what is pending, or the transaction that runs, is durable; not at all when it is undone. For what others hold in memory.</summary>
    public void AfterCommit(Action what)
    {
        _ = Appended;
        afterCommit.Add(what);
    }

    /// <summary>Forgets what was read, changed, added and appended, but not saved.</summary>
    public void Forget()
    {
        Drop();
#pragma warning disable RS0030 // this is the one place
        ChangeTracker.Clear();
#pragma warning restore RS0030
    }

    /// <summary>Starts a transaction for several saves. Nothing is kept unless it is committed.</summary>
    public async Task<UnitOfWork> BeginAsync(CancellationToken ct = default)
    {
        if (Database.CurrentTransaction is not null) return new();
        var outer = awaited;
        var started = await (outer ?? new()).StartAsync(this, IsSqlite ? services.GetRequiredService<WriteGate>() : null, ct);
        return outer is null ? started : new();
    }

    /// <summary>
    /// A transaction that begins with the first write and takes in all that follow: who only reads and thinks before that keeps nobody waiting.
    /// </summary>
    internal UnitOfWork BeginWithFirstWrite() => awaited = new(ended: () => awaited = null);

    /// <summary>Writes what is pending. Where that fails nothing of it stays: a transaction that it began waits for its first write again, so that who knows how may try once more.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null) return await SaveSealedAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (!HasChanges) return 0;
        await using var work = await BeginAsync(cancellationToken);
        try
        {
            var rows = await SaveSealedAsync(acceptAllChangesOnSuccess, cancellationToken);
            await work.CommitAsync(cancellationToken);
            return rows;
        }
        catch (DbUpdateException) when (awaited is not null)
        {
            await awaited.UndoAsync();
            throw;
        }
    }

    /// <summary>Not supported: saving waits for the disk, so it is asynchronous.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>The outermost transaction is durable.</summary>
    internal void Committed()
    {
        foreach (var due in afterCommit) due();
        afterCommit.Clear();
    }

    internal Task SealNewAuditAsync(CancellationToken ct) => services.GetRequiredService<AuditChain>().SealEmptyAsync(this, ct);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var module in services.GetRequiredService<IReadOnlyList<Module>>()) module.ConfigureModel(modelBuilder);
        ModelConventions.Apply(modelBuilder, IsSqlite);
    }

    private void Drop()
    {
        appended.Clear();
        afterCommit.Clear();
    }

    private async Task<int> SaveSealedAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        var entries = Appended.OfType<AuditEntry>().ToList();
        if (entries.Count > 0) await services.GetRequiredService<AuditChain>().SealAsync(this, entries, ct);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct) + await Appended.WriteAsync(this, ct);
    }
}
