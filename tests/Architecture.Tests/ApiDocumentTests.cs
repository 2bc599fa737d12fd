using Linli.Testing;

namespace Linli.Architecture.Tests;

public sealed class ApiDocumentTests
{
    /// <summary>Who builds on the API sees in the history of one file what changed for them.</summary>
    [Fact]
    public async Task The_document_in_docs_is_what_the_program_says()
    {
        var app = await LinliApp.SharedAsync("sqlite");
        using var client = app.CreateClient();
        var now = (await client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n") + "\n";
        var kept = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json"));
        if (now == kept) return;
        var fresh = Path.Combine(AppContext.BaseDirectory, "openapi.new.json");
        await File.WriteAllTextAsync(fresh, now);
        Assert.Fail($"The API is not what docs/openapi.json says. If it should be as it is now: cp {fresh} docs/openapi.json");
    }
}
