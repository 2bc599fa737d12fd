using Linli.Platform.Access;

namespace Linli.Party;

/// <summary>共建项目: something that organisations and units do together, mostly because somebody needs it.</summary>
internal sealed class Project : IInDivision
{
    public required Guid Id { get; init; }
    public required string DivisionCode { get; set; }
    public required string Title { get; set; }

    /// <summary>The organisation that leads.</summary>
    public required Guid LeadId { get; set; }

    /// <summary>The need that it answers, and the resource that it uses.</summary>
    public Guid? NeedId { get; set; }
    public Guid? ResourceId { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public ProjectState State { get; private set; } = ProjectState.Draft;

    /// <summary>What came of it, and for how many people; known when it is done.</summary>
    public string? Result { get; private set; }
    public int? PeopleServed { get; private set; }
    public int Version { get; set; } = 1;

    public string Subject => $"party-project/{Id}";

    public bool IsOver => ProjectTransitions.From(State).Count == 0;

    /// <summary>Goes on into another state where the table of transitions allows it.</summary>
    public bool TryMove(ProjectState to)
    {
        if (!ProjectTransitions.From(State).Contains(to)) return false;
        (State, Version) = (to, Version + 1);
        return true;
    }

    /// <summary>Is done, with what came of it.</summary>
    public bool TryFinish(string result, int peopleServed)
    {
        if (!TryMove(ProjectState.Done)) return false;
        (Result, PeopleServed) = (result, peopleServed);
        return true;
    }
}
