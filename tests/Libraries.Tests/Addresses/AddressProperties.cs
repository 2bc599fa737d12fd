using FsCheck;
using FsCheck.Fluent;
using Linli.Addresses;

namespace Linli.Libraries.Tests.Addresses;

public sealed class AddressProperties
{
    private static readonly Gen<string> Head = Gen.Elements("东和", "翠湖", "石塘", "望山", "柳堤", "文昌", "三元", "八一", "幸福", "金桂", "碧水湾", "新港");

    private static readonly Gen<string> Count = Gen.Choose(1, 399).Select(number => $"{number}");

    [Fact]
    public void An_address_printed_and_read_again_is_the_same() => Holds(Address, address => StandardAddress.TryParse(address.ToString(), out var read) && read.Equals(address));

    [Fact]
    public void Any_text_is_read_without_failing_and_the_levels_stand_in_it_in_order() => Holds(Text, text =>
    {
        var parsed = AddressParser.Parse(text);
        return parsed.Confidence is >= 0 and <= 1
            && parsed.Parts.All(part => text[part.Span].Length > 0 && part.Value.Length > 0)
            && parsed.Parts.Zip(parsed.Parts.Skip(1)).All(pair => pair.First.Level < pair.Second.Level)
            && parsed.Relations.All(relation => text[relation.Span].Length > 0)
            && parsed.Explain("en").Length > 0;
    });

    [Fact]
    public void Any_text_is_matched_and_searched_without_failing() => Holds(Text, text =>
        SmallLibrary.Library.Match(text).Candidates.All(candidate => candidate.Score is > 0 and <= 1.0001) && SmallLibrary.Library.Suggest(text, 7).Count <= 7);

    [Fact]
    public void Every_address_of_a_library_is_found_by_what_it_is_called() => Holds(Gen.Elements(SmallLibrary.Rooms.AsEnumerable()), room =>
        SmallLibrary.Library.Match(room.Text).Best is { } best && best.Id == room.Id && best.IsComplete && best.Address.ToString() == room.Text);

    private static Gen<StandardAddress> Address =>
        from district in Optional(Head.Select(head => head + "区"))
        from street in Optional(Head.Select(head => head + "街道"))
        from community in Optional(Head.Select(head => head + "社区"))
        from road in Optional(Head.Zip(Gen.Elements("路", "大道", "街", "巷"), (head, word) => head + word))
        from number in Optional(Gen.OneOf(Count, Count.Zip(Count, (one, other) => $"{one}-{other}"), Count.Select(count => count + "弄")))
        from estate in Head.Zip(Gen.Elements("花园", "小区", "家园", "公寓", "大厦"), (head, word) => head + word)
        from phase in Optional(Gen.Choose(1, 9).Select(phase => $"{phase}"))
        from building in Gen.OneOf(Count, Gen.Elements("A", "B", "C2"))
        from unit in Optional(Gen.Choose(1, 9).Select(unit => $"{unit}"))
        from floor in Optional(Gen.Choose(1, 40).Select(floor => $"{floor}"))
        from room in Optional(Gen.Choose(101, 4099).Select(room => $"{room}"))
        select StandardAddress.Of([.. new (AddressLevel Level, string? Value)[]
        {
            (AddressLevel.District, district), (AddressLevel.Street, street), (AddressLevel.Community, community), (AddressLevel.Road, road), (AddressLevel.Number, road is null ? null : number),
            (AddressLevel.Estate, estate), (AddressLevel.Phase, phase), (AddressLevel.Building, building), (AddressLevel.Unit, unit), (AddressLevel.Floor, floor), (AddressLevel.Room, room),
        }.Where(part => part.Value is not null).Select(part => (part.Level, part.Value!))]);

    private static Gen<string> Text => Gen.OneOf(
        Gen.ArrayOf(Gen.Elements("临溪区东和街道翠湖社区第三网格沙湖村组大道路与和巷12０3十百零五号之附弄花园里期栋幢座楼#－-单元门层负室房户附近对面（）()，。 的Aa".ToCharArray())).Select(chars => new string(chars)),
        Gen.ArrayOf(Gen.Choose(0, char.MaxValue)).Select(codes => string.Concat(codes.Select(code => (char)code))));

    private static Gen<string?> Optional(Gen<string> gen) => Gen.OneOf(gen.Select(value => (string?)value), Gen.Constant<string?>(null));

    private static void Holds<T>(Gen<T> inputs, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60), Prop.ForAll(inputs.ToArbitrary(), property));
}
