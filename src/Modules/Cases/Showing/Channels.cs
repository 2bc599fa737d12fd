namespace Linli.Cases.Showing;

/// <summary>Where reports come from; others may be sent over the API.</summary>
internal static class Channels
{
    public const string Hotline = "12345", Counter = "counter", Phone = "phone", GridWorker = "grid-worker", Web = "web", Api = "api";

    public static readonly IReadOnlyList<string> All = [Hotline, Counter, Phone, GridWorker, Web, Api];

    /// <summary>Those that staff take down on behalf of somebody.</summary>
    public static readonly IReadOnlyList<string> AtTheDesk = [Hotline, Counter, Phone, GridWorker];
}
