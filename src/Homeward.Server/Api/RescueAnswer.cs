using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;

namespace Homeward.Server.Api;

/// <summary>A rescue, and in whose care the person is now.</summary>
public sealed record RescueAnswer(Guid Id, Guid Person)
{
    public required string? Name { get; init; }
    public required Sex Sex { get; init; }

    /// <summary>The days between which the person was born; null where nothing is known.</summary>
    public required DateOnly? BornEarliest { get; init; }

    public required DateOnly? BornLatest { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Region { get; init; }
    public required string Place { get; init; }
    public required Condition Condition { get; init; }
    public required CustodyKind Custody { get; init; }
    public required DateTimeOffset CustodySince { get; init; }

    internal static RescueAnswer Of(RescuedPerson rescue) => new(rescue.Rescue.Value, rescue.Person.Value)
    {
        Name = rescue.Name,
        Sex = rescue.Sex,
        BornEarliest = rescue.BornEarliest,
        BornLatest = rescue.BornLatest,
        At = rescue.Since.ToDateTimeOffset(),
        Region = rescue.Region.Value,
        Place = rescue.Place,
        Condition = rescue.Condition,
        Custody = rescue.Custody,
        CustodySince = rescue.CustodySince.ToDateTimeOffset(),
    };
}
