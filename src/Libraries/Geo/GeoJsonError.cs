namespace Linli.Geo;

/// <summary>Why a feature was refused. The feature is named by its place in the file (from 1) and its id, name or code.</summary>
public sealed record GeoJsonError(GeoJsonFault Fault, string Feature, LonLat? At = null)
{
    /// <summary>The error in one sentence.</summary>
    /// <param name="language">"zh-CN" or "en"; anything else reads as zh-CN.</param>
    public string InWords(string language)
    {
        var texts = Texts.In(language);
        var fault = texts.Format("Refused", Feature, texts[Fault.ToString()]);
        return At is { } at ? texts.Format("RefusedAt", fault, at.Lon, at.Lat) : fault;
    }
}
