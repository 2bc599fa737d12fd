using Linli.Ui;

namespace Linli.Grids;

/// <summary>In whose hands a grid is.</summary>
internal enum ServiceState
{
    /// <summary>In those of its own workers.</summary>
    Own,

    /// <summary>In those of a stand-in.</summary>
    StoodIn,

    /// <summary>In nobody's.</summary>
    Nobody,
}

internal static class ServiceStates
{
    extension(ServiceState state)
    {
        public Tone Tone => state switch { ServiceState.Own => Tone.Good, ServiceState.StoodIn => Tone.Waiting, _ => Tone.Bad };

        public string Icon => state switch { ServiceState.Own => "user-check", ServiceState.StoodIn => "users", _ => "alert-triangle" };
    }
}
