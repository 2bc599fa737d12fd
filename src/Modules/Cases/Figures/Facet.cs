using System.Linq.Expressions;
using Linli.Cases.ListCases;

namespace Linli.Cases.Figures;

/// <summary>What cases have in common that are counted together: whatever the tables of figures part them by, and what became of them. What is not asked for is left empty.</summary>
internal sealed record Facet
{
    public string? Category { get; init; }
    public Guid? Unit { get; init; }
    public string Channel { get; init; } = "";

    /// <summary>Code of a street, community or grid.</summary>
    public string Place { get; init; } = "";

    /// <summary>Index in <see cref="CaseMonths"/>.</summary>
    public int Month { get; init; }

    /// <summary>One bit for each of <see cref="Conditions"/> that is met.</summary>
    public int Marks { get; init; }

    /// <summary>How many of the <paramref name="count"/> cases with these <paramref name="marks"/> belong in each column of a <see cref="Tally"/>: all of them or none.</summary>
    public static Tally Tally(int marks, int count)
    {
        return new(count, At(0), At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8), At(9), At(10), At(11), At(12), At(13), At(14), At(15), At(16));
        int At(int bit) => (marks >> bit & 1) * count;
    }

    /// <summary>The facet of a case, with the marks and the parts that are named: <c>(nameof(Unit), c => c.UnitId)</c>.</summary>
    public static Expression<Func<Case, Facet>> Of(DateTimeOffset now, params IEnumerable<(string Part, LambdaExpression Value)> parts)
    {
        var found = Expression.Parameter(typeof(Case), "c");
        var marks = Conditions(now).Index().Select(c => (Expression)Expression.Condition(Of(c.Item), Expression.Constant(1 << c.Index), Expression.Constant(0))).Aggregate(Expression.Add);
        var bound = parts.Select(p => (p.Part, Value: Of(p.Value))).Append((nameof(Marks), marks));
        return Expression.Lambda<Func<Case, Facet>>(Expression.MemberInit(Expression.New(typeof(Facet)), bound.Select(b => Expression.Bind(typeof(Facet).GetProperty(b.Item1)!, b.Item2))), found);

        Expression Of(LambdaExpression value) => new Replaced(value.Parameters[0], found).Visit(value.Body);
    }

    /// <summary>The columns of a <see cref="Tally"/> in their order, but for the first, which counts all.</summary>
    private static Expression<Func<Case, bool>>[] Conditions(DateTimeOffset now) =>
    [
        c => c.Status == CaseStatus.Closed,
        CaseMark.OnTime.Condition(),
        c => c.ClosedAt == null,
        c => c.ClosedAt == null && c.DueAt < now,
        .. new[]
        {
            CaseMark.WithinDay, CaseMark.WithinThreeDays, CaseMark.Local, CaseMark.PromptlyAccepted, CaseMark.Returned, CaseMark.Reopened, CaseMark.Satisfied, CaseMark.Dissatisfied, CaseMark.Ruled,
            CaseMark.AcceptanceTold, CaseMark.AcceptanceUntold, CaseMark.ResultTold, CaseMark.ResultUntold,
        }.Select(mark => mark.Condition()),
    ];

    private sealed class Replaced(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
