using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Linli.Platform.Messages;

/// <summary>How messages go out (section <c>Linli:Messages</c>), checked at start.</summary>
public sealed class MessageOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Linli:Messages";

    /// <summary>When quiet hours begin, by the site's clocks.</summary>
    public TimeOnly QuietFrom { get; set; } = new(21, 0);

    /// <summary>When they end. The same as the beginning: there are none.</summary>
    public TimeOnly QuietTo { get; set; } = new(8, 0);

    /// <summary>The operator's gateway; null where there is none.</summary>
    public SmsOptions? Sms { get; set; }

    /// <summary>The mail server; null where there is none.</summary>
    public MailOptions? Email { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        (Sms?.Faults() ?? []).Concat(Email?.Faults() ?? []).Select(fault => new ValidationResult($"{Section}:{fault}"));
}

/// <summary>A gateway that takes short messages over HTTP. In address and body <c>{phone}</c>, <c>{text}</c> and <c>{id}</c> stand for those of the message, escaped as their place asks.</summary>
public sealed class SmsOptions
{
    /// <summary>Where to send the request.</summary>
    public string Url { get; set; } = "";

    /// <summary>POST, PUT or GET.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>Headers such as <c>Authorization</c>.</summary>
    public Dictionary<string, string> Headers { get; set; } = [];

    /// <summary>The body; none where it is empty.</summary>
    public string Body { get; set; } = "";

    /// <summary>What the body is; JSON, forms and XML are escaped as such.</summary>
    public string ContentType { get; set; } = "application/json";

    /// <summary>What the answer must contain, besides a status of 200 to 299, for the message to count as taken.</summary>
    public string? Expect { get; set; }

    internal IEnumerable<string> Faults()
    {
        if (!Uri.TryCreate(Url.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            yield return "Sms:Url must be an http or https address.";
        if (Method is not ("POST" or "PUT" or "GET")) yield return "Sms:Method must be POST, PUT or GET.";
        if (Method is "GET" && Body.Length > 0) yield return "Sms:Body must be empty for GET; put {phone} and {text} into Sms:Url.";
        foreach (var place in (string[])["{phone}", "{text}"])
            if (!(Url + Body).Contains(place, StringComparison.Ordinal)) yield return $"Sms:Url or Sms:Body must contain {place}.";
        if (!System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(ContentType, out _)) yield return "Sms:ContentType must be a media type such as application/json.";
        using var probe = new HttpRequestMessage();
        foreach (var (name, value) in Headers)
            if (value.AsSpan().ContainsAny('\r', '\n') || !probe.Headers.TryAddWithoutValidation(name, value)) yield return $"Sms:Headers:{name} cannot be a header of a request.";
    }
}

/// <summary>A server that takes mail over SMTP.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the server.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is kept secret.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Whom to sign in as; nobody where it is empty.</summary>
    public string? UserName { get; set; }

    /// <summary>With what.</summary>
    public string? Password { get; set; }

    /// <summary>The address mails come from.</summary>
    public string From { get; set; } = "";

    /// <summary>The name they come from.</summary>
    public string FromName { get; set; } = "";

    internal IEnumerable<string> Faults()
    {
        if (Uri.CheckHostName(Host) is UriHostNameType.Unknown) yield return "Email:Host must name the mail server.";
        if (Port is < 1 or > 65535) yield return "Email:Port must be between 1 and 65535.";
        if (!MailAddress.TryCreate(From, out _)) yield return "Email:From must be a mail address.";
        if (string.IsNullOrEmpty(UserName) != string.IsNullOrEmpty(Password)) yield return "Email:UserName and Email:Password come together.";
    }
}

/// <summary>How a connection to a mail server is kept secret.</summary>
public enum MailSecurity
{
    /// <summary>It begins in the open and turns to TLS before anything is said; refused where the server cannot.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}
