using Linli.Platform.Messages;

namespace Linli.Cases.TellReporter;

/// <summary>How a reporter can be told: what they left, what they chose for the case, and which address they want no messages at.</summary>
/// <param name="Phone">Mobile number, encrypted.</param>
/// <param name="Email">Mail address, encrypted.</param>
/// <param name="By">What they chose.</param>
/// <param name="PhoneOut">Whether the number wants none.</param>
/// <param name="EmailOut">Whether the mailbox wants none.</param>
internal sealed record Contact(byte[]? Phone, byte[]? Email, Telling? By, bool PhoneOut, bool EmailOut)
{
    public static readonly Contact None = new(null, null, null, false, false);

    /// <summary>The way that is open, else one that was shut; null where no address was left.</summary>
    public MessageWay? Way => Ways.Where(IsOpen).Concat(Ways).Select(way => (MessageWay?)way).FirstOrDefault();

    /// <summary>Whether <see cref="Way"/> is open.</summary>
    public bool Reachable => Ways.Any(IsOpen);

    /// <summary>Mail first: it costs nothing and holds more words.</summary>
    private IEnumerable<MessageWay> Ways => ((MessageWay[])[MessageWay.Email, MessageWay.Sms]).Where(way => AddressOf(way) is not null);

    public byte[]? AddressOf(MessageWay way) => way is MessageWay.Email ? Email : Phone;

    /// <summary>Whether messages may go out by a way.</summary>
    public bool IsOpen(MessageWay way) => way is MessageWay.Email ? !EmailOut && By is (null or Telling.Email) : !PhoneOut && By is (null or Telling.Sms);
}

/// <summary>What messages about a case name as their subject.</summary>
internal static class CaseSubject
{
    private const string Kind = "case/";

    public static string Of(Guid caseId) => Kind + caseId;

    /// <summary>The case of a subject; null where it is about something else.</summary>
    public static Guid? CaseOf(string subject) => subject.StartsWith(Kind, StringComparison.Ordinal) && Guid.TryParse(subject.AsSpan(Kind.Length), out var id) ? id : null;
}
