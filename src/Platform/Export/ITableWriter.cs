namespace Linli.Platform.Export;

/// <summary>A table that is written row by row, in whatever format.</summary>
public interface ITableWriter : IAsyncDisposable
{
    /// <summary>Writes a row.</summary>
    Task WriteAsync(params object?[] values);
}
