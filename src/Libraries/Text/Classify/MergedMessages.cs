using System.Text;

namespace Linli.Text;

/// <summary>Brings rows together that tell of one message: the same body, or the same title while one of them has no body.</summary>
internal static class MergedMessages
{
    public static IReadOnlyList<LabelledText> Of(IEnumerable<LabelledText> rows)
    {
        var messages = new List<LabelledText>();
        var byTitle = new Dictionary<string, int>(StringComparer.Ordinal);
        var byBody = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.OrderByDescending(x => x.Text.Body.Length > 0).ThenByDescending(x => x.Text.Title.Length > 0))
        {
            var (title, body) = (Key(row.Text.Title), Key(row.Text.Body));
            var place = body.Length > 0 && byBody.TryGetValue(body, out var sameBody) ? sameBody
                : body.Length == 0 && byTitle.TryGetValue(title, out var sameTitle) ? sameTitle
                : messages.Count;
            if (place == messages.Count) messages.Add(row);
            else if (messages[place].Text.Title.Length == 0) messages[place] = messages[place] with { Text = messages[place].Text with { Title = row.Text.Title } };
            if (title.Length > 0) byTitle.TryAdd(title, place);
            if (body.Length > 0) byBody.TryAdd(body, place);
        }
        return messages;
    }

    /// <summary>Letters and digits alone, folded: what makes two texts the same.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) key.Append(Folding.Fold(c));
        return key.ToString();
    }
}
