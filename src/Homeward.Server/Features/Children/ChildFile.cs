using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Homeward.Server.Layout;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Custody;
using Homeward.Storage.People;
using Homeward.Storage.Rescues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features.Children;

/// <summary>One person's page: who it is, how it was found, and in whose care it has been since.</summary>
public static class ChildFile
{
    /// <param name="Now">The moment for which states hold.</param>
    /// <param name="File">The merged identity.</param>
    /// <param name="Rescues">Each time it was found, the first one first.</param>
    /// <param name="Custody">Kinds of care in order of time.</param>
    /// <param name="Places">The agency that answers at each of these times; null when places are closed to the reader.
    /// </param>
    public sealed record Shown(
        Instant Now, PersonFile File, IReadOnlyList<RescuedPerson> Rescues, IReadOnlyList<CustodyStep> Custody,
        IReadOnlyDictionary<Instant, string>? Places)
    {
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
        return Page.Of<ChildPage>(new Shown(
            cases.Now, file, rescues, custody, await PlacesAsync(person, visitor, cases, cancel)));
    }

    static async Task<IReadOnlyDictionary<Instant, string>?> PlacesAsync(
        PersonId person, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (!visitor.May(Permission.ReadCustody, FieldClasses.Sensitive)) return null;
        var names = (await new AgencyStore(cases.Session).AllAsync(cancel)).ToDictionary(it => it.Id, it => it.Name);
        var rows = await new CustodyStore(cases.Session).HistoryAsync(person, cancel);
        return rows.GroupBy(it => it.Since).ToDictionary(it => it.Key, it => names[it.Last().Agency]);
    }
}
