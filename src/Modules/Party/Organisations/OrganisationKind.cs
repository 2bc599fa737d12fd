namespace Linli.Party;

/// <summary>What an organisation is, from the top. Kept as a number, for queries compare it.</summary>
internal enum OrganisationKind
{
    /// <summary>党工委</summary>
    WorkingCommittee = 1,

    /// <summary>党委</summary>
    Committee,

    /// <summary>党总支</summary>
    GeneralBranch,

    /// <summary>党支部</summary>
    Branch,

    /// <summary>党小组</summary>
    Group,
}
