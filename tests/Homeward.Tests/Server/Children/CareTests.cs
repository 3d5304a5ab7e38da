using System.Net;
using System.Text.RegularExpressions;
using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Storage.Custody;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Server.Children;

/// <summary>Taking into care over HTTP: signed by the home, with a free bed, once.</summary>
public sealed partial class CareTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_home_takes_a_child_in_and_the_same_form_sent_again_is_the_same_move()
    {
        var house = await HouseAsync(beds: 2);
        var child = await RescuedChild.RecordAsync(server);
        using var visit = await server.VisitAsync(Role.Caseworker);
        var form = await FormAsync(visit, child, ("house", house.Id.Value.ToString()), ("notice", "SYNTHETIC 1"));

        var answers = new[] { await visit.PostAsync(Place(child), form), await visit.PostAsync(Place(child), form) };

        Assert.All(answers, it => Assert.Equal($"/children/{child.Value}", it.Headers.Location?.OriginalString));
        var rows = await HistoryAsync(child);
        Assert.Equal([CustodyKind.PoliceEmergency, CustodyKind.WelfareInstitution], rows.Select(it => it.Kind));
        Assert.Equal((house.Id, server.UserOf(Role.Caseworker).Id), (rows[1].Facility, rows[1].By));
    }

    [Fact]
    public async Task A_house_without_a_bed_is_not_offered_and_cannot_be_chosen()
    {
        var house = await HouseAsync(beds: 1);
        using var visit = await server.VisitAsync(Role.Caseworker);
        var first = await RescuedChild.RecordAsync(server);
        await visit.PostAsync(
            Place(first),
            await FormAsync(visit, first, ("house", house.Id.Value.ToString()), ("notice", "SYNTHETIC 2")));
        var second = await RescuedChild.RecordAsync(server);
        var form = await FormAsync(visit, second, ("house", house.Id.Value.ToString()), ("notice", "SYNTHETIC 3"));

        Assert.DoesNotContain(
            house.Id.Value.ToString(), await visit.PageAsync(Place(second)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visit.PostAsync(Place(second), form)).StatusCode);
        Assert.Single(await HistoryAsync(second));
    }

    [Theory]
    [InlineData("notice", "")]
    [InlineData("house", "00000000-0000-4000-8000-000000000000")]
    [InlineData("when", "2999-01-01T00:00")]
    [InlineData("when", "1999-01-01T00:00")]
    public async Task What_cannot_be_is_asked_again(string name, string value)
    {
        var house = await HouseAsync(beds: 1);
        var child = await RescuedChild.RecordAsync(server);
        using var visit = await server.VisitAsync(Role.Caseworker);
        var form = await FormAsync(
            visit, child, ("house", house.Id.Value.ToString()), ("notice", "SYNTHETIC 4"), (name, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visit.PostAsync(Place(child), form)).StatusCode);
        Assert.Single(await HistoryAsync(child));
    }

    [Fact]
    public async Task Police_record_that_somebody_is_gone_and_no_officer_signs_for_a_home()
    {
        var house = await HouseAsync(beds: 1);
        var child = await RescuedChild.RecordAsync(server);
        using var visit = await server.VisitAsync(Role.Investigator);
        var form = await FormAsync(visit, child, ("house", house.Id.Value.ToString()), ("kind", "MissingAgain"));

        Assert.Equal(HttpStatusCode.Forbidden, (await visit.PostAsync(Place(child), form)).StatusCode);
        await visit.PageAsync(Place(child));
        var moved = await visit.PostAsync($"/children/{child.Value}/moves", form);

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(
            [CustodyKind.PoliceEmergency, CustodyKind.MissingAgain], (await HistoryAsync(child)).Select(it => it.Kind));
    }

    [Theory]
    [InlineData("Unsettled")]
    [InlineData("WelfareInstitution")]
    [InlineData("PoliceEmergency")]
    public async Task No_move_is_made_on_the_form_that_needs_another_signature(string kind)
    {
        var child = await RescuedChild.RecordAsync(server);
        using var visit = await server.VisitAsync(Role.Caseworker);
        var form = await FormAsync(visit, child, ("kind", kind));

        var answer = await visit.PostAsync($"/children/{child.Value}/moves", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Who_looked_at_a_record_is_told_to_the_inspectorate_alone()
    {
        var child = await RescuedChild.RecordAsync(server);
        using var caseworker = await server.VisitAsync(Role.Caseworker);
        using var inspector = await server.VisitAsync(Role.Inspector);
        var seen = await caseworker.PageAsync($"/children/{child.Value}");
        var watched = await inspector.PageAsync($"/children/{child.Value}");

        Assert.DoesNotContain("id=\"looks\"", seen, StringComparison.Ordinal);
        Assert.Contains("id=\"looks\"", watched, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC Caseworker", watched, StringComparison.Ordinal);
    }

    static string Place(PersonId child) => $"/children/{child.Value}/care";

    static async Task<(string Name, string Value)[]> FormAsync(
        Visit visit, PersonId child, params (string Name, string Value)[] other)
    {
        var page = await visit.PageAsync(Place(child));
        var fields = new Dictionary<string, string>();
        foreach (Match match in Hidden().Matches(page)) fields[match.Groups[1].Value] = match.Groups[2].Value;
        // The form offers the minute in which it is shown; the rescue was in the one before.
        fields["when"] = Typed().Match(page).Groups[1].Value;
        foreach (var (name, value) in other) fields[name] = value;
        return [.. fields.Select(it => (it.Key, it.Value))];
    }

    async Task<Facility> HouseAsync(int beds)
    {
        var session = server.As(Role.Caseworker);
        return MadeUpState.Allowed(await new FacilityStore(session).AddAsync(
            new()
            {
                Id = new(session.NewId()),
                Agency = MadeUpState.Welfare.Id,
                Kind = FacilityKind.WelfareInstitution,
                Level = MadeUpState.Welfare.Level,
                Region = MadeUpState.Welfare.Region,
                Name = "SYNTHETIC house",
                Beds = beds,
            },
            Cancel));
    }

    Task<IReadOnlyList<CustodyRow>> HistoryAsync(PersonId child) =>
        new CustodyStore(server.As(Role.Inspector)).HistoryAsync(child, Cancel);

    [GeneratedRegex("<input type=\"hidden\" name=\"(row|acceptance)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"when\" value=\"([^\"]+)\"")]
    private static partial Regex Typed();
}
