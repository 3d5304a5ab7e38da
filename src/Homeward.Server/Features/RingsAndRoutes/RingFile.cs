using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Server.Features.Recording;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Operations;
using Homeward.Storage.People;
using Homeward.Storage.Rings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.RingsAndRoutes;

/// <summary>One ring's page: who belongs to it, with what certainty, and what became of it.</summary>
public static class RingFile
{
    /// <param name="Now">The moment for which states hold.</param>
    /// <param name="Facts">What is recorded of the ring.</param>
    /// <param name="People">The names of its members; who has none is not in it.</param>
    /// <param name="Users">Who proposed and approved.</param>
    /// <param name="Operations">The operations that its steps name, as far as the reader may know of them.</param>
    public sealed record Shown(
        Instant Now, RingFacts Facts, IReadOnlyDictionary<PersonId, string> People,
        IReadOnlyDictionary<UserId, string> Users, IReadOnlyDictionary<OperationId, string> Operations)
    {
        public RingState State => RingState.Of(Facts, Now);

        /// <summary>Operations under way, one of which may have done it.</summary>
        public IReadOnlyList<Operation> Running { get; init; } = [];

        public IReadOnlyList<string> Problems { get; init; } = [];
        public Refusal? Refusal { get; init; }

        /// <summary>What waits for a signature; null when nothing does.</summary>
        public RingStep.Proposed? Proposal => Facts.Steps.MaxBy(it => it.At) as RingStep.Proposed;

        public BreakUpCriteria Criteria => Facts.CriteriaAt(Now);

        public IEnumerable<RingMembership> Members => Facts.MembersAt(Now).OrderBy(it => it.Role)
            .ThenByDescending(it => it.Certainty)
            .ThenBy(it => People.GetValueOrDefault(it.Person), StringComparer.Ordinal);
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/rings/{id:guid}", HandleAsync).Needs(Permission.ReadRings);

    static async Task<IResult> HandleAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel) =>
        await ReadAsync(id, visitor, cases, cancel) is { } view ? Page.Of<RingPage>(view) : Results.NotFound();

    internal static async Task<Shown?> ReadAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (await new RingStore(cases.Session).FindAsync(new(id), cancel) is not { } facts) return null;
        var people = await new PeopleStore(cases.Session).NamesAsync(
            [.. facts.Memberships.Select(it => it.Person)], cancel);
        UserId[] signers = [facts.Ring.By, .. facts.Steps.Select(it => it.By)];
        var users = await new AgencyStore(cases.Session).NamesAsync(signers, cancel);
        var during = facts.Steps.Select(it => (it as RingStep.BrokenUp)?.During ?? (it as RingStep.Proposed)?.During);
        return new(cases.Now, facts, people, users, await CodesAsync(during, visitor, cases, cancel))
        {
            Running = visitor.May(Permission.RecordRing) ? await RunningOperations.OfAsync(cases, cancel) : [],
        };
    }

    /// <summary>What the reader may know of these operations.</summary>
    internal static async Task<IReadOnlyDictionary<OperationId, string>> CodesAsync(
        IEnumerable<OperationId?> operations, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var codes = new Dictionary<OperationId, string>();
        if (!visitor.May(Permission.ReadOperations)) return codes;
        var store = new OperationStore(cases.Session);
        foreach (var operation in operations.OfType<OperationId>().Distinct())
            if (await store.FindAsync(operation, cancel) is { } found) codes[operation] = found.Operation.Code;
        return codes;
    }
}
