using System.Data.Common;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Architecture.Tests;

/// <summary>What a database says of itself, one line per fact, so that two databases can be compared.</summary>
internal static class Catalogue
{
    private const string SqliteFacts = """
        SELECT t.name || '.' || c.name || ' ' || upper(c.type) || iif(c."notnull", ' not null', '') || iif(c.pk > 0, ' pk ' || c.pk, '')
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
        UNION ALL
        SELECT t.name || ' index ' || i.name || iif(i."unique", ' unique', '') || iif(i.partial, ' partial', '') || ' ('
            || (SELECT group_concat(coalesce(x.name, 'expression') || iif(x."desc", ' desc', ''), ', ') FROM pragma_index_xinfo(i.name) x WHERE x.key) || ')'
        FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin = 'c'
        UNION ALL
        SELECT t.name || '.' || f."from" || ' references ' || f."table" FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        """;

    private const string PostgresFacts = """
        SELECT table_name || '.' || column_name || ' ' || data_type || coalesce(' ' || collation_name, '') || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL
        SELECT tablename || ' index ' || substring(indexdef FROM 'CREATE (.*)') FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT conrelid::regclass::text || '.' || conname || ' references ' || confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'
        """;

    public static async Task<IReadOnlyList<string>> FactsAsync(AppDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.IsSqlite ? SqliteFacts : PostgresFacts;
        var facts = new List<string>();
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) facts.Add(reader.GetString(0));
        facts.Sort(StringComparer.Ordinal);
        return facts;
    }
}
