namespace Linli.Text;

/// <summary>Reads cases and whether they were late from a statistics table of the 数字政通 (egova) kind.</summary>
public static class OvertimeCases
{
    const string Late = "OVERTIME_ARCHIVE_NUM";

    /// <summary>
    /// Needs OVERTIME_ARCHIVE_NUM (1 late, 0 not; a case for which it says neither is left out), SUB_TYPE_ID and that of the unit.
    /// The other columns of the outcome (INTIME_ARCHIVE_NUM, INTIME_TO_ARCHIVE_NUM, OPERATE_NUM) are not looked at.
    /// </summary>
    /// <inheritdoc cref="DispatchedCases.From" path="/exception"/>
    public static IReadOnlyList<OvertimeCase> From(TsvTable table)
    {
        var late = table.Column(Late);
        return [.. table.Rows.Zip(DispatchedCases.From(table))
            .Where(x => x.First[late] is "0" or "1")
            .Select(x => new OvertimeCase(new(x.Second.Facts, x.Second.Unit), x.First[late] == "1"))];
    }
}
