using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Linli.Cases.Channels;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Tables;
using Linli.Platform.Texts;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Linli.Cases.UploadTable;

/// <summary>A table of reports of one channel.</summary>
internal sealed record CreateUpload : ICommand
{
    [Required(ErrorMessage = "cases.unknown-channel")] public string? Channel { get; set; }
    [Required(ErrorMessage = "platform.table-missing")] public IFormFile? File { get; set; }
}

/// <summary>Takes a table in and guesses which column is what. Nothing is filed yet.</summary>
internal sealed class CreateUploadHandler(AppDb db, IAccess access, ChannelCache channels, FieldCipher cipher, IOptions<CasesOptions> options, TimeProvider clock)
{
    public const int MostRows = 10_000;
    private const int LongestName = 100, MostBytes = 10 << 20;

    public async Task<Result<Guid>> HandleAsync(CreateUpload command, CancellationToken ct)
    {
        if (CommandValidation.Check(command) is { } invalid) return invalid;
        if ((await channels.GetAsync(ct)).Find(command.Channel) is not { } channel) return CaseErrors.UnknownChannel;
        if (!channel.Active) return CaseErrors.ChannelInactive;
        if (command.File!.Length > MostBytes) return Problem.Invalid("file", "platform.table-too-long");
        using var content = new MemoryStream();
        await command.File.CopyToAsync(content, ct);
        if (!TableReader.Read(content.ToArray(), MostRows).Succeeded(out var table, out var unreadable)) return unreadable;

        var now = clock.GetUtcNow();
        var name = Path.GetFileName(command.File.FileName);
        var upload = new Upload
        {
            Id = Guid.CreateVersion7(now),
            Channel = channel.Code,
            FileName = name.Length <= LongestName ? name : name[^LongestName..],
            DivisionCode = access.Division is { Length: > 0 } own ? own : options.Value.HomeDivision,
            ActorId = access.Actor.Id,
            ActorName = access.Actor.Name,
            CreatedAt = now,
            Content = cipher.Protect(JsonSerializer.Serialize(table, Json.Readable), Upload.ContentPurpose),
            Rows = table.Rows.Count,
            Columns = JsonSerializer.Serialize(ColumnGuess.Of(table, channel.Profile), Json.Readable),
        };
        db.Add(upload);
        db.Audit(access, "cases.create-upload", upload.Subject, now, upload.DivisionCode, new { upload.Channel, upload.Rows });
        await db.SaveChangesAsync(ct);
        return upload.Id;
    }
}
