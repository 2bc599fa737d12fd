#pragma warning disable CS1591 // The names are the steps and states of GB/T 30428; there is nothing to add.
namespace Linli.Demo;

/// <summary>What can be done to a case.</summary>
public enum StoryStep
{
    Received, Accepted, Declined, Dispatched, Returned, Taken, Suspended, Resumed, Handled, SentBack, Verified, Closed, Reopened, Withdrawn,
}

/// <summary>Where a case can stand.</summary>
public enum StoryStatus
{
    Received, Accepted, Declined, Dispatched, Handling, Suspended, Handled, Verified, Closed, Reopened, Withdrawn,
}

internal static class StorySteps
{
    public static StoryStatus Leads(this StoryStep step) => step switch
    {
        StoryStep.Received => StoryStatus.Received,
        StoryStep.Accepted or StoryStep.Returned => StoryStatus.Accepted,
        StoryStep.Declined => StoryStatus.Declined,
        StoryStep.Dispatched => StoryStatus.Dispatched,
        StoryStep.Taken or StoryStep.Resumed or StoryStep.SentBack => StoryStatus.Handling,
        StoryStep.Suspended => StoryStatus.Suspended,
        StoryStep.Handled => StoryStatus.Handled,
        StoryStep.Verified => StoryStatus.Verified,
        StoryStep.Closed => StoryStatus.Closed,
        StoryStep.Reopened => StoryStatus.Reopened,
        _ => StoryStatus.Withdrawn,
    };
}
