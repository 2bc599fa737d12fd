using System.Net;
using Linli.Demo;
using Linli.Platform.Tables;
using Linli.Testing;

namespace Linli.Modules.Tests.Registry;

public abstract class RecordExportTests(string database) : RegistryTest(database)
{
    private const string Csv = $"{Records}/export.csv", Excel = $"{Records}/export.xlsx";

    [Fact]
    public async Task The_filtered_list_goes_out_with_all_fields_and_personal_values_masked()
    {
        var (clerk, id) = (await ClerkAsync(), NewIdNumber());
        await AddAsync(clerk, "person", new Dictionary<string, string> { ["name"] = "郑导出", ["id-number"] = id, ["phone"] = "10020005555", ["sex"] = "f" }, address: "导出路5号6栋701室");
        var rows = (await clerk.GetStringAsync($"{Csv}?type=person&q={id}")).TrimEnd().Split("\r\n");
        Assert.Equal(2, rows.Length);
        Assert.StartsWith("姓名,身份证号,手机号码,性别", rows[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.StartsWith("郑**,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",100****5555,女,", rows[1], StringComparison.Ordinal);
        Assert.Contains(GridOf(Street), rows[1], StringComparison.Ordinal);
        foreach (var secret in new[] { "郑导出", id, "10020005555", "701室" }) Assert.DoesNotContain(secret, rows[1], StringComparison.Ordinal);

        Assert.True(TableReader.Read(await clerk.GetByteArrayAsync($"{Excel}?type=person&q={id}"), 10).Succeeded(out var table, out _));
        Assert.Equal("郑**", Assert.Single(table.Rows)[0]);
        using var other = await ClerkAsync(OtherStreet);
        Assert.Single((await other.GetStringAsync($"{Csv}?type=person&q={id}")).TrimEnd().Split("\r\n"));
        using var worker = await WorkerAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync(Csv)).StatusCode);
    }

    [Fact]
    public async Task A_long_list_goes_out_whole_in_its_order()
    {
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var rows = (await clerk.GetStringAsync(Csv)).TrimEnd().Split("\r\n")[1..].Select(row => row.Split(',')).ToList();
        Assert.True(rows.Count > 1_000, $"All {rows.Count} rows go out in one go.");
        Assert.Equal(rows.Select(r => r[2]).Order(StringComparer.Ordinal), rows.Select(r => r[2]));
        var homes = rows.Where(r => r[0] == "房屋" && !r[1].StartsWith("测试", StringComparison.Ordinal)).Select(r => r[1] + r[2]).ToList();
        Assert.NotEmpty(homes);
        Assert.Equal(homes.Distinct(), homes);   // none twice where one batch ends and the next begins
    }
}

public sealed class RecordExportOnSqlite() : RecordExportTests("sqlite");

public sealed class RecordExportOnPostgres() : RecordExportTests("postgres");
