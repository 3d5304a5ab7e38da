using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;

namespace Homeward.Genetics.Simulation;

/// <summary>One marker of a panel.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Model">How it is inherited; null for amelogenin, which follows sex.</param>
/// <param name="Alleles">What the indices of the model stand for.</param>
public sealed record SimulatedMarker(string Name, MarkerModel? Model, IReadOnlyList<Allele> Alleles);
