namespace Linli.Text;

/// <summary>One report as topics see it.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Text">What was written.</param>
/// <param name="At">When, in local time.</param>
/// <param name="Area">Where, as a code or name of a street or community: reports of two areas are less alike. Empty: not known.</param>
/// <param name="Votes">How many others took a stand on it, for or against.</param>
public sealed record TopicMessage(string Id, CaseText Text, DateTime At, string Area = "", int Votes = 0);
