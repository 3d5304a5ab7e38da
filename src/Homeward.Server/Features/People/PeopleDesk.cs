using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Names;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Server.Features.Children;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.People;

/// <summary>Finds people by name. What is looked for is sent as a form and not in the address, which browsers and
/// machines on the way keep.</summary>
public static class PeopleDesk
{
    internal const int LongestText = 100;
    internal const int OldestAge = 120;

    /// <param name="Query">Null before anything was looked for.</param>
    /// <param name="Age">In years, as it was asked.</param>
    /// <param name="Matches">Null before anything was looked for.</param>
    public sealed record Shown(PersonQuery? Query, int? Age, PersonMatches? Matches);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/people", () => Page.Of<PeoplePage>(new Shown(null, null, null))).Needs(Permission.ReadPeople);
        app.MapPost("/people", HandleAsync).Needs(Permission.ReadPeople);
    }

    static async Task<IResult> HandleAsync(HttpRequest request, Case cases, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var name = Text(form["name"]);
        if (name.Length == 0)
            return Page.Of<PeoplePage>(new Shown(null, null, null), StatusCodes.Status422UnprocessableEntity);
        var age = int.TryParse(form["age"], out var years) && years is >= 0 and <= OldestAge ? years : (int?)null;
        var region = RegionChoice.All.FirstOrDefault(it => it.Code == form["region"].ToString());
        var query = new PersonQuery
        {
            Name = name,
            Sex = Enum.TryParse<Sex>(form["sex"], out var sex) && Enum.IsDefined(sex) ? sex : Sex.Unknown,
            Born = age is { } of ? Born(of, cases.Now) : DayInterval.Unknown,
            Region = region is null ? null : new RegionCode(region.Code),
            Marks = Text(form["marks"]),
        };
        var matches = await new PersonSearch(cases.Session).FindAsync(query, cancel);
        return Page.Of<PeoplePage>(new Shown(query, age, matches));
    }

    /// <summary>Within a year of what was said: nobody knows the birthday of most.</summary>
    internal static DayInterval Born(int age, Instant now)
    {
        var today = JurisdictionProfile.China.Zone.DayOf(now);
        return new(today.AddYears(-age - 2).AddDays(1), today.AddYears(-Math.Max(0, age - 1)));
    }

    static string Text(string? value)
    {
        var text = (value ?? "").Trim();
        return text.Length > LongestText ? text[..LongestText] : text;
    }
}
