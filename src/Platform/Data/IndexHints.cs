using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Linli.Platform.Data;

/// <summary>
/// Binds a query to an index on SQLite, which takes every condition for a sharp one and then gathers and sorts what it could have
/// read in order. PostgreSQL knows its data and needs no telling.
/// </summary>
public static partial class IndexHints
{
    /// <summary>Reads the query's first table by this index and no other.</summary>
    public static IQueryable<T> ByIndex<T>(this IQueryable<T> query, string index) => query.TagWith("index " + index);

    [GeneratedRegex("^-- index (?<index>[a-z_]+)\\b[\\s\\S]*?FROM \"[a-z_]+\" AS \"[a-z0-9]+\"", RegexOptions.NonBacktracking)]
    private static partial Regex Tagged();

    /// <summary>What stands in a query that finds nothing whatever is there, as for a reader without a scope: an index of some rows alone could not serve it.</summary>
    private const string NothingMeets = "WHERE 0";

    /// <summary>Turns the tag into SQLite's words.</summary>
    internal sealed class OnSqlite : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("-- index ", StringComparison.Ordinal) && !command.CommandText.Contains(NothingMeets, StringComparison.Ordinal))
                command.CommandText = Tagged().Replace(command.CommandText, found => $"{found.Value} INDEXED BY {found.Groups["index"].Value}", 1);
            return new(result);
        }
    }
}
