namespace Linli.Registry;

/// <summary>Permissions of this module.</summary>
internal static class RegistryPolicies
{
    /// <summary>See records within the own divisions, personal values masked.</summary>
    public const string See = "registry.see";

    /// <summary>Add, change, correct and end records.</summary>
    public const string Write = "registry.write";

    /// <summary>See personal values on a purpose.</summary>
    public const string Reveal = "registry.reveal";

    /// <summary>See sensitive values on a purpose.</summary>
    public const string RevealSensitive = "registry.reveal-sensitive";

    /// <summary>See who looked at personal data.</summary>
    public const string SeeLooks = "registry.see-looks";

    /// <summary>Say whether two records are about the same, merge them, and undo that.</summary>
    public const string Merge = "registry.merge";

    /// <summary>Take in tables of records, and take that back.</summary>
    public const string Import = "registry.import";

    /// <summary>Take lists of records out as tables, personal values masked.</summary>
    public const string Export = "registry.export";

    /// <summary>Change types of records and their fields.</summary>
    public const string ManageTypes = "registry.manage-types";

    /// <summary>See who is looked after, and the visits to them.</summary>
    public const string SeeNeeds = "registry.see-needs";

    /// <summary>Say that somebody is to be looked after, and that they are no more.</summary>
    public const string Tag = "registry.tag";

    /// <summary>Say what devices in homes say: for the gateway they talk to.</summary>
    public const string Signal = "registry.signal";

    /// <summary>Keep visits to people who are looked after.</summary>
    public const string Visit = "registry.visit";
}
