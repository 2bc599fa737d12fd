using Linli.Cases.History;
using Linli.Ui;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.ViewCase;

/// <summary>The pictures and papers of a case as links.</summary>
internal static class CasePhotos
{
    public static IReadOnlyList<Photo> PhotosOf(this CaseFile file, HistoryEntry entry, IStringLocalizer text) =>
        [.. file.With(entry).Where(a => a.Width is not null).Select(a => new Photo(file.AddressOf(a), file.AddressOf(a), text["Desk.PhotoOf", text[$"action.{entry.Action}"]]))];

    public static string AddressOf(this CaseFile file, Attachment attachment) => $"/api/v1/cases/{file.Case.Id}/files/{attachment.Id}";
}
