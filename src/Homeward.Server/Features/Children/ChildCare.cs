using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Care;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Server.Security;
using Homeward.Storage.Agencies;
using Homeward.Storage.Care;
using Homeward.Storage.Custody;
using Homeward.Storage.People;

namespace Homeward.Server.Features.Children;

/// <summary>In whose care a person is and was, and what was noted of health and daily life: for those to whom places of
/// care are open.</summary>
/// <param name="Rows">All that count, the first one first.</param>
/// <param name="Notes">Those that were corrected included, of the last day first.</param>
/// <param name="MayWrite">Whether the reader is of the agency that cares now, and writes notes.</param>
public sealed record ChildCare(IReadOnlyList<CustodyRow> Rows, IReadOnlyList<CareNote> Notes, bool MayWrite)
{
    public required IReadOnlyDictionary<AgencyId, string> Agencies { get; init; }
    public required IReadOnlyDictionary<FacilityId, string> Houses { get; init; }
    public required IReadOnlyDictionary<PersonId, string> Carers { get; init; }

    /// <summary>Those that nothing has superseded.</summary>
    public IEnumerable<CareNote> Standing => Notes.Where(it => Notes.All(other => other.Supersedes != it.Id));

    /// <summary>What a note says instead of, the last one first.</summary>
    public IEnumerable<CareNote> Before(CareNote note)
    {
        for (var id = note.Supersedes; Notes.FirstOrDefault(it => it.Id == id) is { } earlier; id = earlier.Supersedes)
            yield return earlier;
    }

    /// <summary>The agency that answers from a moment on.</summary>
    public string? AgencyAt(Instant since) =>
        Rows.LastOrDefault(it => it.Since == since) is { } row ? Agencies[row.Agency] : null;

    /// <summary>House or carer by name, where there is one.</summary>
    public string? PlaceOf(CustodyRow row) =>
        row.Facility is { } house ? Houses.GetValueOrDefault(house)
        : row.Carer is { } carer ? Carers.GetValueOrDefault(carer) : null;

    /// <summary>Null for those to whom places of care are closed.</summary>
    internal static async Task<ChildCare?> OfAsync(
        PersonId person, Visitor visitor, Case cases, CancellationToken cancel)
    {
        if (!visitor.May(Permission.ReadCustody, FieldClasses.Sensitive)) return null;
        var rows = await new CustodyStore(cases.Session).HistoryAsync(person, cancel);
        var notes = await new CareNoteStore(cases.Session).OfAsync(person, cancel);
        var agencies = await new AgencyStore(cases.Session).AllAsync(cancel);
        FacilityId[] houses = [.. rows.Select(it => it.Facility).OfType<FacilityId>().Distinct()];
        PersonId[] carers = [.. rows.Select(it => it.Carer).OfType<PersonId>().Distinct()];
        var isCaring = rows.Count > 0 && rows[^1].Agency == visitor.Actor!.Agency;
        return new(rows, notes, isCaring && visitor.May(Permission.RecordCare))
        {
            Agencies = agencies.ToDictionary(it => it.Id, it => it.Name),
            Houses = houses.Length == 0 ? new Dictionary<FacilityId, string>()
                : (await new FacilityStore(cases.Session).FindAsync(houses, cancel))
                    .ToDictionary(it => it.Id, it => it.Name),
            Carers = carers.Length == 0 ? new Dictionary<PersonId, string>()
                : await new PeopleStore(cases.Session).NamesAsync(carers, cancel),
        };
    }
}
