using Linli.Cases.AnswerCall;
using Linli.Cases.Consultations;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class DemoActsTests(string database)
{
    [Fact]
    public async Task The_demo_district_has_something_on_every_desk()
    {
        await using var app = await LinliApp.StartAsync(database, cases: 400);
        foreach (var (role, page, row) in new[]
        {
            (DemoRole.Counter, "/desk/hotline/calls", "main tbody tr"),
            (DemoRole.Supervisor, "/desk/letters", "main tbody tr"),
            (DemoRole.Supervisor, "/desk/letters?state=waiting", "main tbody tr"),
            (DemoRole.Supervisor, "/desk/cases?mark=supervised", "main tbody tr"),
            (DemoRole.Supervisor, "/desk/appeals", "main form"),
            (DemoRole.Supervisor, "/desk/second-looks", "main form"),
            (DemoRole.Supervisor, "/desk/cases?status=all&mark=excused", "main tbody tr"),
            (DemoRole.DistrictClerk, "/desk/cases?status=split", "main tbody tr"),
            (DemoRole.Counter, "/desk/call-back", "main form"),
        })
            Assert.True((await (await app.SignInAsync(app.DemoUser(role))).PageAsync(page)).QuerySelector(row) is not null, page);
        Assert.Contains("超期未结", (await (await app.SignInAsync(app.DemoUser(DemoRole.Supervisor))).PageAsync("/desk/cases")).QuerySelector("main")!.TextContent);   // shared by a clerk

        await using var scope = app.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Assert.True(await db.ConsultationDecisions.AnyAsync());
        var calls = await db.Calls.CountAsync();
        foreach (var seeder in scope.ServiceProvider.GetServices<IDemoSeeder>().OrderBy(s => s.Order)) await seeder.SeedAsync(300, default);
        Assert.Equal(calls, await db.Calls.CountAsync());   // once is enough
    }
}

public sealed class DemoActsOnSqlite() : DemoActsTests("sqlite");

public sealed class DemoActsOnPostgres() : DemoActsTests("postgres");
