using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Linli.Platform.Schema;

/// <summary>One step of the schema: <c>YYYY-MM-DD_NN_module_what</c>, embedded once per database.</summary>
/// <param name="Id">The name without the database and the ending; ordinal order is the order of application.</param>
/// <param name="Sql">Its statements.</param>
public sealed partial record SchemaScript(string Id, string Sql)
{
    /// <summary>SHA-256 of the text, in lower-case hexadecimal. An applied script never changes again.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All scripts of the modules for one database (<c>sqlite</c> or <c>postgres</c>), in order.</summary>
    public static IReadOnlyList<SchemaScript> For(string database, IEnumerable<Module> modules) =>
        [.. modules.Select(m => m.GetType().Assembly).Distinct()
            .SelectMany(assembly => assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(name => FileName().Match(name) is { Success: true } match ? match : throw new InvalidOperationException($"The schema script {name} is not named YYYY-MM-DD_NN_module_what.database.sql."))
                .Where(match => match.Groups["database"].Value == database)
                .Select(match => new SchemaScript(match.Groups["id"].Value, Read(assembly.GetManifestResourceStream(match.Value)!))))
            .OrderBy(s => s.Id, StringComparer.Ordinal)];

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^(?<id>\d{4}-\d{2}-\d{2}_\d{2}_[a-z]+_[a-z0-9-]+)\.(?<database>sqlite|postgres)\.sql$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
