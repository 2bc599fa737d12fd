using Linli.Ui;

namespace Linli.Grids;

internal enum RedrawState
{
    /// <summary>Waits for its day.</summary>
    Planned,

    /// <summary>Took effect.</summary>
    Done,

    /// <summary>Taken back before its day.</summary>
    Withdrawn,

    /// <summary>On its day the ground was not what it was planned on.</summary>
    Failed,
}

internal static class RedrawStates
{
    extension(RedrawState state)
    {
        public Tone Tone => state switch { RedrawState.Planned => Tone.Info, RedrawState.Done => Tone.Good, RedrawState.Failed => Tone.Bad, _ => Tone.Neutral };

        public string Icon => state switch { RedrawState.Planned => "clock", RedrawState.Done => "check", RedrawState.Failed => "alert-octagon", _ => "x" };
    }
}
