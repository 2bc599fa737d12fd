using System.Reflection;
using System.Text.Json;
using Linli.Addresses;
using Linli.Geo;
using Linli.Worktime;

namespace Linli.Libraries.Tests;

public sealed class LibraryTextsTests
{
    public static readonly TheoryData<Type> Libraries = [typeof(AddressParser), typeof(GeoJson), typeof(Clock)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Both_languages_have_every_text(Type ofLibrary) => Assert.Equal(Keys(ofLibrary.Assembly, "zh-CN").Order(), Keys(ofLibrary.Assembly, "en").Order());

    [Fact]
    public void Every_fault_of_a_file_of_shapes_has_its_words() => Assert.Empty(Enum.GetNames<GeoJsonFault>().Except(Keys(typeof(GeoJson).Assembly, "en")));

    private static IEnumerable<string> Keys(Assembly library, string language)
    {
        using var texts = library.GetManifestResourceStream($"{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(texts)!.Keys;
    }
}
