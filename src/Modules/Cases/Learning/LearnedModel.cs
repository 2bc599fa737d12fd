namespace Linli.Cases.Learning;

/// <summary>A version of a learned model; the newest active one of a task speaks.</summary>
internal sealed class LearnedModel
{
    public required Guid Id { get; init; }

    /// <summary>What it decides: <c>category</c>, <c>dispatch</c> or <c>overtime</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Version within the task, from 1.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>How many rows it learned from.</summary>
    public required int Rows { get; init; }
    public required byte[] Content { get; init; }
    public required bool Active { get; set; }
}
