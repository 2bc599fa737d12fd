using Microsoft.AspNetCore.Mvc.Testing;

namespace Linli.Modules.Tests.Ui;

public sealed class PreferenceTests() : ModuleTest("sqlite")
{
    [Fact]
    public async Task A_reader_who_asks_for_large_type_in_English_gets_it_on_the_next_page()
    {
        using var client = App.CreateClient();
        using var answer = await client.PostAsync("/preferences", Form("language=en&large=true&back=%2Fdesign"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"en\" class=\"large\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fevil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("%2F%5Cevil.example")]
    public async Task Nobody_is_led_to_another_site(string back)
    {
        using var client = App.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var answer = await client.PostAsync("/preferences", Form($"large=false&back={back}"));
        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    private static StringContent Form(string fields) => new(fields, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
}
