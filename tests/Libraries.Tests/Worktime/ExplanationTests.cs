using Linli.Worktime;
using static Linli.Libraries.Tests.Worktime.Given;

namespace Linli.Libraries.Tests.Worktime;

public sealed class ExplanationTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Standard;

    [Fact]
    public void A_weekend_and_the_break_are_named() => Says(
        new(China("2025-11-21 09:24"), Limit.WorkingHours(8)),
        "时限 8 个工作小时，11-21 09:24 起算，午休 12:00–13:30 不计，跳过 11-22、11-23 周末；应于 11-24 10:24 前办结",
        "8 working hours from 11-21 09:24, break 12:00–13:30 not counted, weekend 11-22, 11-23 skipped; due by 11-24 10:24");

    [Fact]
    public void Holidays_and_make_up_days_are_named() => Says(
        new(China("2026-02-13 18:05"), Limit.WorkingDays(2)),
        "时限 2 个工作日，02-13 18:05 收到，02-14 09:00 上班后起算，午休 12:00–13:30 不计，跳过 02-15 至 02-23 春节，02-14 调休上班，计入；应于 02-25 09:00 前办结",
        "2 working days, received 02-13 18:05, counted from opening at 02-14 09:00, break 12:00–13:30 not counted, Spring Festival 02-15 to 02-23 skipped, make-up working day 02-14 counted; due by 02-25 09:00");

    [Fact]
    public void Pauses_and_extensions_are_named() => Says(
        new Clock(China("2026-03-02 09:00"), Limit.Hours(24)).PausedAt(China("2026-03-02 10:00")).ResumedAt(China("2026-03-02 12:00")).ExtendedBy(Limit.Hours(1)),
        "时限 25 小时（含延期 1 小时），03-02 09:00 起算，03-02 10:00 至 03-02 12:00 挂起，不计；应于 03-03 12:00 前办结",
        "25 hours (extension of 1 hour included) from 03-02 09:00, suspended 03-02 10:00 to 03-02 12:00, not counted; due by 03-03 12:00");

    [Fact]
    public void Many_weekends_are_counted_and_unknown_years_admitted() => Says(
        new(China("2026-12-21 10:00"), Limit.WorkingDays(15)),
        "时限 15 个工作日，12-21 10:00 起算，午休 12:00–13:30 不计，跳过周末 6 天，2027 年放假安排尚未收录，只跳过周末；应于 2027-01-11 10:00 前办结",
        "15 working days from 12-21 10:00, break 12:00–13:30 not counted, 6 days of weekends skipped, holidays of 2027 not recorded yet, only weekends skipped; due by 2027-01-11 10:00");

    [Fact]
    public void A_clock_that_stands_still_says_so() => Says(
        new Clock(China("2026-03-02 09:00"), Limit.WorkingHours(8)).PausedAt(China("2026-03-02 10:00")),
        "时限 8 个工作小时，03-02 09:00 起算，03-02 10:00 起挂起；计时暂停，恢复后重新计算期限",
        "8 working hours from 03-02 09:00, suspended since 03-02 10:00; the clock stands still; the deadline is computed on resuming");

    private static void Says(Clock clock, string chinese, string english)
    {
        var explanation = clock.Explain(Calendar);
        Assert.Equal(chinese, explanation.InWords("zh-CN"));
        Assert.Equal(english, explanation.InWords("en"));
    }
}
