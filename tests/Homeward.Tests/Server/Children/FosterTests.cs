using System.Net;
using System.Text.RegularExpressions;
using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Investigations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Storage.Custody;
using Homeward.Storage.Investigations;
using Homeward.Storage.People;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Server.Children;

/// <summary>A foster family over HTTP: everybody in it is screened, and a refusal says nothing else.</summary>
public sealed partial class FosterTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_family_is_put_together_by_name_and_takes_the_child_in()
    {
        var child = await RescuedChild.RecordAsync(server);
        var (carer, other) = (await PersonAsync("SYNTHETIC Li Carer"), await PersonAsync("SYNTHETIC Li Other"));
        using var visit = await server.VisitAsync(Role.Caseworker);
        var form = FormOf(await visit.PageAsync(Place(child)));

        form["name"] = "SYNTHETIC Li Carer";
        var found = await SentAsync(visit, child, "/carers", form);
        Assert.Contains($"name=\"as-carer\" value=\"{carer.Value}\"", found, StringComparison.Ordinal);
        form["as-carer"] = carer.Value.ToString();
        form["as-household"] = other.Value.ToString();
        var chosen = FormOf(await SentAsync(visit, child, "/carers", form));
        Assert.Equal((carer.Value.ToString(), other.Value.ToString()), (chosen["carer"], chosen["household"]));
        chosen["notice"] = "SYNTHETIC 1";
        var taken = await visit.PostAsync(Place(child), Fields(chosen));

        Assert.Equal($"/children/{child.Value}", taken.Headers.Location?.OriginalString);
        var current = await CurrentAsync(child);
        Assert.Equal((CustodyKind.FosterFamily, carer), (current.Kind, current.Carer));
    }

    [Theory]
    [InlineData("carer")]
    [InlineData("household")]
    public async Task Whoever_has_a_link_to_a_case_is_refused_without_a_reason_and_police_learn_of_it(string place)
    {
        var child = await RescuedChild.RecordAsync(server);
        var (clean, buyer) = (await PersonAsync("SYNTHETIC clean"), await PersonAsync("SYNTHETIC buyer"));
        await LinkAsync(buyer);
        using var visit = await server.VisitAsync(Role.Caseworker);
        var form = FormOf(await visit.PageAsync(Place(child)));
        form["notice"] = "SYNTHETIC 2";
        form["carer"] = (place == "carer" ? buyer : clean).Value.ToString();
        form["household"] = (place == "carer" ? clean : buyer).Value.ToString();

        var refused = await visit.PostAsync(Place(child), Fields(form));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("<p>Screening refused.</p>", page, StringComparison.Ordinal);
        Assert.Equal(CustodyKind.PoliceEmergency, (await CurrentAsync(child)).Kind);
        var told = await new ScreeningStore(server.As(Role.Investigator)).OwnAsync(Cancel);
        Assert.Contains(told, it => it.Named == buyer && it.Person == child);
    }

    [Fact]
    public async Task Nobody_is_given_to_a_family_without_somebody_who_looks_after_him()
    {
        var child = await RescuedChild.RecordAsync(server);
        using var visit = await server.VisitAsync(Role.Caseworker);
        var form = FormOf(await visit.PageAsync(Place(child)));
        form["notice"] = "SYNTHETIC 3";

        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await visit.PostAsync(Place(child), Fields(form))).StatusCode);
        form["carer"] = child.Value.ToString();
        Assert.Equal(HttpStatusCode.Conflict, (await visit.PostAsync(Place(child), Fields(form))).StatusCode);
    }

    static string Place(PersonId child) => $"/children/{child.Value}/foster";

    static async Task<string> SentAsync(Visit visit, PersonId child, string part, Dictionary<string, string> form)
    {
        var answer = await visit.PostAsync(Place(child) + part, Fields(form));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    static (string Name, string Value)[] Fields(Dictionary<string, string> form) =>
        [.. form.Select(it => (it.Key, it.Value))];

    static Dictionary<string, string> FormOf(string page)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match match in Field().Matches(page))
            if (!match.Groups[1].Value.StartsWith('_')) fields[match.Groups[1].Value] = match.Groups[2].Value;
        return fields;
    }

    async Task<PersonId> PersonAsync(string name)
    {
        var session = server.As(Role.Investigator);
        var id = new PersonId(session.NewId());
        MadeUpState.Allowed(await new PeopleStore(session).AddAsync(
            new() { Id = id, Sex = Sex.Female },
            [
                new()
                {
                    Id = new(session.NewId()), Person = id, Text = name, Script = Script.Latn, Kind = NameKind.Birth,
                    At = session.Now,
                },
            ],
            Cancel));
        return id;
    }

    async Task LinkAsync(PersonId person)
    {
        var session = server.As(Role.Investigator);
        var opened = MadeUpState.Allowed(await new CaseStore(session).OpenAsync(
            "SYNTHETIC " + session.NewId(), ["BuyTrafficked"], JurisdictionProfile.China, Cancel));
        MadeUpState.Allowed(await new PartyStore(session).LinkAsync(
            new()
            {
                Id = new(session.NewId()),
                Person = person,
                Role = PartyRole.Buyer,
                Investigation = opened.Investigation.Id,
                Rescue = null,
                Certainty = LinkCertainty.Tentative,
                By = session.Actor.User,
                At = session.Now,
            },
            Cancel));
    }

    async Task<CurrentCustody> CurrentAsync(PersonId child) =>
        (await new CustodyStore(server.As(Role.Inspector)).CurrentAsync(child, Cancel))!;

    [GeneratedRegex("<input (?:type=\"[a-z-]+\" )?name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
