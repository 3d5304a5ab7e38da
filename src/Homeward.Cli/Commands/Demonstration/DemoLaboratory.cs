using Homeward.Cases.Audit;
using Homeward.Cases.Consents;
using Homeward.Cases.Identification;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Cli.Commands.Families;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Server.Genes;
using Homeward.Storage.Genes;
using Homeward.Storage.Identification;
using Homeward.Storage.Samples;
using static Homeward.Cli.Commands.Demonstration.DemoState;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>Samples on their way: consent, tube, seal, laboratory, profile, search, candidates.</summary>
/// <param name="state">Who acts.</param>
/// <param name="genes">Where profiles go.</param>
/// <param name="study">What a search takes for granted.</param>
/// <param name="refusals">Must stay empty.</param>
/// <param name="cancel">Stops between acts.</param>
sealed class DemoLaboratory(
    DemoState state, GeneDatabase genes, SearchInput study, Refusals refusals, CancellationToken cancel)
{
    const int Proposed = 3;
    static readonly SampleUse[] Uses = [SampleUse.Search, SampleUse.RepeatTyping];

    /// <summary>An office takes samples: of the rescued by law, of relatives with their consent.</summary>
    /// <param name="office">Holds the tubes afterwards.</param>
    /// <param name="role">As what they give it.</param>
    /// <param name="donors">Each with the label of the tube: the name that the files of the study have.</param>
    public async Task TakeAsync(Office office, DonorRole role, IReadOnlyList<(PersonId Person, string Label)> donors)
    {
        var session = state.As(office);
        var now = session.Now;
        var isByLaw = role == DonorRole.Rescued;
        Consent[] consents =
        [
            .. donors.Select(it => new Consent
            {
                Id = new(state.NewId()),
                Person = it.Person,
                Basis = isByLaw ? LegalBasis.Law : LegalBasis.Donor,
                GivenBy = isByLaw ? null : it.Person,
                Document = (isByLaw ? "SYNTHETIC order " : "SYNTHETIC form ") + it.Label,
                Given = now,
                By = default,
                At = default,
            }),
        ];
        Demanded(await new ConsentStore(session).GiveAllAsync(consents, Uses, cancel));
        Demanded(await new SampleStore(session).TakeAllAsync(
            [
                .. donors.Zip(consents, (donor, consent) => new Sample
                {
                    Id = new(state.NewId()),
                    Person = donor.Person,
                    Consent = consent.Id,
                    Role = role,
                    Material = isByLaw ? Material.BloodCard : Material.MouthSwab,
                    Label = donor.Label,
                    Seal = "SYNTHETIC seal " + donor.Label,
                    Taken = now,
                    By = default,
                    At = default,
                }),
            ],
            cancel));
    }

    /// <summary>The laboratory takes over what an office holds, every seal whole.</summary>
    public async Task ReceiveAsync(Office from, IReadOnlyList<string> labels) =>
        Demanded(await new SampleStore(state.As(state.Laboratory)).TakeOverAllAsync(
            [.. labels.Select(it => new TakenOver(it, from.User.Id, IsIntact: true, Seal: null))], cancel));

    /// <summary>Profiles go in by the labels of their tubes, as <c>homeward genes laboratory</c> takes them.</summary>
    /// <returns>How many families contradict themselves and are held.</returns>
    public async Task<int> TypeAsync(IEnumerable<Profile> profiles)
    {
        var batch = new LaboratoryBatch(
            state.As(state.Laboratory, Purpose.Identification), genes, study.Assumptions.Populations[0]);
        var answer = await batch.RunAsync(
            profiles.ToDictionary(it => it.Id, StringComparer.Ordinal), new HashSet<(string, string)>(), cancel);
        foreach (var it in batch.Problems) refusals.Add("", it.Place, it.What);
        Check.That(answer is not null && !refusals.Any, "the samples of a demonstration are taken as they are");
        return answer.Held.Count;
    }

    /// <summary>As <c>homeward genes search</c> does it: families are told, everybody is searched who has not been,
    /// and the candidates come over to the cases.</summary>
    public async Task<IReadOnlyList<FoundCandidate>> SearchAsync()
    {
        var session = state.As(state.Laboratory, Purpose.Identification);
        var carrier = new GeneCarrier(session, genes, study.Assumptions.Populations[0]);
        await carrier.SendAsync(cancel);
        var settings = new SearchSettings
        {
            Populations = study.Assumptions.Populations,
            Threshold = study.Threshold,
            AlternativePrior = 1,
            ExplainedRanks = 0,
            Scan = ScanOptions.Fastest,
        };
        using (var search = new GeneSearch(genes, settings))
        {
            search.Begin();
            search.Run(_ => { }, cancel);
        }
        await carrier.RunAsync(cancel);
        return await new CandidateStore(session).OpenAsync(cancel);
    }

    /// <summary>An analyst proposes the likeliest.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ProposeAsync(IReadOnlyList<FoundCandidate> candidates)
    {
        var store = new CandidateStore(state.As(state.Laboratory, Purpose.Identification));
        var likeliest = candidates.Take(Proposed).ToList();
        foreach (var it in likeliest) Demanded(await store.ProposeAsync(it.Number, cancel));
        return likeliest.Count;
    }
}
