using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class PassAndSettleTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_street_passes_a_case_up_and_only_the_district_takes_it_in_until_it_comes_down_again()
    {
        var (found, street, district) = (await FileAsync(), await ClerkAsync(), await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk)));
        Assert.True(await IsOnTheDeskAsync(street, found));
        var up = await DoAsync(street, found.Id, "pass", new { version = 1, desk = "990101", remark = "涉及多个街道，请区里统筹" });
        Assert.Equal((CaseStatus.Received, found.DueAt), (up.Status, up.DueAt));   // the clock goes on
        Assert.False(await IsOnTheDeskAsync(street, found));
        Assert.True(await IsOnTheDeskAsync(district, found));
        var refused = await street.PostAsJsonAsync($"/api/v1/cases/{found.Id}/accept", new { version = up.Version });
        Assert.Equal((HttpStatusCode.Conflict, "cases.at-another-desk"), (refused.StatusCode, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));

        var down = await DoAsync(district, found.Id, "pass", new { version = up.Version, desk = Street, remark = "由街道办理" });
        Assert.False(await IsOnTheDeskAsync(district, found));
        await DoAsync(street, found.Id, "accept", new { version = down.Version });
    }

    [Fact]
    public async Task A_case_that_lies_elsewhere_after_all_leaves_the_desk_it_was_passed_to()
    {
        var (found, district) = (await FileAsync(), await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk)));
        var passed = await DoAsync(district, found.Id, "pass", new { version = 1, desk = Street, remark = "由街道办理" });
        var moved = await DoAsync(district, found.Id, "relocate", new { version = passed.Version, divisionCode = OtherStreet });
        await DoAsync(await ClerkAsync(OtherStreet), found.Id, "accept", new { version = moved.Version });
    }

    [Fact]
    public async Task A_case_is_passed_only_to_desks_around_its_place()
    {
        var (found, district) = (await FileAsync(), await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk)));
        foreach (var desk in new[] { OtherStreet, "990101", "nowhere" })
            Assert.Equal(HttpStatusCode.BadRequest, (await district.PostAsJsonAsync($"/api/v1/cases/{found.Id}/pass", new { version = 1, desk, remark = "请办理" })).StatusCode);
        var offered = (await district.PageAsync($"/desk/cases/{found.Id}/pass")).QuerySelectorAll("select[name='Form.Desk'] option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0);
        Assert.Equal([found.DivisionCode[..9], found.DivisionCode[..12], found.DivisionCode], offered);
    }

    [Fact]
    public async Task A_grid_worker_settles_what_they_find_on_the_spot_with_a_photo()
    {
        var found = await FileAsync();
        var worker = await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, found.DivisionCode[..12]));
        var without = await worker.PostAsJsonAsync($"/api/v1/cases/{found.Id}/settle", new { version = 1, remark = "已清理" });
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);

        using var form = new MultipartFormDataContent
        {
            { new StringContent("1"), "version" }, { new StringContent("已当场清理"), "remark" }, { new ByteArrayContent(DemoPhoto.Draw(PhotoScene.Lamp, 1)), "photos", "after.png" },
        };
        var settled = await worker.PostAsync($"/api/v1/cases/{found.Id}/settle", form);
        Assert.True(settled.IsSuccessStatusCode, await settled.Content.ReadAsStringAsync());
        var now = await NowAsync(found.Id);
        Assert.Equal((CaseStatus.Closed, true, true, null), (now.Status, now.OnTime, now.Local, now.DueAt));
        Assert.NotNull(now.UnitId);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ClerkAsync()).PostAsJsonAsync($"/api/v1/cases/{(await FileAsync()).Id}/settle", new { version = 1, remark = "已清理" })).StatusCode);
    }
}

public sealed class PassAndSettleOnSqlite() : PassAndSettleTests("sqlite");

public sealed class PassAndSettleOnPostgres() : PassAndSettleTests("postgres");
