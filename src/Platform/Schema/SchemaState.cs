namespace Linli.Platform.Schema;

/// <summary>How the database stands to the program's scripts.</summary>
/// <param name="Pending">Scripts not yet applied.</param>
/// <param name="Faults">Reasons why the program must not start: changed or unknown scripts.</param>
/// <param name="IsEmpty">No script was ever applied.</param>
public sealed record SchemaState(IReadOnlyList<SchemaScript> Pending, IReadOnlyList<string> Faults, bool IsEmpty)
{
    internal static SchemaState Compare(IReadOnlyList<SchemaScript> scripts, IReadOnlyDictionary<string, string> applied)
    {
        var known = scripts.ToDictionary(s => s.Id);
        var faults = new List<string>();
        foreach (var (id, checksum) in applied.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            if (!known.TryGetValue(id, out var script)) faults.Add($"The database was upgraded by a newer program: script '{id}' is unknown here.");
            else if (script.Checksum != checksum) faults.Add($"Script '{id}' was changed after it was applied. Restore the script, or the database from a backup.");
        }
        return new([.. scripts.Where(s => !applied.ContainsKey(s.Id))], faults, applied.Count == 0);
    }
}
