namespace Linli.Cases.Search;

/// <summary>
/// The words of a case. On SQLite an FTS5 table, on PostgreSQL a table with a generated tsvector; both hold the tokens
/// that <c>Linli.Text.SearchTokens</c> cuts, so that Chinese words of one and more characters are found alike.
/// </summary>
internal sealed class SearchRow
{
    public required Guid CaseId { get; init; }
    public required string Tokens { get; set; }
}
