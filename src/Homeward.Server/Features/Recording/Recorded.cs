using System.Globalization;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Features.Recording;

/// <summary>What both forms of the night ask of a person, as it was typed.</summary>
/// <param name="Form">Made when the form is shown: the record gets this id, so that a form sent twice is one record.
/// </param>
/// <param name="Person">The id of the person, made with it.</param>
public sealed record Recorded(Guid Form, Guid Person)
{
    const int MostNameCharacters = 100;
    const int MostYears = 110;

    public string Name { get; init; } = "";
    public Sex Sex { get; init; }
    public string AgeFrom { get; init; } = "";
    public string AgeTo { get; init; } = "";
    public bool InMonths { get; init; }
    public DateBasis Basis { get; init; } = DateBasis.Appearance;

    /// <summary>Local to the jurisdiction, to the minute.</summary>
    public string When { get; init; } = "";

    public Guid? Operation { get; init; }

    /// <summary>The id that a photo gets; null where none is asked for.</summary>
    public Guid? Photo { get; init; }

    public static Zone Zone => JurisdictionProfile.China.Zone;

    public static string Local(Instant moment) =>
        Zone.LocalOf(moment).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    public static Recorded? Of(IFormCollection fields)
    {
        if (!Guid.TryParse(fields["form"], out var form)) return null;
        if (!Guid.TryParse(fields["person"], out var person)) return null;
        return new(form, person)
        {
            Name = fields["name"].ToString().Trim(),
            Sex = Enum.TryParse<Sex>(fields["sex"], out var sex) ? sex : Sex.Unknown,
            AgeFrom = fields["age-from"].ToString().Trim(),
            AgeTo = fields["age-to"].ToString().Trim(),
            InMonths = fields["age-unit"] == "months",
            Basis = Enum.TryParse<DateBasis>(fields["basis"], out var basis) ? basis : DateBasis.Appearance,
            When = fields["when"].ToString(),
            Operation = Guid.TryParse(fields["operation"], out var operation) ? operation : null,
            Photo = Guid.TryParse(fields["photo-id"], out var photo) ? photo : null,
        };
    }

    /// <summary>The ends of the keys of what must be put right.</summary>
    public IEnumerable<string> Problems(Instant now)
    {
        if (Name.Length > MostNameCharacters || Name.Any(char.IsControl)) yield return "name";
        if (AgeFrom.Length + AgeTo.Length > 0 && Age is null) yield return "age";
        if (Moment is not { } moment) yield return "when";
        else if (moment > now) yield return "future";
    }

    public Instant? Moment => MomentOf(When);

    /// <summary>A local time of a form; null when it is none.</summary>
    public static Instant? MomentOf(string when) => DateTime.TryParseExact(
        when, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None,
        out var local)
        ? Zone.StartOf(DateOnly.FromDateTime(local)) + local.TimeOfDay : null;

    /// <summary>One number is that age; two are from the first to the second.</summary>
    public AgeInterval? Age
    {
        get
        {
            var (from, to) = (AgeFrom.Length > 0 ? AgeFrom : AgeTo, AgeTo.Length > 0 ? AgeTo : AgeFrom);
            if (!int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var least)) return null;
            if (!int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return null;
            if (least > most || most > (InMonths ? MostYears * 12 : MostYears)) return null;
            return InMonths ? new(least, most) : AgeInterval.Years(least, most);
        }
    }

    /// <summary>Where everybody is made up, every name says so.</summary>
    public string? NameIn(ServerSettings settings) =>
        Name.Length == 0 ? null
        : settings.IsDemonstration && !Name.StartsWith(Synthetic.Mark + " ", StringComparison.Ordinal)
            ? Synthetic.Name(Name) : Name;

    /// <summary>The person, as far as the form tells; asked for once there is no problem.</summary>
    public Person AsPerson()
    {
        var birth = BirthOn(Zone.DayOf(Moment!.Value));
        return new()
        {
            Id = new(Person),
            Sex = Sex,
            BornEarliest = birth.Earliest,
            BornLatest = birth.Latest,
            BirthBasis = birth == DayInterval.Unknown ? DateBasis.Unknown : Basis,
        };
    }

    public PersonName[] AsNames(ServerSettings settings, Guid id, Instant now) =>
        NameIn(settings) is not { } name ? [] :
        [
            new()
            {
                Id = new(id),
                Person = new(Person),
                Text = name,
                Script = name.Any(it => it is >= '\u4e00' and <= '\u9fff') ? Script.Hans : Script.Latn,
                Kind = NameKind.Birth,
                At = now,
            },
        ];

    DayInterval BirthOn(DateOnly day) => Age?.BirthAt(day) ?? DayInterval.Unknown;
}
