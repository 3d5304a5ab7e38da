using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Server.Features.Recording;

namespace Homeward.Server.Api;

/// <summary>A rescued person, as a field client sends it.</summary>
public sealed record RescueSent
{
    /// <summary>As the person calls himself or herself; left out when nobody knows.</summary>
    public string? Name { get; init; }

    public required Sex Sex { get; init; }
    public AgeSent? Age { get; init; }

    /// <summary>To the second, with its offset.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The code of a province, as <c>130000</c>.</summary>
    public required string Region { get; init; }

    public required string Place { get; init; }
    public Condition Condition { get; init; } = Condition.Unknown;

    /// <summary>Scars, birthmarks.</summary>
    public string? Marks { get; init; }

    /// <summary>The operation whose result it is.</summary>
    public Guid? Operation { get; init; }

    internal RescueForm ToForm(Guid key)
    {
        var recorded = new Recorded(key, IdempotencyKey.PersonOf(key))
        {
            Name = (Name ?? "").Trim(),
            Sex = Sex,
            Operation = Operation,
        };
        return new(AgeSent.Into(recorded, Age, At))
        {
            Region = Region,
            Place = Place.Trim(),
            Condition = Condition,
            Marks = (Marks ?? "").Trim(),
        };
    }
}
