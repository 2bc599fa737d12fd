namespace Linli.Platform.Data;

/// <summary>
/// SQLite has one writer at a time. Queueing writers here is fair and quick; letting them meet in the database
/// would make them sleep and retry.
/// </summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public Task EnterAsync(CancellationToken ct) => gate.WaitAsync(ct);

    public void Leave() => gate.Release();

    public void Dispose() => gate.Dispose();
}
