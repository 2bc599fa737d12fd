namespace Linli.Cases.Learning;

/// <summary>A version of a learned model; the active one of a task speaks.</summary>
internal sealed class LearnedModel
{
    public required Guid Id { get; init; }

    /// <summary>What it decides: <c>category</c>, <c>place</c>, <c>dispatch</c> or <c>overtime</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Version within the task, from 1.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>How many rows it learned from.</summary>
    public required int Rows { get; init; }

    /// <summary>The model; empty once it is too old to be put back.</summary>
    public required byte[] Content { get; init; }
    public required bool Active { get; set; }

    /// <summary>Why it spoke, or did not, when it was learned.</summary>
    public ModelReason Reason { get; init; }

    /// <summary>How good it was on the held-out cases: the share it got right, for <c>overtime</c> the area under the ROC curve.</summary>
    public double? Score { get; init; }

    /// <summary>How good the version that spoke then was on the same cases; null where there was none.</summary>
    public double? ScoreOfLive { get; init; }

    /// <summary>How many cases were held out.</summary>
    public int? HeldOut { get; init; }
}

/// <summary>Why a version spoke, or did not, when it was learned.</summary>
internal enum ModelReason
{
    /// <summary>Learned by <c>linli learn</c> or for the demonstration: it speaks without a comparison.</summary>
    ByHand,

    /// <summary>None spoke before it.</summary>
    First,

    /// <summary>Better on the last four weeks than the one that spoke.</summary>
    Better,

    /// <summary>Not better than the one that spoke, or than guessing, so it is kept without speaking.</summary>
    NotBetter,
}
