using Homeward.Cases.People;
using Homeward.Cases.Samples;

namespace Homeward.Storage.Samples;

/// <summary>A profile that may be searched now, with whose it is.</summary>
sealed class LiveTyping
{
    public AccessionNumber Accession { get; init; }
    public SampleId Sample { get; init; }
    public PersonId Person { get; init; }
    public DonorRole Role { get; init; }
}
