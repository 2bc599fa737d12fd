using Linli.Testing;

namespace Linli.Bench;

/// <summary>API keys for the measurements.</summary>
internal static class ApiKeys
{
    public static Task<string> CreateAsync(TestDatabase database, string division, params string[] scopes) => throw new NotSupportedException();
}
