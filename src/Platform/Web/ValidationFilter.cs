using System.ComponentModel.DataAnnotations;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;

namespace Linli.Platform.Web;

/// <summary>Checks the annotations of commands before the endpoint runs. Messages are text keys.</summary>
internal sealed class ValidationFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
            if (argument is ICommand command && CommandValidation.Check(command) is { } problem)
                return ValueTask.FromResult<object?>(new ProblemResult(problem));
        return next(context);
    }
}

/// <summary>What a caller asks for. Its annotations are checked at the door of API and pages alike.</summary>
public interface ICommand;

/// <summary>Checks commands.</summary>
public static class CommandValidation
{
    /// <summary>The problem with a command, or null.</summary>
    public static Problem? Check(ICommand command)
    {
        var results = new List<ValidationResult>();
        if (Validator.TryValidateObject(command, new ValidationContext(command), results, validateAllProperties: true)) return null;
        return Problem.Invalid(results
            .SelectMany(r => r.MemberNames.DefaultIfEmpty("").Select(member => (Member: System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member), r.ErrorMessage)))
            .GroupBy(r => r.Member)
            .ToDictionary(g => g.Key, g => g.Select(r => r.ErrorMessage ?? "platform.invalid-value").ToArray()));
    }
}
