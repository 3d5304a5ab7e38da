using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Bulletins;
using Homeward.Storage.Custody;
using Homeward.Storage.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Operations;

/// <summary>One operation's page: its plan, its night, what it brought and what is open. One that the reader may not
/// know of is answered like one that does not exist, after the same statements.</summary>
public static class OperationFile
{
    public sealed record Shown
    {
        public required Instant Now { get; init; }
        public required OperationFacts Facts { get; init; }
        public required IReadOnlyList<OperationEvent> Events { get; init; }
        public required IReadOnlyDictionary<AgencyId, string> Agencies { get; init; }
        public required IReadOnlyDictionary<UserId, string> Users { get; init; }
        public required IReadOnlyDictionary<FacilityId, string> Facilities { get; init; }

        /// <summary>Numbers of published bulletins that state its results; asked for while one is awaited.</summary>
        public required IReadOnlyList<string> Bulletins { get; init; }

        /// <summary>A decision that was sent and not taken.</summary>
        public StepForm? Step { get; init; }

        /// <summary>An answer that was sent and not taken.</summary>
        public AnswerForm? Answer { get; init; }

        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }

        public OperationPhase Phase => OperationPhase.Of(Facts, Now);
        public Instant HHour => Facts.HHourAt(Now);
        public NightChart? Night => NightChart.Of(Events, HHour);

        /// <summary>With what came last first.</summary>
        public IEnumerable<OperationStep> Decisions => Facts.Steps.OrderByDescending(it => it.At);

        public ParticipantAnswer? AnswerOf(ParticipantId participant) =>
            Facts.Answers.Where(it => it.Participant == participant).MaxBy(it => it.At);

        public bool IsHeld(BedReservation beds) => beds.HoldsAt(
            Now, Facts.Released.FirstOrDefault(it => it.Reservation == beds.Id)?.At);
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/operations/{id:guid}", HandleAsync).Needs(Permission.ReadOperations);

    static async Task<IResult> HandleAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel) =>
        await ReadAsync(id, visitor, cases, cancel) is { } view ? Page.Of<OperationPage>(view) : Results.NotFound();

    /// <summary>Null when there is none that the reader may know of.</summary>
    internal static async Task<Shown?> ReadAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var store = new OperationStore(cases.Session);
        var facts = await store.FindAsync(new(id), cancel);
        var events = await store.EventsAsync(new(id), cancel);
        if (facts is null || events is null) return null;
        var agencies = new AgencyStore(cases.Session);
        UserId[] signers = [facts.Operation.Author, .. facts.Steps.Select(it => it.By)];
        var houses = await new FacilityStore(cases.Session).FindAsync(
            [.. facts.Beds.Select(it => it.Facility)], cancel);
        return new()
        {
            Now = cases.Now,
            Facts = facts,
            Events = events,
            Agencies = (await agencies.AllAsync(cancel)).ToDictionary(it => it.Id, it => it.Name),
            Users = await agencies.NamesAsync(signers, cancel),
            Facilities = houses.ToDictionary(it => it.Id, it => it.Name),
            Bulletins = await BulletinsAsync(facts, visitor, cases, cancel),
        };
    }

    static async Task<IReadOnlyList<string>> BulletinsAsync(
        OperationFacts facts, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var isAwaited = OperationPhase.Of(facts, cases.Now) is OperationPhase.Secured or OperationPhase.Reported
            && visitor.May(Permission.RecordOperation) && visitor.May(Permission.ReadBulletins);
        if (!isAwaited) return [];
        var all = await new BulletinStore(cases.Session).AllAsync(cancel);
        return
        [
            .. all.Where(it => it.Publication is not null
                    && it.Bulletin.Plan.Operations.Any(one => one.Operation == facts.Operation.Id))
                .Select(it => it.Bulletin.Number),
        ];
    }
}
