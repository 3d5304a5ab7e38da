using Homeward.Cases.Custody;
using Homeward.Cases.People;

namespace Homeward.Cases.Rescues;

/// <summary>Everything that is recorded when somebody is rescued, in one act.</summary>
public sealed record RescueReport
{
    public required Rescue Rescue { get; init; }

    /// <summary>Where the person is from the moment of the rescue on.</summary>
    public required CustodyRow Custody { get; init; }

    /// <summary>The person, when there is no record yet.</summary>
    public Person? NewPerson { get; init; }

    public PersonName[] Names { get; init; } = [];

    /// <summary>Everybody who was there and is no officer: barred from care until determined to be a victim too.
    /// </summary>
    public PersonId[] FoundWith { get; init; } = [];
}
