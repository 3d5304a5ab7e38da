namespace Homeward.Server.Features.Calculator;

/// <summary>Something in a sheet that cannot be read.</summary>
/// <param name="Line">From 1; 0 for the sheet as a whole.</param>
/// <param name="What">The end of the key of its words.</param>
/// <param name="Subject">A marker or a member; never a genotype.</param>
public sealed record SheetProblem(int Line, string What, string Subject = "");
