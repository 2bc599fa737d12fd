using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Linli.Host;

/// <summary>The doc comments of commands, answers and endpoints as words of the API document. The framework reads only those of public types.</summary>
internal static class DocComments
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Read = new();

    /// <summary>What the endpoint's method says; else what its command says.</summary>
    public static void Describe(this OpenApiOperation operation, ApiDescription endpoint)
    {
        var method = endpoint.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault();
        var command = endpoint.ParameterDescriptions.FirstOrDefault(p => p.Source.Id == "Body")?.Type;
        operation.Summary ??= (method is null ? null : Words(Of(method))) ?? (command is null ? null : Words(Of(command)));
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            if (endpoint.ParameterDescriptions.FirstOrDefault(p => p.Name == parameter.Name)?.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: var known })
                parameter.Description ??= known.Member is PropertyInfo property ? Words(Of(property)) : Words(Parameter(Of(known.Member), known.Name!));
    }

    /// <summary>What the type says, or the property that is of a type without words.</summary>
    public static void Describe(this OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        schema.Description ??= IsOurs(type.Assembly) ? Words(Of(type))
            : context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property ? Words(Of(property)) ?? Words(Parameter(Of(property.DeclaringType!), property.Name))
            : null;
    }

    private static XElement? Of(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType!;
        var name = (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '.');
        var comments = Read.GetOrAdd(type.Assembly, Load);
        return member switch
        {
            Type => comments.GetValueOrDefault($"T:{name}"),
            PropertyInfo => comments.GetValueOrDefault($"P:{name}.{member.Name}"),
            _ => comments.FirstOrDefault(c => c.Key == $"M:{name}.{member.Name}" || c.Key.StartsWith($"M:{name}.{member.Name}(", StringComparison.Ordinal)).Value,
        };
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        return IsOurs(assembly) && File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!)
            : [];
    }

    private static bool IsOurs(Assembly assembly) => assembly.FullName!.StartsWith("Linli.", StringComparison.Ordinal);

    private static XElement? Parameter(XElement? comment, string name) => comment?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == name);

    /// <summary>The summary, or the element itself, on one line.</summary>
    private static string? Words(XElement? comment)
    {
        if (comment is null || (comment.Name == "member" ? comment.Element("summary") : comment) is not { } said) return null;
        var text = string.Concat(said.Nodes().Select(node => node is XElement inner ? inner.Attribute("cref")?.Value.Split('.')[^1] ?? inner.Attribute("name")?.Value ?? $"`{inner.Value}`" : node.ToString()));
        return string.Join(' ', WebUtility.HtmlDecode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : null;
    }
}
