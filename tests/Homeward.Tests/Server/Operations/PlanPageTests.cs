using System.Net;
using System.Text.RegularExpressions;
using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Storage.Access;
using Homeward.Storage.Custody;
using Homeward.Storage.Operations;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Server.Operations;

/// <summary>Planning over HTTP: sent twice, wrong, and by somebody who may not.</summary>
public sealed partial class PlanPageTests(MadeUpServer server) : IClassFixture<MadeUpServer>
{
    const string HHour = "2030-05-01T04:00";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_sent_twice_is_one_operation_and_another_content_asks()
    {
        using var visit = await server.VisitAsync(Role.Commander);
        var page = await visit.PageAsync("/operations/new");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => visit.PostAsync("/operations", New(page))));
        var other = await visit.PostAsync("/operations", New(page, ("children", "9")));

        var place = $"/operations/{Markup.Value(page, "form")}/plan";
        Assert.All(answers, it => Assert.Equal(place, it.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        var facts = await FactsAsync(Markup.Value(page, "form"));
        Assert.Equal(
            ("SYNTHETIC night", 7, server.UserOf(Role.Commander).Id),
            (facts.Operation.Code, facts.Operation.ExpectedChildren, facts.Operation.Author));
        // 04:00 in China, UTC+8 and no summer time.
        Assert.Equal(
            new DateTimeOffset(2030, 4, 30, 20, 0, 0, TimeSpan.Zero), facts.Operation.HHour.ToDateTimeOffset());
    }

    [Fact]
    public async Task Every_problem_of_a_plan_is_told_beside_its_field_and_what_was_typed_stays()
    {
        using var visit = await server.VisitAsync(Role.Commander);
        var page = await visit.PageAsync("/operations/new");
        var answer = await visit.PostAsync(
            "/operations", New(page, ("code", " "), ("when", "2009-01-01T00:00"), ("children", "-1"), ("lead", "x")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(4, Fault().Count(shown));
        Assert.Contains("value=\"2009-01-01T00:00\"", shown, StringComparison.Ordinal);
        Assert.Equal(Markup.Value(page, "form"), Markup.Value(shown, "form"));
    }

    [Fact]
    public async Task Agencies_are_asked_once_beds_are_held_once_and_H_hour_moves()
    {
        using var visit = await server.VisitAsync(Role.Commander);
        var (id, house) = (await PlannedAsync(visit), await HouseAsync(beds: 5));
        var page = await visit.PageAsync($"/operations/{id}/plan");
        (string, string)[] invited =
            [("agency", MadeUpState.Police.Id.Value.ToString()), ("role", "Lead"), ("forces", "40"), ("region", "")];
        (string, string)[] held =
        [
            ("form", Markup.Value(page, "form")), ("house", house.Id.Value.ToString()), ("beds", "3"),
            ("until", "2030-05-15T04:00"),
        ];
        for (var i = 0; i < 2; i++)
        {
            await visit.GoAsync($"/operations/{id}/participants", invited);
            await visit.GoAsync($"/operations/{id}/beds", held);
            await visit.GoAsync($"/operations/{id}/h-hour", ("when", "2030-05-02T05:30"));
        }
        var other = await visit.PostAsync($"/operations/{id}/participants", [.. invited[..2], ("forces", "41")]);

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        var facts = await FactsAsync(id);
        var participant = Assert.Single(facts.Participants);
        Assert.Equal((MadeUpState.Police.Region, 40), (participant.Region, participant.Forces));
        Assert.Equal(3, Assert.Single(facts.Beds).Beds);
        Assert.Single(facts.Steps);
        Assert.Equal(
            new DateTimeOffset(2030, 5, 1, 21, 30, 0, TimeSpan.Zero),
            facts.HHourAt(server.As(Role.Commander).Now).ToDateTimeOffset());

        await visit.GoAsync(
            $"/operations/{id}/beds/release", ("reservation", facts.Beds[0].Id.Value.ToString()));
        await visit.GoAsync(
            $"/operations/{id}/beds/release", ("reservation", facts.Beds[0].Id.Value.ToString()));
        Assert.Single((await FactsAsync(id)).Released);
    }

    [Theory]
    [InlineData("participants", "agency", "no", "forces", "x", 2)]
    [InlineData("beds", "beds", "6", "until", "2009-01-01T00:00", 2)]
    [InlineData("beds", "beds", "0", "house", "no", 2)]
    [InlineData("h-hour", "when", "2009-01-01T00:00", "", "", 1)]
    [InlineData("h-hour", "when", "soon", "", "", 1)]
    public async Task What_cannot_be_planned_is_asked_again_with_every_problem(
        string form, string field, string value, string second, string other, int problems)
    {
        using var visit = await server.VisitAsync(Role.Commander);
        var (id, house) = (await PlannedAsync(visit), await HouseAsync(beds: 5));
        var page = await visit.PageAsync($"/operations/{id}/plan");
        var fields = new Dictionary<string, string>
        {
            ["form"] = Markup.Value(page, "form"),
            ["agency"] = MadeUpState.Police.Id.Value.ToString(),
            ["house"] = house.Id.Value.ToString(),
            ["beds"] = "1",
            ["until"] = "2030-05-15T04:00",
            [field] = value,
        };
        if (second.Length > 0) fields[second] = other;
        var answer = await visit.PostAsync(
            $"/operations/{id}/{form}", [.. fields.Select(it => (it.Key, it.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(problems, Fault().Count(await answer.Content.ReadAsStringAsync(Cancel)));
        var facts = await FactsAsync(id);
        Assert.Empty(facts.Participants);
        Assert.Empty(facts.Beds);
        Assert.Empty(facts.Steps);
    }

    /// <summary>From plan to H-hour: whoever is let in by his approver accepts, and headquarters signs.</summary>
    [Fact]
    public async Task Who_is_let_in_accepts_and_somebody_else_authorises()
    {
        using var commander = await server.VisitAsync(Role.Commander);
        using var officer = await server.VisitAsync(Role.Investigator);
        using var chief = await server.VisitAsync(Role.Headquarters);
        var id = await PlannedAsync(commander, children: "0");
        await commander.PageAsync($"/operations/{id}/plan");
        await commander.GoAsync(
            $"/operations/{id}/participants", ("agency", MadeUpState.Police.Id.Value.ToString()), ("forces", "5"));
        var part = (await FactsAsync(id)).Participants[0].Id.Value.ToString();
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/operations/{id}")).StatusCode);

        await AdmitAsync(Role.Investigator, id);
        await AdmitAsync(Role.Headquarters, id);
        Assert.Contains("value=\"Accept\"", await officer.PageAsync($"/operations/{id}"), StringComparison.Ordinal);
        await officer.GoAsync($"/operations/{id}/answers", ("participant", part), ("answer", "Accept"));
        await officer.GoAsync($"/operations/{id}/answers", ("participant", part), ("answer", "Accept"));
        await chief.PageAsync($"/operations/{id}");
        await chief.GoAsync($"/operations/{id}/authorisation");
        await chief.GoAsync($"/operations/{id}/authorisation");

        var facts = await FactsAsync(id);
        Assert.Single(facts.Answers);
        Assert.Single(facts.Steps);
        Assert.IsType<OperationPhase.Staged>(OperationPhase.Of(facts, server.As(Role.Commander).Now));
        var refused = await officer.PostAsync($"/operations/{id}/steps", ("step", "Secure"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var foreign = await commander.PostAsync($"/operations/{id}/authorisation");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task Whoever_planned_it_does_not_authorise_it_and_a_reason_is_asked_for_calling_it_off()
    {
        using var chief = await server.VisitAsync(Role.Headquarters);
        var id = await PlannedAsync(chief);
        var page = await chief.PageAsync($"/operations/{id}");

        Assert.DoesNotContain($"action=\"/operations/{id}/authorisation\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await chief.PostAsync($"/operations/{id}/authorisation")).StatusCode);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await chief.PostAsync($"/operations/{id}/calling-off", ("reason", " "))).StatusCode);
        await chief.GoAsync($"/operations/{id}/calling-off", ("reason", "SYNTHETIC reason"));
        await chief.GoAsync($"/operations/{id}/calling-off", ("reason", "SYNTHETIC reason"));
        Assert.IsType<OperationStep.Aborted>(
            Assert.Single((await new OperationStore(server.As(Role.Headquarters)).FindAsync(
                new(Guid.Parse(id)), Cancel))!.Steps));
    }

    static (string Name, string Value)[] New(string page, params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["form"] = Markup.Value(page, "form"),
            ["code"] = "SYNTHETIC night",
            ["kind"] = "Joint",
            ["lead"] = MadeUpState.Police.Id.Value.ToString(),
            ["when"] = HHour,
            ["children"] = "7",
        };
        foreach (var (name, value) in other) fields[name] = value;
        return [.. fields.Select(it => (it.Key, it.Value))];
    }

    static async Task<string> PlannedAsync(Visit visit, string children = "7")
    {
        var page = await visit.PageAsync("/operations/new");
        await visit.GoAsync("/operations", New(page, ("children", children)));
        return Markup.Value(page, "form");
    }

    async Task<OperationFacts> FactsAsync(string id) =>
        (await new OperationStore(server.As(Role.Commander)).FindAsync(new(Guid.Parse(id)), Cancel))!;

    async Task AdmitAsync(Role role, string operation)
    {
        var user = server.UserOf(role);
        var session = server.AsApproverOf(user.Agency);
        MadeUpState.Allowed(await new AccessStore(session).GiveAsync(
            new Grant
            {
                Id = new(session.NewId()),
                User = user.Id,
                Role = role,
                Agency = user.Agency,
                Region = MadeUpState.Country.Code,
                Compartment = Guid.Parse(operation),
                Since = session.Now,
                Until = session.Now + TimeSpan.FromDays(30),
                GrantedBy = session.Actor.User,
            },
            Cancel));
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

    [GeneratedRegex("class=\"fault\"")]
    private static partial Regex Fault();
}
