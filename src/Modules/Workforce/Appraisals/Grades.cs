using Linli.Ui;

namespace Linli.Workforce;

internal static class Grades
{
    extension(Grade grade)
    {
        public Tone Tone => grade switch { Grade.Excellent => Tone.Good, Grade.Competent => Tone.Info, Grade.BasicallyCompetent => Tone.Waiting, _ => Tone.Bad };

        public string Icon => grade switch { Grade.Excellent => "medal", Grade.Competent => "circle-check", Grade.BasicallyCompetent => "alert-circle", _ => "circle-x" };
    }

    extension(AppraisalState state)
    {
        public Tone Tone => state is AppraisalState.Open ? Tone.Progress : Tone.Good;

        public string Icon => state is AppraisalState.Open ? "edit" : "lock";
    }
}
