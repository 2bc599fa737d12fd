using Linli.Platform.Data;

namespace Linli.Registry;

/// <summary>Takes in many records at once: imports and the demo district. The caller audits.</summary>
internal sealed class RecordLoader(AppDb db, RecordVault vault, CheckQuality quality)
{
    /// <summary>How many records make a good batch: a transaction of well under a second.</summary>
    public const int BatchSize = 2_000;

    /// <summary>Writes a batch, found and counted, in one transaction.</summary>
    public async Task LoadAsync(IReadOnlyCollection<NewRecord> batch, CancellationToken ct)
    {
        var (records, states, keys, marks, words, facets) = (new List<RegistryRecord>(), new List<RecordState>(), new List<RecordKey>(), new List<RecordMark>(), new List<RecordWords>(), new List<RecordFacet>());
        var findings = batch.SelectMany(quality.Of).ToList();
        foreach (var made in batch)
        {
            var kept = vault.Seal(made.Type, made.Content);
            var record = new RegistryRecord
            {
                Id = made.Id, TypeCode = made.Type.Code, DivisionCode = kept.Place.DivisionCode, Title = kept.Title, Address = kept.Place.Address, Longitude = kept.Place.Longitude,
                Latitude = kept.Place.Latitude, EndedOn = null, AddedAt = made.At, ChangedAt = made.At, Version = 1,
            };
            records.Add(record);
            states.Add(kept.ToState(Guid.CreateVersion7(made.At), made.Id, StateKind.Added, made.ValidFrom, made.At, made.Source, made.By, made.ActorId, made.Remark));
            keys.AddRange(kept.Keys.Select(key => new RecordKey { Fingerprint = key, RecordId = made.Id }));
            marks.AddRange(kept.Marks.Select(mark => new RecordMark { Fingerprint = mark.Fingerprint, RecordId = made.Id, TypeCode = made.Type.Code, Rule = mark.Rule }));
            words.Add(RecordWords.Of(record, kept.Tokens));
            facets.AddRange(kept.Facets.Select(f => new RecordFacet { RecordId = made.Id, Field = f.Key, Value = f.Value, TypeCode = made.Type.Code, DivisionCode = record.DivisionCode }));
        }
        await using var work = await db.BeginAsync(ct);
        await db.InsertManyAsync(records, ct);
        await db.InsertManyAsync(states, ct);
        await db.InsertManyAsync(keys, ct);
        await db.InsertManyAsync(marks, ct);
        await db.InsertManyAsync(words, ct);
        await db.InsertManyAsync(facets, ct);
        await db.InsertManyAsync(findings, ct);
        await work.CommitAsync(ct);
    }
}

/// <summary>A record that is taken in as it comes, checked before.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Type">Its type.</param>
/// <param name="Content">What is said of it.</param>
/// <param name="ValidFrom">Since when that is true.</param>
/// <param name="At">When it was said.</param>
/// <param name="Source">Where it is known from.</param>
/// <param name="By">Who said so.</param>
/// <param name="ActorId">The same, where they have an account.</param>
/// <param name="Remark">What shows it.</param>
internal sealed record NewRecord(
    Guid Id, RecordType Type, RecordContent Content, DateOnly ValidFrom, DateTimeOffset At, RecordSource Source, string By, Guid? ActorId = null, string? Remark = null);
