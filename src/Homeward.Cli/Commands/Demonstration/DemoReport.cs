using System.Globalization;
using Homeward.Cases.Agencies;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Operations;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Operations;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>What the case database holds, counted from its records.</summary>
/// <param name="When">The moment on the demonstration's own clock.</param>
/// <param name="Children">Of all operations; one child is in one of them.</param>
/// <param name="Suspects">Of all operations.</param>
/// <param name="Officers">Of all operations.</param>
/// <param name="Jurisdictions">Those that take part in any operation: a union, never a sum. Foreign partners are not
/// among them.</param>
/// <param name="Operations">Each by itself.</param>
/// <param name="Samples">Those of the rescued and of the families that search.</param>
/// <param name="Bulletin">Counted from the ledger, apart from all above.</param>
sealed record DemoReport(
    string When,
    int Children,
    int Suspects,
    int Officers,
    int Jurisdictions,
    IReadOnlyList<DemoReport.OfOperation> Operations,
    DemoReport.OfSamples Samples,
    DemoBulletin Bulletin)
{
    /// <summary>Null when the demonstration ends with 27 July.</summary>
    public DemoLater? Later { get; init; }

    public sealed record OfOperation(
        string Code, int Children, int Suspects, int Officers, int Jurisdictions, string Phase);

    /// <param name="Families">That are known to the cases.</param>
    /// <param name="Relatives">Who gave a sample, all of them typed.</param>
    public sealed record OfSamples(int Families, int Relatives)
    {
        /// <summary>Rescued children whose samples were typed.</summary>
        public int Children { get; init; }

        /// <summary>Families that contradict themselves, and wait for an analyst.</summary>
        public int FamiliesHeld { get; init; }

        /// <summary>That the search of the gene database found, and that are open.</summary>
        public int Candidates { get; init; }

        /// <summary>Those that an analyst has proposed.</summary>
        public int Proposed { get; init; }
    }

    public static async Task<DemoReport> OfAsync(
        DemoState state, IReadOnlyList<OperationId> operations, (OfSamples Samples, DemoBulletin Bulletin) done,
        CancellationToken cancel)
    {
        var session = state.As(state.Headquarters);
        var found = new List<OfOperation>();
        var union = new HashSet<RegionCode>();
        foreach (var id in operations)
        {
            var facts = await new OperationStore(session).FindAsync(id, cancel);
            Check.That(facts is not null);
            var own = facts.Participants.Where(it => it.Role != ParticipantRole.Partner).ToList();
            var regions = own.Select(it => it.Region).ToHashSet();
            union.UnionWith(regions);
            found.Add(new(
                facts.Operation.Code, facts.Results.Rescued, facts.Results.Detained, own.Sum(it => it.Forces),
                regions.Count, OperationPhase.Of(facts, session.Now).GetType().Name));
        }
        var now = JurisdictionProfile.China.Zone.LocalOf(session.Now);
        return new(
            now.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
            found.Sum(it => it.Children), found.Sum(it => it.Suspects), found.Sum(it => it.Officers), union.Count,
            found, done.Samples, done.Bulletin);
    }
}
