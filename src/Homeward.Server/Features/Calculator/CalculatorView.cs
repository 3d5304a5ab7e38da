namespace Homeward.Server.Features.Calculator;

/// <summary>What the calculator shows.</summary>
/// <param name="Form">As it was sent.</param>
/// <param name="Problems">What is wrong with the sheet; empty when there is a result.</param>
/// <param name="Result">Null when something is wrong.</param>
public sealed record CalculatorView(
    CalculatorForm Form, IReadOnlyList<SheetProblem> Problems, Calculation? Result);
