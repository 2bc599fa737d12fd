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
        Assert.Equal("Hello first second, drawn 1", await RenderAsync<TwoWaits>(new() { [nameof(TwoWaits.Greeting)] = "Hello" }));
    }

    [Fact]
    public async Task Parts_of_one_page_read_one_after_another_for_they_share_its_database_context() => Assert.Equal("1111", await RenderAsync<Siblings>([]));

    private static async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var services = new ServiceCollection().AddHttpContextAccessor().AddSingleton(TimeProvider.System).AddScoped<LoadingTurns>().AddScoped<Reading>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>How many read now.</summary>
    private sealed class Reading
    {
        public int Now { get; set; }
    }

    private sealed class Siblings : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            for (var i = 0; i < 4; i++)
            {
                builder.OpenComponent<Part>(i);
                builder.CloseComponent();
            }
        }
    }

    /// <summary>Shows how many were reading when it did.</summary>
    private sealed class Part : LoadedComponent
    {
        private int most;

        [Inject] private Reading Reading { get; set; } = null!;

        protected override async Task LoadAsync()
        {
            most = ++Reading.Now;
            await Task.Delay(5);
            most = Math.Max(most, Reading.Now--);
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, most);
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
