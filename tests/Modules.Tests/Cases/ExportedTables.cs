using System.Globalization;
using System.Text;

namespace Linli.Modules.Tests.Cases;

/// <summary>Tables in the form another system exports, filled with invented names; each test has a district of its own below 96.</summary>
internal sealed class ExportedTables
{
    private const string EventColumns = "ID\tTIME\tSTREET\tSTREET_ID\tCOMMUNITY\tCOMMUNITY_ID\tTYPE\tTYPE_ID\tSUB\tSUB_ID\tUNIT\tSRC\tLATE\tDONE";

    public ExportedTables(string district)
    {
        District = district;
        Folder = Directory.CreateTempSubdirectory("linli-tables-").FullName;
        Write("profile.json", Profile(district));
        Write("communities.tsv", "STREET_ID\tSTREET\tCOMMUNITY_ID\tCOMMUNITY", "7\t柳街道\t11\t东柳社区", "7\t柳街道\t12\t西柳社区", "8\t桃街道\t13\t桃源社区", "8\t桃街道\t\t无号社区");
        Write("units.tsv", "UNIT\tNAME", $"{district}-1\t柳街道执法队", $"{district}-1\t柳街道执法队（柳街道办事处）", $"{district}-2\t城管局", "-\t-");
        Write("taxonomy.tsv", "TYPE_ID\tTYPE\tSUB_ID\tSUB", $"{district[^2..]}\t市容\t5\t垃圾&#40;积存&#41;", $"{district[^2..]}\t市容\t6\t乱摆卖", "x\t坏\t1\t坏");
    }

    public string Folder { get; }
    public string District { get; }
    public string ProfileFile => Path.Combine(Folder, "profile.json");

    public void Events(params string[] lines) => Write("events.tsv", [EventColumns, .. lines]);

    public string Event(int id, string time = "2025-03-01 08:00:00", string source = "电话", string unit = "1", string late = "0", string done = "1", string sub = "5") =>
        string.Create(CultureInfo.InvariantCulture, $"{id}\t{time}\t柳街道\t7\t东柳社区\t11\t市容\t{District[^2..]}\t垃圾&#40;积存&#41;\t{sub}\t{(unit == "-" ? "-" : $"{District}-{unit}")}\t{source}\t{late}\t{done}");

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(Folder, file), lines, new UTF8Encoding(false));

    private static string Profile(string district) => $$"""
        {
          "name": "invented", "source": "虚构统计表",
          "places": {
            "district": "{{district}}", "districtName": "虚构区",
            "street": { "id": "STREET_ID", "name": "STREET" }, "community": { "id": "COMMUNITY_ID", "name": "COMMUNITY" },
            "endings": ["居委会"], "codes": { "柳街道": "{{district}}001", "柳街道/东柳社区": "{{district}}001001" }
          },
          "divisions": { "file": "communities.tsv" },
          "units": { "file": "units.tsv", "id": "UNIT", "name": "NAME", "none": "-", "kinds": [{ "pattern": "执法队", "kind": "team" }] },
          "taxonomy": { "file": "taxonomy.tsv", "levels": [{ "id": "TYPE_ID", "name": "TYPE", "digits": 3 }, { "id": "SUB_ID", "name": "SUB", "digits": 4 }] },
          "cases": {
            "file": "events.tsv", "number": "T{{district}}-{ID}", "title": "{TYPE}／{SUB}（{STREET} {COMMUNITY}）", "text": "无原文，编号 {ID}",
            "received": "TIME", "timeFormat": "yyyy-MM-dd HH:mm:ss", "timeZone": "Asia/Shanghai",
            "channel": "SRC", "channels": { "电话": "phone" }, "unit": "UNIT", "noUnit": "-",
            "outcomes": [{ "when": { "DONE": "1" }, "closed": true, "onTime": true }, { "when": { "LATE": "1" }, "closed": true, "onTime": false }, { "when": { "DONE": "0" }, "closed": false }]
          }
        }
        """;
}
