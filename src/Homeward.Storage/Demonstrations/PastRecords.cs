using Homeward.Cases.Consents;
using Homeward.Cases.Custody;
using Homeward.Cases.Detentions;
using Homeward.Cases.Families;
using Homeward.Cases.Imports;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Rings;
using Homeward.Cases.Samples;
using Homeward.Storage.Families;
using Acceptance = Homeward.Cases.Custody.Acceptance;

namespace Homeward.Storage.Demonstrations;

/// <summary>A part of the years before a demonstration begins: rows as those who acted then recorded them.</summary>
public sealed record PastRecords
{
    /// <summary>The register that they come from; by its id it is known whether this part is there.</summary>
    public required ImportedFile File { get; init; }

    public IReadOnlyList<Person> People { get; init; } = [];
    public IReadOnlyList<PersonName> Names { get; init; } = [];

    /// <summary>Rows with which custody began.</summary>
    public IReadOnlyList<CustodyRow> Found { get; init; } = [];

    public IReadOnlyList<Rescue> Rescues { get; init; } = [];
    public IReadOnlyList<Acceptance> Acceptances { get; init; } = [];

    /// <summary>Rows of custody that followed.</summary>
    public IReadOnlyList<CustodyRow> Placed { get; init; } = [];

    public IReadOnlyList<InvestigationFacts> Cases { get; init; } = [];
    public IReadOnlyList<PartyLink> Links { get; init; } = [];
    public IReadOnlyList<Detention> Detentions { get; init; } = [];
    public IReadOnlyList<RingFacts> Rings { get; init; } = [];

    /// <summary>Their people are among these here.</summary>
    public IReadOnlyList<FamilyDraft> Families { get; init; } = [];

    public IReadOnlyList<FamilyStep> Steps { get; init; } = [];
    public IReadOnlyList<GeneFamilyLink> FamilyLinks { get; init; } = [];
    public IReadOnlyList<Consent> Consents { get; init; } = [];
    public IReadOnlyList<ConsentScope> Scopes { get; init; } = [];
    public IReadOnlyList<Sample> Samples { get; init; } = [];
    public IReadOnlyList<Handover> Handovers { get; init; } = [];
    public IReadOnlyList<GeneDonor> Donors { get; init; } = [];
    public IReadOnlyList<Typing> Typings { get; init; } = [];

    /// <summary>All rows, so that what a rule looks for is stored before what it judges.</summary>
    internal IEnumerable<IEnumerable<object>> Stages()
    {
        yield return
        [
            File, .. People, .. Names, .. Cases.Select(it => it.Investigation), .. Rings.Select(it => it.Ring),
        ];
        yield return
        [
            .. Found, .. Cases.SelectMany(it => it.Offences), .. Cases.SelectMany(it => it.Steps), .. Links,
            .. Detentions, .. Rings.SelectMany(it => it.Memberships), .. Families.Select(it => it.Family), .. Consents,
        ];
        yield return
        [
            .. Rescues, .. Acceptances, .. Rings.SelectMany(it => it.Steps).OfType<RingStep.Proposed>(),
            .. Families.SelectMany(it => it.Members), .. Families.Select(it => it.Report), .. Scopes,
        ];
        yield return
        [
            .. Placed, .. Rings.SelectMany(it => it.Steps).OfType<RingStep.BrokenUp>(), .. Steps, .. FamilyLinks,
            .. Samples,
        ];
        yield return [.. Handovers, .. Donors];
        yield return Typings;
    }
}
