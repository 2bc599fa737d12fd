namespace Linli.Cases.Showing;

/// <summary>Addresses of the outlines that module Grids draws.</summary>
internal static class Maps
{
    private const int CommunityDigits = 12;

    /// <summary>The grids of the community around a division; the communities below it where it is larger.</summary>
    public static string Areas(string divisionCode) => divisionCode.Length >= CommunityDigits
        ? $"/api/v1/map/divisions?level=grid&under={divisionCode[..CommunityDigits]}"
        : $"/api/v1/map/divisions?level=community&under={divisionCode}";
}
