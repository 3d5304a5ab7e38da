using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Cases.Operations;

/// <summary>So many people rescued or detained in an operation, in one province at one moment. Each counts once, as in
/// <see cref="OperationResults"/>; nobody is named.</summary>
/// <param name="Kind">Rescued or detained.</param>
/// <param name="Since">The moment of the rescue, or from which the first measure holds.</param>
/// <param name="Place">The province or country: of the rescue, or of the agency that ordered the measure.</param>
/// <param name="Count">How many.</param>
public sealed record OperationEvent(ResultKind Kind, Instant Since, RegionCode Place, int Count);
