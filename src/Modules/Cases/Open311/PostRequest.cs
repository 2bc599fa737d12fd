using System.Buffers.Text;
using System.Text;
using Linli.Cases.ReceiveCase;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Idempotency;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.Open311;

/// <summary>
/// Files a report of another system, like any other report. Sent again with the same <c>token</c> (or <c>Idempotency-Key</c>) it is the same
/// case: the token, the key and a secret of ours make the case's own secret, which the database keeps unique.
/// </summary>
internal sealed class PostRequestHandler(AppDb db, IAccess access, ReceiveCaseHandler receive, TaxonomyCache taxonomy, GeoReportRefusals refusals, FieldCipher cipher, IStringLocalizer<CasesModule> text)
{
    private const int SecretBytes = 20;

    /// <param name="words">The form.</param>
    /// <param name="header">The key of the header, where there is one.</param>
    /// <param name="trial">Checks and answers as in earnest, and keeps nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<GeoReportAnswer> HandleAsync(GeoReportWords words, string? header, bool trial, CancellationToken ct)
    {
        if (refusals.Unless(CasesPolicies.Report) is { } locked) return locked;
        var tree = await taxonomy.GetAsync(ct);
        if (words["service_code"] is { } code && tree.FindLeaf(code) is null) return refusals.Of(StatusCodes.Status404NotFound, "Open311.UnknownService", code);
        var (report, errors) = Read(words, tree);
        if (errors.Count > 0) return GeoReportAnswer.Refusal(errors);
        if (CommandValidation.Check(report) is { } invalid) return refusals.Of(invalid);

        var token = words["token"] ?? header;
        if (token?.Length > IdempotentEndpoint.MaxKeyLength) return refusals.Of(StatusCodes.Status400BadRequest, "Open311.BadField", "token");
        var secret = token is null ? Tokens.New() : SecretOf(token);
        try
        {
            return await FindAsync(secret, report.Text!, ct) ?? await FileAsync(report, secret, trial, ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            return await FindAsync(secret, report.Text!, ct) ?? throw new BadHttpRequestException("The request was changed twice at once.", StatusCodes.Status409Conflict);   // the other of two came first
        }
    }

    /// <summary>The case that a token of a posted request stands for.</summary>
    public async Task<GeoReportAnswer> TokenAsync(string token, CancellationToken ct)
    {
        var hash = Tokens.Hash(token);
        return await db.Cases.Where(c => c.FollowUpHash == hash).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct) is { } id
            ? new("service_requests", new[] { new { Token = token, ServiceRequestId = id.ToString() } }, "request")
            : refusals.Of(StatusCodes.Status404NotFound, "Open311.UnknownToken");
    }

    private async Task<GeoReportAnswer> FileAsync(ReceiveCase.ReceiveCase report, string secret, bool trial, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        if (!(await receive.HandleAsync(report, ct, secret)).Succeeded(out var received, out var problem)) return refusals.Of(problem);
        if (!access.Sees(received.DivisionCode)) return refusals.Of(StatusCodes.Status400BadRequest, "Open311.Outside");
        if (!trial) await work.CommitAsync(ct);
        return Posted(received.Id, received.Number, secret);
    }

    private async Task<GeoReportAnswer?> FindAsync(string secret, string said, CancellationToken ct)
    {
        var hash = Tokens.Hash(secret);
        if (await db.Cases.AsNoTracking().Where(c => c.FollowUpHash == hash).Select(c => new { c.Id, c.Number, c.Text }).SingleOrDefaultAsync(ct) is not { } filed) return null;
        return filed.Text == said.Trim() ? Posted(filed.Id, filed.Number, secret) : refusals.Of(new Problem("platform.key-reused", StatusCodes.Status422UnprocessableEntity));
    }

    private GeoReportAnswer Posted(Guid id, string number, string secret) => new(
        "service_requests", new[] { new { ServiceRequestId = id.ToString(), Token = secret, ServiceNotice = text["Open311.Notice", number].Value, AccountId = (string?)null } }, "request", StatusCodes.Status201Created);

    private string SecretOf(string token) => Base64Url.EncodeToString(cipher.Sign(Encoding.UTF8.GetBytes($"open311 request {access.Actor.Id} {token}")).AsSpan(0, SecretBytes));

    private (ReceiveCase.ReceiveCase Report, List<GeoReportError> Errors) Read(GeoReportWords words, TaxonomySnapshot tree)
    {
        var errors = new List<GeoReportError>();
        if (words["service_code"] is null) errors.Add(refusals.Error(StatusCodes.Status400BadRequest, "Open311.Missing", "service_code"));
        if (!words.TryDegrees("lat", out var latitude)) errors.Add(refusals.Error(StatusCodes.Status400BadRequest, "Open311.BadField", "lat"));
        if (!words.TryDegrees("long", out var longitude)) errors.Add(refusals.Error(StatusCodes.Status400BadRequest, "Open311.BadField", "long"));
        if (errors.Count == 0 && (latitude is null || longitude is null) && words["address_string"] is null) errors.Add(refusals.Error(StatusCodes.Status400BadRequest, "Open311.MissingPlace"));
        var said = words["description"] ?? tree.NameOf(words["service_code"]);   // GeoReport lets it be empty
        return (new()
        {
            Text = words["media_url"] is { } media ? $"{said}\n{media}" : said,
            CategoryCode = words["service_code"],
            Longitude = longitude,
            Latitude = latitude,
            Place = words["address_string"],
            Name = string.Concat(words["last_name"], words["first_name"]) is { Length: > 0 } name ? name : null,
            Phone = words["phone"],
            Email = words["email"],
            Channel = "open311",
            Answers = words.Attributes(),
        }, errors);
    }
}
