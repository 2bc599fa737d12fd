using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>Says what is wrong with a record.</summary>
internal static class FindingWords
{
    /// <summary>A finding in the reader's language, e.g. <c>缺失：手机号码</c>.</summary>
    public static string Say(FindingSummary finding, RecordType? type, IStringLocalizer text) => finding.Field switch
    {
        QualityRules.RecordKey => text["finding.unconfirmed"],
        QualityRules.GridKey or QualityRules.DivisionKey or QualityRules.PositionKey or RecordVault.AddressKey => text[$"finding.{finding.Kind}", text[$"finding-of.{finding.Field[1..]}"]],
        var key => text[$"finding.{finding.Kind}", type?.Find(key)?.Say() ?? key],
    };
}
