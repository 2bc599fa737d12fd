namespace Linli.Party;

/// <summary>Invented needs, resources and projects over all states.</summary>
internal static class DemoProjects
{
    private const int Count = 20;

    private static readonly (string Need, string Resource, string Partner, string Project)[] Ideas =
    [
        ("独居老人午餐没有着落", "单位食堂可供午餐 60 份", "临溪供电公司党委", "长者午餐送上门"),
        ("小学生放学后无人看护", "教师党员志愿辅导", "临溪第一中学党支部", "四点半课堂"),
        ("老旧小区电动车充电难", "可出资安装充电桩 20 个", "临溪城投公司", "电动车集中充电棚"),
        ("居民看病排队难", "医生党员每月坐诊两次", "区人民医院党委", "家门口的义诊"),
        ("新就业群体缺少歇脚处", "营业厅可让出休息区", "临溪农商银行", "骑手驿站"),
    ];

    private static readonly ProjectState[][] Ways =
    [
        [], [ProjectState.Agreed], [ProjectState.Agreed, ProjectState.Running], [ProjectState.Agreed, ProjectState.Running, ProjectState.Done], [ProjectState.GivenUp],
    ];

    public static IEnumerable<object> Of(IReadOnlyList<Organisation> leads, DateOnly today, DateTimeOffset now)
    {
        for (var i = 0; i < Count; i++)
        {
            var (idea, lead, way) = (Ideas[i / Ways.Length % Ideas.Length], leads[i * 3 % leads.Count], Ways[i % Ways.Length]);
            var need = Entry(EntryKind.Need, idea.Need, lead.Name, lead, today, now);
            var resource = Entry(EntryKind.Resource, idea.Resource, idea.Partner, lead, today, now);
            var project = new Project
            {
                Id = Guid.CreateVersion7(now), DivisionCode = lead.DivisionCode, Title = $"{idea.Project}（{lead.Name[..^3]}）", LeadId = lead.Id, NeedId = need.Id, ResourceId = resource.Id,
                StartsOn = today.AddDays(-60 + i), EndsOn = today.AddDays(30 + i),
            };
            yield return need;
            yield return resource;
            yield return project;
            yield return new Partner { Id = Guid.CreateVersion7(now), ProjectId = project.Id, Name = idea.Partner, Position = 0 };
            foreach (var happened in Events(project, way, i, now)) yield return happened;
        }
    }

    private static IEnumerable<ProjectEvent> Events(Project project, ProjectState[] way, int index, DateTimeOffset now)
    {
        var at = now.AddDays(-70 + index);
        yield return Event(project, ProjectState.Draft, null, at);
        foreach (var state in way)
        {
            var words = state switch { ProjectState.Done => "按期完成，居民反映良好。", ProjectState.GivenUp => "场地未能落实。", _ => null };
            _ = state is ProjectState.Done ? project.TryFinish(words!, 80 + index * 13) : project.TryMove(state);
            yield return Event(project, state, words, at = at.AddDays(9));
        }
    }

    private static ProjectEvent Event(Project project, ProjectState state, string? words, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), ProjectId = project.Id, At = at, ActedBy = "街道党建办", State = state, Remark = words };

    private static Entry Entry(EntryKind kind, string title, string owner, Organisation lead, DateOnly today, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), DivisionCode = lead.DivisionCode, Kind = kind, Title = title, Owner = owner, Since = today.AddDays(-80) };
}
