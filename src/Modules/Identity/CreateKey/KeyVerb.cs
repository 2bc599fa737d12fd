using Linli.Platform.CommandLine;
using Linli.Platform.Problems;

namespace Linli.Identity.CreateKey;

/// <summary><c>key create</c></summary>
internal sealed class KeyVerb(CreateKeyHandler handler, ProblemTexts texts) : IVerb
{
    public string Name => "key";
    public string Usage => "key create --name NAME --division CODE --scopes a,b   makes an API key and prints it; it is shown this once";

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        if (call.Words is not ["create"]) throw new UsageException(Usage);
        var made = await handler.Handle(new()
        {
            Name = call.Required("name"),
            DivisionCode = call.Required("division"),
            Scopes = call.Required("scopes").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        }, ct);
        if (!made.Succeeded(out var key, out var problem)) throw new UsageException(texts.Title(problem));
        await call.Output.WriteLineAsync(key.Key);
        return 0;
    }
}
