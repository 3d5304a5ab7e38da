using Homeward.Cases.Identification;
using Homeward.Cases.People;
using Homeward.Cases.Samples;

namespace Homeward.Storage.Identification;

/// <summary>A candidate that somebody should look at, with whose profile it is about.</summary>
sealed class OpenCandidate
{
    public long Number { get; init; }
    public AccessionNumber Child { get; init; }
    public GeneFamilyId Family { get; init; }
    public PersonId Person { get; init; }
}
