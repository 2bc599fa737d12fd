namespace Linli.Platform.Access;

/// <summary>Something a role may allow. The name is also the name of the authorization policy.</summary>
/// <param name="Name"><c>module.act</c>, e.g. <c>cases.dispatch</c>; its label is the text <c>permission.module.act</c>.</param>
public sealed record Permission(string Name);
