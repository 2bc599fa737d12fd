using Linli.Ui;

namespace Linli.Party;

/// <summary>Where a project stands.</summary>
internal enum ProjectState
{
    /// <summary>草拟</summary>
    Draft,

    /// <summary>已约定: all partners have agreed.</summary>
    Agreed,

    /// <summary>实施中</summary>
    Running,

    /// <summary>已完成</summary>
    Done,

    /// <summary>已中止</summary>
    GivenUp,
}

/// <summary>Which states may follow which.</summary>
internal static class ProjectTransitions
{
    public static IReadOnlyList<ProjectState> From(ProjectState state) => state switch
    {
        ProjectState.Draft => [ProjectState.Agreed, ProjectState.GivenUp],
        ProjectState.Agreed => [ProjectState.Running, ProjectState.GivenUp],
        ProjectState.Running => [ProjectState.Done, ProjectState.GivenUp],
        _ => [],
    };
}

/// <summary>How states look beside their word.</summary>
internal static class ProjectStates
{
    extension(ProjectState state)
    {
        public Tone Tone => state switch
        {
            ProjectState.Draft => Tone.Neutral,
            ProjectState.Agreed => Tone.Info,
            ProjectState.Running => Tone.Progress,
            ProjectState.Done => Tone.Good,
            _ => Tone.Bad,
        };

        public string Icon => state switch
        {
            ProjectState.Draft => "edit",
            ProjectState.Agreed => "heart-handshake",
            ProjectState.Running => "player-play",
            ProjectState.Done => "check",
            _ => "x",
        };
    }
}
