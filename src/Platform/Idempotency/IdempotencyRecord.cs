namespace Linli.Platform.Idempotency;

/// <summary>The answer once given to a caller's key.</summary>
internal sealed class IdempotencyRecord
{
    public required string Caller { get; init; }
    public required string Key { get; init; }
    public required byte[] RequestHash { get; init; }
    public required int Status { get; init; }
    public required string? Location { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
