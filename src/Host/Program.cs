using Linli.Host;
using Linli.Platform;

NativeHeaps.KeepFew();
var (verb, rest) = CommandLine.Split(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = rest, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddCommandLine(CommandLine.Settings(rest), CommandLine.Switches);
if (builder.Configuration["port"] is { } port) builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
else if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls("http://127.0.0.1:5080");
builder.Services.AddLinli(builder.Configuration, Modules.All);
builder.Services.AddWeb();

var app = builder.Build();
app.UseWeb();
return await CommandLine.RunAsync(app, verb, rest);

/// <summary>Named for the tests, which start it in their own process.</summary>
public partial class Program;
