using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Families;
using Homeward.Cases.Identification;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Photos;
using Homeward.Cases.Rescues;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Audit;
using Homeward.Storage.Custody;
using Homeward.Storage.Families;
using Homeward.Storage.Identification;
using Homeward.Storage.Jurisdictions;
using Homeward.Storage.People;
using Homeward.Storage.Rescues;
using Homeward.Storage.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Children;

/// <summary>One person's page: who it is, how it was found, and in whose care it has been since.</summary>
public static class ChildFile
{
    const int MostLooks = 50;

    /// <summary>What the page shows; what is null is not for this reader.</summary>
    public sealed record Shown
    {
        /// <summary>The moment for which states hold.</summary>
        public required Instant Now { get; init; }

        /// <summary>The merged identity.</summary>
        public required PersonFile File { get; init; }

        /// <summary>The last one first.</summary>
        public required IReadOnlyList<Photo>? Photos { get; init; }

        /// <summary>Each time it was found, the first one first.</summary>
        public required IReadOnlyList<RescuedPerson> Rescues { get; init; }

        /// <summary>Kinds of care in order of time.</summary>
        public required IReadOnlyList<CustodyStep> Custody { get; init; }

        /// <summary>The same with places, and what was noted of health.</summary>
        public required ChildCare? Care { get; init; }

        /// <summary>What is due, in the order in which it is.</summary>
        public required IReadOnlyList<ClockStanding>? Clocks { get; init; }

        /// <summary>How far it is known who it is.</summary>
        public required IdentityRegion? Identity { get; init; }

        public required IReadOnlyList<Sample>? Samples { get; init; }

        /// <summary>Those in which this human being is missed.</summary>
        public required IReadOnlyList<MissingReport>? Reports { get; init; }

        public required ChildLooks? Looks { get; init; }

        public CustodyStep? Current => Custody.Count == 0 ? null : Custody[^1];
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/children/{id:guid}", HandleAsync).Needs(Permission.ReadPeople);

    static async Task<IResult> HandleAsync(Guid id, Visitor visitor, Case cases, CancellationToken cancel)
    {
        var person = new PersonId(id);
        var file = await new PeopleStore(cases.Session).FindAsync(person, cancel);
        if (file is null) return Results.NotFound();
        var store = new RescueStore(cases.Session);
        var rescues = new List<RescuedPerson>();
        foreach (var time in await store.OfAsync(person, cancel))
            if (await store.FindAsync(time.Rescue, cancel) is { } rescue) rescues.Add(rescue);
        var custody = visitor.May(Permission.ReadCustody, FieldClasses.Identifying)
            ? await new CustodyStore(cases.Session).StepsAsync(person, cancel) : [];
        var sees = visitor.May(Permission.ReadSamples, FieldClasses.Identifying);
        return Page.Of<ChildPage>(new Shown
        {
            Now = cases.Now,
            File = file,
            Photos = cases.Photos is { } album ? await album.OfAsync(person, cancel) : null,
            Rescues = rescues,
            Custody = custody,
            Care = await ChildCare.OfAsync(person, visitor, cases, cancel),
            Clocks = visitor.May(Permission.ReadClocks)
                ? await new ClockStore(cases.Session).OfAsync(person, cancel) : null,
            Identity = sees ? await new CandidateStore(cases.Session).IdentityOfAsync(person, cancel) : null,
            Samples = sees ? await new SampleStore(cases.Session).OfAsync(person, cancel) : null,
            Reports = visitor.May(Permission.ReadReports, FieldClasses.Identifying)
                ? await new FamilyStore(cases.Session).OfMissingAsync(person, cancel) : null,
            Looks = await LooksAsync(person, visitor, cases, cancel),
        });
    }

    static async Task<ChildLooks?> LooksAsync(
        PersonId person, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (!visitor.May(Permission.ReadAudit)) return null;
        var entries = await new AuditStore(cases.Session).AboutAsync(person, MostLooks, cancel);
        var agencies = new AgencyStore(cases.Session);
        var who = entries.Select(it => it.Record.Who).OfType<UserId>().Distinct().ToList();
        return new(
            entries, await agencies.NamesAsync(who, cancel),
            (await agencies.AllAsync(cancel)).ToDictionary(it => it.Id, it => it.Name));
    }
}
