using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Texts;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Idempotency;

/// <summary>
/// Makes a POST safe to repeat. With an <c>Idempotency-Key</c> header the answer is kept in the transaction of the change;
/// the same key with the same request gives that answer again, with another request 422. What comes twice at once is done
/// once: the later one is undone, or refused because of the earlier, and gives the earlier's answer.
/// </summary>
internal sealed class IdempotencyFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[IdempotentEndpoint.Header].ToString();
        if (key.Length == 0) return await next(context);
        if (key.Length > IdempotentEndpoint.MaxKeyLength) return new ProblemResult(Problem.Invalid(IdempotentEndpoint.Header, "platform.key-too-long"));

        var ct = http.RequestAborted;
        var db = http.RequestServices.GetRequiredService<AppDb>();
        var actor = http.RequestServices.GetRequiredService<IAccess>().Actor;
        var caller = $"{actor.Kind}/{actor.Id?.ToString() ?? http.Connection.RemoteIpAddress?.ToString()}";
        var request = await HashRequestAsync(context, ct);
        if (await FindAsync(db, caller, key, ct) is { } known) return Replay(known, request);

        await using var work = db.BeginWithFirstWrite();
        try
        {
            var result = await next(context);
            if (Unwrap(result) is not IStatusCodeHttpResult { StatusCode: >= 200 and < 300 } answer)
            {
                await work.DisposeAsync();   // what was written is undone
                return await FindAsync(db, caller, key, ct) is { } earlier ? Replay(earlier, request) : result;
            }
            db.Append(new IdempotencyRecord
            {
                Caller = caller,
                Key = key,
                RequestHash = request,
                Status = answer.StatusCode!.Value,
                Location = (answer as ILocatedResult)?.Location,
                Body = answer is IValueHttpResult { Value: { } value } ? JsonSerializer.Serialize(value, value.GetType(), Json.Readable) : "",
                CreatedAt = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            });
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
            return result;
        }
        catch (DbUpdateException)
        {
            // The same key at the same moment: the other one won and our change is undone.
            await work.DisposeAsync();
            db.Forget();
            return await FindAsync(db, caller, key, ct) is { } winner ? Replay(winner, request) : throw new BadHttpRequestException("The request was changed twice at once.", 409);
        }
    }

    private static Task<IdempotencyRecord?> FindAsync(AppDb db, string caller, string key, CancellationToken ct) =>
        db.Set<IdempotencyRecord>().AsNoTracking().SingleOrDefaultAsync(r => r.Caller == caller && r.Key == key, ct);

    private static IResult Replay(IdempotencyRecord record, byte[] request) =>
        record.RequestHash.AsSpan().SequenceEqual(request)
            ? new ReplayedResult(record)
            : new ProblemResult(new("platform.key-reused", StatusCodes.Status422UnprocessableEntity));

    /// <summary>Address, command and the content of photos: the same request in other words or another form is the same.</summary>
    private static async Task<byte[]> HashRequestAsync(EndpointFilterInvocationContext context, CancellationToken ct)
    {
        var command = context.Arguments.OfType<ICommand>().SingleOrDefault();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(context.HttpContext.Request.Path + "\n" + (command is null ? "" : JsonSerializer.Serialize(command, command.GetType(), Json.Readable))));
        foreach (var photo in (command as IPhotoCommand)?.Photos ?? [])
        {
            await using var content = photo.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, ct));
        }
        return hash.GetHashAndReset();
    }

    private static object? Unwrap(object? result) => result is INestedHttpResult nested ? nested.Result : result;

    private sealed class ReplayedResult(IdempotencyRecord record) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = record.Status;
            response.Headers["Idempotency-Replayed"] = "true";
            if (record.Location is { } location) response.Headers.Location = location;
            if (record.Body.Length == 0) return Task.CompletedTask;
            response.ContentType = "application/json; charset=utf-8";
            return response.WriteAsync(record.Body, httpContext.RequestAborted);
        }
    }
}

/// <summary>Says of an endpoint that it honours the <c>Idempotency-Key</c> header.</summary>
public sealed class IdempotentEndpoint
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 200;
}

/// <summary>Makes endpoints safe to repeat.</summary>
public static class IdempotentEndpoints
{
    /// <summary>Honours the <c>Idempotency-Key</c> header.</summary>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(new IdempotencyFilter()).WithMetadata(new IdempotentEndpoint());
}
