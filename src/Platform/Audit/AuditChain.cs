using System.Text;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Audit;

/// <summary>
/// Hash chains over the audit log. PostgreSQL has several, and a transaction takes one that nobody holds, so that
/// writers do not wait for each other; SQLite has one writer and one chain. The hash is keyed: who can write to the
/// database but has no key cannot forge a line.
/// </summary>
internal sealed class AuditChain(FieldCipher cipher)
{
    private const string TakeFree = "SELECT * FROM platform_audit_chain LIMIT 1 FOR UPDATE SKIP LOCKED";
    private const string TakeAny = "SELECT * FROM platform_audit_chain ORDER BY random() LIMIT 1 FOR UPDATE";

    /// <summary>Gives new lines their place and hash. The chain stays locked until the transaction ends.</summary>
    public async Task SealAsync(AppDb db, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var head = await TakeAsync(db, ct);
        if (!IsSealed(head)) throw new InvalidOperationException($"The end of audit chain {head.Id} was tampered with: nothing more is written to it. Run: linli audit verify");
        var last = head.Last;
        foreach (var entry in entries)
        {
            (entry.Chain, entry.Position) = (head.Id, ++head.Length);
            entry.Hash = last = Hash(last, entry);
        }
        head.Hash = [.. last, .. Seal(head, last)];
    }

    /// <summary>Seals the chains of a new database, so that none can be set back to its beginning.</summary>
    public async Task SealEmptyAsync(AppDb db, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        foreach (var head in await db.Set<AuditChainHead>().Where(h => h.Length == 0).ToListAsync(ct)) head.Hash = Seal(head, []);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    /// <summary>Whether the end of a chain is as this program left it.</summary>
    public bool IsSealed(AuditChainHead head) =>
        head.Hash.Length >= AuditChainHead.SealLength && head.Hash.AsSpan()[^AuditChainHead.SealLength..].SequenceEqual(Seal(head, head.Last));

    /// <summary>HMAC over the hash before and every field, each with its length so that none can borrow from its neighbour.</summary>
    public byte[] Hash(byte[] before, AuditEntry entry)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(before.Length);
        writer.Write(before);
        writer.Write(entry.Chain);
        writer.Write(entry.Position);
        writer.Write(entry.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        writer.Write(entry.ActorKind.ToString());
        writer.Write(entry.ActorId?.ToString() ?? "");
        writer.Write(entry.ActorName);
        writer.Write(entry.Action);
        writer.Write(entry.Subject);
        writer.Write(entry.DivisionCode);
        writer.Write(entry.Details);
        writer.Flush();
        return cipher.Sign(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    // Keyed, and unlike any line's hash: who cuts off a tail cannot make the end that was there before.
    private byte[] Seal(AuditChainHead head, byte[] last) =>
        cipher.Sign(Encoding.UTF8.GetBytes($"linli audit head {head.Id} {head.Length} {Convert.ToHexString(last)}"));

    private static async Task<AuditChainHead> TakeAsync(AppDb db, CancellationToken ct)
    {
        foreach (var tracked in db.ChangeTracker.Entries<AuditChainHead>().ToList()) tracked.State = EntityState.Detached;
        var heads = db.Set<AuditChainHead>();
        if (db.IsSqlite) return await heads.SingleAsync(ct);
        return (await heads.FromSqlRaw(TakeFree).ToListAsync(ct)).SingleOrDefault()
            ?? (await heads.FromSqlRaw(TakeAny).ToListAsync(ct)).Single();
    }
}

/// <summary>The end of a chain: how long it is and its last hash under a seal, so that a cut-off tail is noticed.</summary>
internal sealed class AuditChainHead
{
    public const int SealLength = 32;

    /// <summary>How many chains there are.</summary>
    public static int CountOn(AppDb db) => db.IsSqlite ? 1 : 32;

    public int Id { get; init; }
    public long Length { get; set; }

    /// <summary>The hash of the last line, then the seal.</summary>
    public byte[] Hash { get; set; } = [];

    public byte[] Last => Hash[..^SealLength];
}
