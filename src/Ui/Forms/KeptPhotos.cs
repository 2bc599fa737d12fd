using Linli.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace Linli.Ui;

/// <summary>The photos of a form by page: those chosen now, and those that came before the form was shown again with what is wrong.</summary>
public sealed class KeptPhotos(KeptFiles files, IHttpContextAccessor http)
{
    private const string Name = "Form.Photos";

    /// <summary>What the form shows and sends again, unless it is taken out.</summary>
    public IReadOnlyList<KeptFile> Shown { get; private set; } = [];

    /// <summary>All that was sent, chosen now or before.</summary>
    public IReadOnlyList<IFormFile> Sent(string name = Name)
    {
        if (http.HttpContext is not { Request: { HasFormContentType: true, Form: var form } } context) return [];
        var sent = new List<IFormFile>();
        foreach (var (file, content) in form[PhotoInput.KeptField].OfType<string>().Select(files.Open).OfType<(KeptFile, Stream)>())
        {
            context.Response.RegisterForDispose(content);
            sent.Add(new FormFile(content, 0, content.Length, name, file.Name));
        }
        return [.. sent, .. form.Files.GetFiles(name)];
    }

    /// <summary>The form is shown again: keeps what was sent, as far as it would be taken.</summary>
    public async Task KeepAsync(CancellationToken ct, string name = Name)
    {
        var kept = new List<KeptFile>();
        foreach (var sent in Sent(name).Where(f => f.Length > 0).Take(SentFiles.Most))
            if (await files.KeepAsync(sent, SentFiles.Limits, ct) is { } file) kept.Add(file);
        Shown = kept;
    }
}
