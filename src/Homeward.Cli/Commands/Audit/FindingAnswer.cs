namespace Homeward.Cli.Commands.Audit;

/// <param name="Kind">Missing, DoesNotFollow, Misplaced, CutOff, NotAsSigned and so on.</param>
/// <param name="What">The same in a sentence, with its place.</param>
sealed record FindingAnswer(string Kind, string What);
