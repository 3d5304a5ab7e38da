using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Homeward.Server.Features.Children;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Recording;

/// <summary>A rescue as it was typed on a phone.</summary>
public sealed record RescueForm(Recorded Common)
{
    const int MostPlaceCharacters = 200;

    public string Region { get; init; } = "";
    public string Place { get; init; } = "";
    public Condition Condition { get; init; } = Condition.Unknown;
    public string Marks { get; init; } = "";

    public static RescueForm? Of(IFormCollection fields) => Recorded.Of(fields) is not { } common ? null : new(common)
    {
        Region = fields["region"].ToString(),
        Place = fields["place"].ToString().Trim(),
        Condition = Enum.TryParse<Condition>(fields["condition"], out var condition) ? condition : Condition.Unknown,
        Marks = fields["marks"].ToString().Trim(),
    };

    public IReadOnlyList<string> Problems(Instant now)
    {
        var problems = Common.Problems(now).ToList();
        if (RegionChoice.All.All(it => it.Code != Region)) problems.Add("region");
        if (Place.Length is 0 or > MostPlaceCharacters || Place.Any(char.IsControl)) problems.Add("place");
        if (Marks.Length > MostPlaceCharacters || Marks.Any(char.IsControl)) problems.Add("marks");
        return problems;
    }

    /// <summary>The whole record, in one act.</summary>
    /// <param name="actor">Who records it; his agency answers for the person from now on.</param>
    /// <param name="settings">Whether everybody is made up.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="newId">For the rows that nobody has to find again.</param>
    public RescueReport AsReport(Actor actor, ServerSettings settings, Instant now, Func<Guid> newId)
    {
        var person = Common.AsPerson() with { Marks = Marks.Length == 0 ? null : Marks };
        var day = Recorded.Zone.DayOf(Common.Moment!.Value);
        var custody = new CustodyRowId(newId());
        return new()
        {
            NewPerson = person,
            Names = Common.AsNames(settings, newId(), now),
            Custody = new()
            {
                Id = custody,
                Origin = custody,
                Person = person.Id,
                Since = Common.Moment!.Value,
                Kind = CustodyKind.PoliceEmergency,
                Reason = CustodyReason.Rescue,
                Agency = actor.Agency,
                By = actor.User,
                At = now,
            },
            Rescue = new()
            {
                Id = new(Common.Form),
                Person = person.Id,
                Custody = custody,
                Region = new RegionCode(Region),
                Place = Place,
                Unit = actor.Agency,
                Condition = Condition,
                AgeDaysLeast = person.BornLatest is { } latest ? Math.Max(0, day.DayNumber - latest.DayNumber) : null,
                AgeDaysMost = person.BornEarliest is { } earliest ? day.DayNumber - earliest.DayNumber : null,
                AgeBasis = person.BirthBasis,
                By = actor.User,
                At = now,
            },
        };
    }

    /// <summary>Whether a record says what this form says.</summary>
    public bool Matches(RescuedPerson earlier, ServerSettings settings)
    {
        var person = Common.AsPerson();
        return earlier.Person == person.Id && earlier.Name == Common.NameIn(settings) && earlier.Sex == person.Sex
            && earlier.Birth == person.Birth && earlier.Since == Common.Moment && earlier.Region.Value == Region
            && earlier.Place == Place && earlier.Condition == Condition;
    }
}
