using System.Diagnostics;
using System.Globalization;
using System.Net;
using Linli.Demo;
using Linli.Platform;
using Linli.Testing;

namespace Linli.Bench;

/// <summary>People who read pages, several at once, each with the next address as soon as the last page is there.</summary>
internal static class Visitors
{
    /// <summary>A browser signed in as the first demo account that holds a role.</summary>
    public static async Task<HttpClient> SignInAsync(LinliProcess server, string role)
    {
        var account = DemoDistrict.Create(IDemoSeeder.Seed, DateTimeOffset.UnixEpoch, 0).Accounts.First(a => a.Role == role);
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = server.Address };
        using var answer = await browser.SubmitAsync("/sign-in", new() { ["Form.UserName"] = account.UserName, ["Form.Password"] = SignIns.DemoPassword });
        return answer.StatusCode is HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"{account.UserName} could not sign in: {answer.StatusCode}.");
    }

    /// <summary>How long answers take, in order of length.</summary>
    public static async Task<Latencies> ReadAsync(HttpClient browser, int visitors, TimeSpan span, Func<int, string> address)
    {
        var (watch, next, all) = (Stopwatch.StartNew(), -1, new List<double>());
        await Task.WhenAll(Enumerable.Range(0, visitors).Select(async _ =>
        {
            while (watch.Elapsed < span)
            {
                var start = watch.Elapsed;
                using var answer = await browser.GetAsync(address(Interlocked.Increment(ref next)));
                await answer.Content.ReadAsByteArrayAsync();
                if (answer.StatusCode is not HttpStatusCode.OK) throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri}: {answer.StatusCode}");
                lock (all) all.Add((watch.Elapsed - start).TotalMilliseconds);
            }
        }));
        return new([.. all.Order()], watch.Elapsed);
    }
}

/// <summary>Milliseconds from the first to the last byte, shortest first.</summary>
internal sealed record Latencies(double[] Sorted, TimeSpan Span)
{
    public double At(double share) => Sorted[(int)Math.Min(share * Sorted.Length, Sorted.Length - 1)];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms, {Sorted.Length / Span.TotalSeconds:0} pages/s");
}
