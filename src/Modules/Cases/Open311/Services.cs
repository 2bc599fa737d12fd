using Linli.Cases.EditTaxonomy;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.Open311;

/// <summary>The leaves of the taxonomy as services, and their extra questions as attributes.</summary>
internal sealed class ServicesHandler(TaxonomyCache taxonomy, GeoReportRefusals refusals, IStringLocalizer<CasesModule> text)
{
    public async Task<GeoReportAnswer> ListAsync(CancellationToken ct)
    {
        var tree = await taxonomy.GetAsync(ct);
        return new("services", tree.Leaves.Select(leaf => new
        {
            ServiceCode = leaf.Code,
            ServiceName = tree.NameOf(leaf.Code),
            Description = TaxonomyWords.Path(tree, leaf.Code),
            Metadata = tree.QuestionsOf(leaf.Code).Count > 0,
            Type = "realtime",
            Keywords = leaf.Keywords.Replace(' ', ','),
            Group = tree.NameOf(leaf.ParentCode),
        }).ToList(), "service");
    }

    public async Task<GeoReportAnswer> DefineAsync(string code, CancellationToken ct)
    {
        var tree = await taxonomy.GetAsync(ct);
        if (tree.FindLeaf(code) is null) return refusals.Of(StatusCodes.Status404NotFound, "Open311.UnknownService", code);
        var questions = tree.QuestionsOf(code);
        return new("service_definition", new { ServiceCode = code, Attributes = questions.Index().Select(q => AttributeOf(q.Index + 1, q.Item, questions)).ToList() });
    }

    /// <summary>GeoReport knows no conditions: a question that hangs on an answer is never required, and says in words when it is asked.</summary>
    private object AttributeOf(int order, Question question, IReadOnlyList<Question> all) => new
    {
        Variable = true,
        question.Code,
        Datatype = question.Kind switch
        {
            QuestionKind.Text => "string",
            QuestionKind.Number => "number",
            QuestionKind.Date => "datetime",
            QuestionKind.Several => "multivaluelist",
            _ => "singlevaluelist",
        },
        Required = question.Required && question.AskedAfter is null,
        DatatypeDescription = all.FirstOrDefault(q => q.Code == question.AskedAfter) is { } before ? text["Question.WhenHint", before.Say(), QuestionWords.Answer(before, question.AskedWhen!, text)].Value
            : question.Kind is QuestionKind.Date ? text["Open311.DateForm"].Value : null,
        Order = order,
        Description = question.Say(),
        Values = (question.Kind is QuestionKind.YesNo ? [Question.Yes, Question.No] : question.Options.Select(o => o.Name)).Select(key => new { Key = key, Name = QuestionWords.Answer(question, key, text) }).ToList(),
    };
}
