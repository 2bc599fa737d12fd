namespace Linli.Registry;

/// <summary>
/// Takes small groups out of a table of counts, so that nobody is recognised: counts from 1 to 4, and as many more as are needed that
/// none can be worked out from its row, its column and their sums (complementary suppression).
/// </summary>
internal static class SmallGroups
{
    /// <summary>The smallest group that is shown.</summary>
    public const int Least = 5;

    /// <param name="counts">Counts by row and column; the columns of one call add up to a sum that is shown.</param>
    /// <returns>The same, null where a count is not shown.</returns>
    public static int?[][] Hide(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        int?[][] shown = [.. counts.Select(row => row.Select(count => count is > 0 and < Least ? null : (int?)count).ToArray())];
        while (HideOneMore(shown)) { }
        return shown;
    }

    /// <summary>Hides the smallest count beside one that stands alone among those shown in its row or column.</summary>
    private static bool HideOneMore(int?[][] shown)
    {
        foreach (var line in Lines(shown))
        {
            if (line.Count(cell => shown[cell.Row][cell.Column] is null) != 1) continue;
            var beside = line.Where(cell => shown[cell.Row][cell.Column] is not null).OrderBy(cell => shown[cell.Row][cell.Column] == 0).ThenBy(cell => shown[cell.Row][cell.Column]).ToList();
            if (beside.Count == 0) continue;   // a line of one cell has no sum but itself
            shown[beside[0].Row][beside[0].Column] = null;
            return true;
        }
        return false;
    }

    private static IEnumerable<List<(int Row, int Column)>> Lines(int?[][] shown)
    {
        for (var row = 0; row < shown.Length; row++) yield return [.. Enumerable.Range(0, shown[row].Length).Select(column => (row, column))];
        for (var column = 0; shown.Length > 0 && column < shown[0].Length; column++) yield return [.. Enumerable.Range(0, shown.Length).Select(row => (row, column))];
    }
}
