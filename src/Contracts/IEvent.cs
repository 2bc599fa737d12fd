namespace Linli.Contracts;

/// <summary>Something that happened in one module and that others may react to. Stored and sent under <see cref="Name"/>.</summary>
public interface IEvent
{
    /// <summary>The contract name, <c>module.what-happened.v1</c>. It outlives class names; a changed shape takes a new version.</summary>
    static abstract string Name { get; }
}
