using FsCheck;
using FsCheck.Fluent;
using Linli.Registry;

namespace Linli.Modules.Tests.Registry;

public sealed class SmallGroupTests
{
    private static readonly Gen<int[][]> Tables =
        from rows in Gen.Choose(1, 6)
        from columns in Gen.Choose(2, 5)
        from cells in Gen.OneOf(Gen.Choose(0, 6), Gen.Choose(0, 300)).ArrayOf(rows * columns)
        select cells.Chunk(columns).ToArray();

    [Fact]
    public void A_group_of_one_to_four_is_never_shown_and_what_is_shown_is_true() => Holds(table =>
    {
        var shown = SmallGroups.Hide(table);
        return Cells(table).All(cell => shown[cell.Row][cell.Column] is not { } count || (count == table[cell.Row][cell.Column] && count is 0 or >= SmallGroups.Least));
    });

    [Fact]
    public void No_group_can_be_worked_out_from_the_sum_of_its_row_or_column() => Holds(table =>
    {
        var shown = SmallGroups.Hide(table);
        var rows = shown.Select(row => row.Count(c => c is null));
        var columns = Enumerable.Range(0, shown[0].Length).Select(column => shown.Count(row => row[column] is null));
        return rows.All(hidden => hidden != 1) && (shown.Length == 1 || columns.All(hidden => hidden != 1));
    });

    [Fact]
    public void A_table_without_small_groups_is_shown_whole() => Holds(table =>
        Cells(table).Any(cell => table[cell.Row][cell.Column] is > 0 and < SmallGroups.Least) || SmallGroups.Hide(table).All(row => row.All(c => c is not null)));

    private static IEnumerable<(int Row, int Column)> Cells(int[][] table) => table.SelectMany((row, r) => row.Select((_, c) => (r, c)));

    private static void Holds(Func<int[][], bool> holds) => Prop.ForAll(Tables.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
