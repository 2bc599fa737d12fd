namespace Linli.Demo;

/// <summary>How a written address departs from the plate.</summary>
public enum AddressNoise
{
    /// <summary>Written out in full.</summary>
    None,
    /// <summary>With province and city before it.</summary>
    Prefix,
    /// <summary>Without district, street and community.</summary>
    NoDivision,
    /// <summary>Beginning with the estate.</summary>
    NoRoad,
    /// <summary>Road and door number without the name of the estate.</summary>
    NoEstate,
    /// <summary>Without the unit.</summary>
    NoUnit,
    /// <summary>三栋二单元五零二</summary>
    ChineseNumerals,
    /// <summary>３栋２单元５０２</summary>
    FullWidth,
    /// <summary>3-2-502</summary>
    Dashes,
    /// <summary>3#2单元502</summary>
    Hash,
    /// <summary>幢、号楼、门、房 in place of 栋、单元、室.</summary>
    OtherWords,
    /// <summary>The alias of the estate.</summary>
    Alias,
    /// <summary>Its old name.</summary>
    OldName,
    /// <summary>One character of its name wrong.</summary>
    WrongCharacter,
    /// <summary>One character of its name missing.</summary>
    MissingCharacter,
    /// <summary>Street and community without the words for what they are: 东和翠湖.</summary>
    ShortDivision,
    /// <summary>Another community.</summary>
    WrongCommunity,
    /// <summary>In the middle of a sentence.</summary>
    Sentence,
}

/// <summary>A room as somebody writes it down.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Noise">How it departs from the plate.</param>
/// <param name="Estate">The estate that is meant.</param>
/// <param name="Building">The building that is meant.</param>
/// <param name="Unit">The unit that is meant; 0 where the building has none.</param>
/// <param name="Room">The room that is meant.</param>
public sealed record WrittenAddress(string Text, AddressNoise Noise, DemoEstate Estate, DemoBuilding Building, int Unit, int Room)
{
    /// <summary>What is written leaves open which of several it is.</summary>
    public bool IsOpen => Noise is AddressNoise.NoUnit && Building.Units > 1;
}
