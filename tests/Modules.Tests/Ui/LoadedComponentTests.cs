using Linli.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Linli.Modules.Tests.Ui;

public sealed class LoadedComponentTests
{
    [Fact]
    public async Task A_page_that_waits_twice_is_not_drawn_half_filled()
    {
        await using var renderer = new HtmlRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TwoWaits>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(TwoWaits.Greeting)] = "Hello" }))).ToHtmlString());
        Assert.Equal("Hello first second, drawn 1", html);
    }

    /// <summary>The first wait is over at once, as with something remembered; the second takes its time.</summary>
    private sealed class TwoWaits : LoadedComponent
    {
        private string? first, second;
        private int drawn;

        [Parameter] public string? Greeting { get; set; }

        protected override async Task LoadAsync()
        {
            first = await Task.FromResult("first");
            await Task.Yield();
            second = "second";
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{Greeting} {first} {second}, drawn {++drawn}");
    }
}
