using Linli.Worktime;

namespace Linli.Grids;

/// <summary>Checks typed office hours.</summary>
internal static class OfficeHoursText
{
    /// <summary>What is wrong with the text, or null.</summary>
    public static string? Fault(string text)
    {
        try
        {
            _ = OfficeHours.Parse(text);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
