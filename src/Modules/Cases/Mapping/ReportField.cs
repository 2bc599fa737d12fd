namespace Linli.Cases.Mapping;

/// <summary>The fields of a report that messages and tables may fill, by the names that the API gives them.</summary>
internal static class ReportField
{
    public const string Text = "text", Title = "title", Place = "place", Longitude = "longitude", Latitude = "latitude", Name = "name", Phone = "phone", Email = "email",
        CategoryCode = "categoryCode", Level = "level", ExternalId = "externalId";

    /// <summary>In the order in which forms ask for them.</summary>
    public static readonly IReadOnlyList<string> All = [Text, ExternalId, Title, Place, Name, Phone, Email, Level, CategoryCode, Longitude, Latitude];
}
