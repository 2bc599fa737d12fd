using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

/// <summary>A type of record with its fields.</summary>
internal sealed record TypeDetails(string Code, string Name, string NameEn, RecordGroup Group, string TitleField, bool OfPerson, bool Active, int Version, IReadOnlyList<FieldDefinition> Fields)
{
    public static TypeDetails Of(RecordType type) => new(type.Code, type.Name, type.NameEn, type.InGroup, type.TitleField, type.OfPerson, type.Active, type.Version, type.Known);
}

internal static class TypesEndpoint
{
    /// <summary>The types of record with their fields.</summary>
    public static async Task<Ok<IReadOnlyList<TypeDetails>>> Get(TypeCache types, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<TypeDetails>>([.. (await types.GetAsync(ct)).All.Select(TypeDetails.Of)]);

    /// <summary>Makes or changes a type.</summary>
    public static async Task<Results<Ok<TypeDetails>, ProblemResult>> Put(string code, SaveType command, SaveTypeHandler handler, CancellationToken ct) => (await handler.HandleAsync(code, command, ct)).ToHttp();

    /// <summary>Makes or changes a field of a type.</summary>
    public static async Task<Results<Ok<TypeDetails>, ProblemResult>> PutField(string code, string key, SaveField command, SaveFieldHandler handler, CancellationToken ct) => (await handler.HandleAsync(code, key, command, ct)).ToHttp();
}
