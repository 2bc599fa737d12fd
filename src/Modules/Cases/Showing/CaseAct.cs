using Linli.Platform.Problems;

namespace Linli.Cases.Showing;

/// <summary>What a page is about to do to a case; <see cref="CaseForm"/> asks for the rest and does it.</summary>
internal sealed record CaseAct(Guid Id, CaseAction Action, CaseCommand Command, Func<CancellationToken, Task<Result<CaseState>>> Do);
