using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Linli.Ui;

/// <summary>The options of a long select, written at once: as components, hundreds of them cost more than the rest of a page.</summary>
public static class OptionList
{
    /// <param name="encoder">Makes texts safe.</param>
    /// <param name="options">Values and what people read.</param>
    /// <param name="chosen">The value that is chosen.</param>
    public static MarkupString Of(HtmlEncoder encoder, IEnumerable<(string Value, string Text)> options, string? chosen)
    {
        var html = new StringBuilder();
        foreach (var (value, text) in options)
            html.Append("<option value=\"").Append(encoder.Encode(value)).Append('"').Append(value == chosen ? " selected>" : ">").Append(encoder.Encode(text)).Append("</option>");
        return new(html.ToString());
    }
}
