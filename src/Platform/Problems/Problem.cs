namespace Linli.Platform.Problems;

/// <summary>An expected refusal: what went wrong, as a value.</summary>
/// <param name="Code"><c>module.what</c>; its title is the text <c>problem.module.what</c>.</param>
/// <param name="Status">HTTP status.</param>
public sealed record Problem(string Code, int Status)
{
    /// <summary>Not there, or not within the caller's scope: the two look the same.</summary>
    public static Problem NotFound { get; } = new("platform.not-found", 404);

    /// <summary>The caller may not do this.</summary>
    public static Problem Forbidden { get; } = new("platform.forbidden", 403);

    /// <summary>Somebody else changed it since the caller looked.</summary>
    public static Problem Stale { get; } = new("platform.stale", 409);

    /// <summary>What HTTP itself refuses: no such address, wrong method, too large, too often, or a fault of ours.</summary>
    public static Problem Http(int status) => status switch
    {
        404 => NotFound,
        403 => Forbidden,
        400 => new("platform.bad-request", status),
        401 => new("platform.not-signed-in", status),
        405 => new("platform.wrong-method", status),
        409 => Stale,
        413 => new("platform.too-large", status),
        415 => new("platform.wrong-type", status),
        429 => new("platform.too-often", status),
        _ => new(status >= 500 ? "platform.fault" : "platform.refused", status),
    };

    /// <summary>Fields that are wrong.</summary>
    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new("platform.invalid", 400) { Errors = errors };

    /// <summary>One field that is wrong. The message is a text key.</summary>
    public static Problem Invalid(string field, string messageKey) => Invalid(new Dictionary<string, string[]> { [field] = [messageKey] });

    /// <summary>Messages per field, in the caller's language or as text keys.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>More facts for programs, e.g. the current version.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
