using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Messages;

/// <summary>Hands short messages to the operator's gateway, by a request that the settings describe.</summary>
internal sealed class SmsGateway(IOptions<MessageOptions> options) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public async Task SendAsync(Guid id, OutgoingMessage message, CancellationToken ct)
    {
        if (options.Value.Sms is not { } gateway) throw new SendingFailedException("no-carrier", final: true);
        using var request = Request(gateway, id, message);
        try
        {
            using var answer = await http.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode) throw new SendingFailedException(string.Create(CultureInfo.InvariantCulture, $"http-{(int)answer.StatusCode}"));
            if (gateway.Expect is { Length: > 0 } expected && !(await answer.Content.ReadAsStringAsync(ct)).Contains(expected, StringComparison.Ordinal))
                throw new SendingFailedException("refused");
        }
        catch (HttpRequestException)
        {
            throw new SendingFailedException("unreachable");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SendingFailedException("timeout");
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(SmsOptions gateway, Guid id, OutgoingMessage message)
    {
        var request = new HttpRequestMessage(new HttpMethod(gateway.Method), Fill(gateway.Url, Uri.EscapeDataString));
        foreach (var (name, value) in gateway.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (gateway.Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Fill(gateway.Body, Escaping(gateway.ContentType))));
            request.Content.Headers.ContentType = new(gateway.ContentType) { CharSet = "utf-8" };
        }
        return request;

        string Fill(string template, Func<string, string> escape)   // the text last, so that nothing in it is taken for a place to fill
            => template.Replace("{phone}", escape(message.To), StringComparison.Ordinal).Replace("{id}", escape(id.ToString("N")), StringComparison.Ordinal).Replace("{text}", escape(message.Text), StringComparison.Ordinal);
    }

    private static Func<string, string> Escaping(string contentType) => contentType switch
    {
        _ when contentType.EndsWith("json", StringComparison.OrdinalIgnoreCase) => text => JsonEncodedText.Encode(text).ToString(),
        _ when contentType.EndsWith("form-urlencoded", StringComparison.OrdinalIgnoreCase) => Uri.EscapeDataString,
        _ when contentType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) => text => SecurityElement.Escape(text)!,
        _ => text => text,
    };
}
