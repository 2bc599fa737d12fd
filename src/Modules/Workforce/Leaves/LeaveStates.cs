using Linli.Ui;

namespace Linli.Workforce;

internal static class LeaveStates
{
    extension(LeaveState state)
    {
        public Tone Tone => state switch { LeaveState.Asked => Tone.Waiting, LeaveState.Granted => Tone.Good, LeaveState.Refused => Tone.Bad, _ => Tone.Neutral };

        public string Icon => state switch { LeaveState.Asked => "clock", LeaveState.Granted => "circle-check", LeaveState.Refused => "circle-x", _ => "arrow-back-up" };
    }
}
