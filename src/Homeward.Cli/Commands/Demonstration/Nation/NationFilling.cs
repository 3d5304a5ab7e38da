using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Audit;
using Homeward.Cases.Imports;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;
using Homeward.Storage;
using Homeward.Storage.Custody;
using Homeward.Storage.Demonstrations;
using Homeward.Storage.Genes;
using Homeward.Storage.Identification;
using Homeward.Storage.Samples;
using static Homeward.Cli.Commands.Demonstration.DemoState;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>Makes a nation's past, part after part, each in one act. What is there is passed over, so that a run that
/// was killed at any moment is gone on with by the next one.</summary>
/// <param name="folder">Where it is made.</param>
/// <param name="plan">How much of it.</param>
/// <param name="genes">What everybody's genotypes are.</param>
/// <param name="ladders">By which families are held against themselves.</param>
sealed class NationFilling(NationFolder folder, NationPlan plan, NationGenes genes, MarkerLadders ladders)
{
    /// <summary>When the offices begin to work with Homeward, and take over their registers of 2009. Roles are given
    /// for two years at most: from then until after July 2011.</summary>
    static readonly DateTimeOffset Begins = new(2010, 1, 4, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Offices of a nation: every province has police and a home.</summary>
    public static IReadOnlyList<string> Regions { get; } =
        [.. DemoPlan.Regions.Union(NationPlan.Provinces.Select(it => it.Region))];

    public async Task RunAsync(Action<double> done, CancellationToken cancel)
    {
        var clock = new DemoClock(Begins);
        if (!folder.IsBegun) await BeginAsync(clock, cancel);
        // Also where the offices were opened by an earlier run: after they were.
        clock.GoTo(Begins.AddHours(1));
        await using var open = await OpenCases.OpenAsync(folder.Data, clock, cancel);
        var state = new DemoState(open.Cases, clock, Regions);
        var laboratory = new Laboratory(state, open.Genes(folder.Data, clock), ladders);
        var houses = new NationHouses(state, plan);
        var past = new PastStore(state.As(state.Headquarters));
        var there = await past.ThereAsync(cancel);
        var parts = plan.Parts();
        var next = parts.TakeWhile(it => there.Contains(FileOf(it, state).Id)).Count();
        if (next > 0)
        {
            // The last one may have no profiles yet.
            clock.GoTo(parts[next - 1].At);
            await laboratory.ResumeAsync([.. ProfilesOf(parts[next - 1])], cancel);
        }
        for (; next < parts.Count; next++)
        {
            cancel.ThrowIfCancellationRequested();
            done((double)next / parts.Count);
            var part = parts[next];
            clock.GoTo(part.At);
            var records = Demanded(await past.RecordAsync(RecordsOf(part, state, houses), cancel));
            await laboratory.TypeAsync(records, [.. ProfilesOf(part)], cancel);
        }
    }

    async Task BeginAsync(DemoClock clock, CancellationToken cancel)
    {
        folder.Clear();
        await using (var open = await OpenCases.CreateAsync(folder.Data, clock, cancel))
        {
            var state = new DemoState(open.Cases, clock, Regions);
            await state.FoundAsync(cancel);
            foreach (var (region, house) in new NationHouses(state, plan).All)
                Demanded(await new FacilityStore(state.As(state.Home(region))).AddAsync(house, cancel));
        }
        folder.Begin();
    }

    PastRecords RecordsOf(NationPlan.Part part, DemoState state, NationHouses houses)
    {
        var file = FileOf(part, state);
        var random = new SeededRandom(BitConverter.ToUInt64(Convert.FromHexString(file.Digest)));
        return part switch
        {
            NationPlan.Quarter quarter => new QuarterRecords(state, quarter, (houses, genes), random).Build(file),
            NationPlan.Searching searching => new FamilyRecords(state, searching, genes, random).Build(file),
            _ => throw new InvalidOperationException("Broken invariant: there are two kinds of parts."),
        };
    }

    IEnumerable<Profile> ProfilesOf(NationPlan.Part part) => part switch
    {
        NationPlan.Quarter quarter => QuarterRecords.ProfilesOf(quarter, genes),
        NationPlan.Searching searching => FamilyRecords.ProfilesOf(searching, genes),
        _ => throw new InvalidOperationException("Broken invariant: there are two kinds of parts."),
    };

    ImportedFile FileOf(NationPlan.Part part, DemoState state) => new()
    {
        Id = new(IdOf("register " + part.Key)),
        Kind = ImportKind.People,
        Agency = state.Headquarters.Agency.Id,
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Seed} {part.Key}"))),
        By = state.Headquarters.User.Id,
        At = Instant.Of(part.At),
    };

    /// <summary>Profiles go where typings were begun, in bulk.</summary>
    sealed class Laboratory(DemoState state, GeneDatabase genes, MarkerLadders ladders)
    {
        readonly CaseSession _cases = state.As(state.Laboratory, Purpose.Identification);

        GeneCarrier Carrier => new(_cases, genes, ladders);

        public async Task TypeAsync(PastRecords records, IReadOnlyList<Profile> profiles, CancellationToken cancel)
        {
            var donors = records.Donors.ToDictionary(it => it.Person, it => it.Donor);
            var samples = records.Samples.ToDictionary(it => it.Id);
            var begun = records.Typings.ToDictionary(
                it => samples[it.Sample].Label,
                it => (it.Accession, donors[samples[it.Sample].Person], samples[it.Sample].Role));
            await AcceptAsync(begun, profiles, cancel);
            if (records.FamilyLinks.Count > 0)
                await Carrier.SendAsync([.. records.FamilyLinks.Select(it => it.GeneFamily)], cancel);
        }

        public async Task ResumeAsync(IReadOnlyList<Profile> profiles, CancellationToken cancel)
        {
            var facts = await new SampleStore(_cases).FactsAsync([.. profiles.Select(it => it.Id)], cancel);
            var begun = facts.Where(it => it.Pending is not null).ToDictionary(
                it => it.Label, it => (it.Pending!.Value, it.Donor!.Value, it.Role));
            await AcceptAsync(begun, profiles, cancel);
            // Whatever was left to be told, whosever it is.
            await Carrier.SendAsync(cancel);
        }

        async Task AcceptAsync(
            Dictionary<string, (AccessionNumber Accession, GeneDonorId Donor, DonorRole Role)> begun,
            IReadOnlyList<Profile> profiles, CancellationToken cancel)
        {
            if (begun.Count == 0) return;
            await using (var batch = await genes.For(_cases.Actor, Purpose.Identification).AcceptAsync(cancel))
            {
                foreach (var profile in profiles)
                    if (begun.TryGetValue(profile.Id, out var it))
                        Check.That(batch.Add(new()
                        {
                            Accession = it.Accession,
                            Donor = it.Donor,
                            Kind = it.Role == DonorRole.Rescued ? ProfileKind.Unidentified : ProfileKind.Reference,
                            Profile = profile,
                        }) is AcceptanceResult.Accepted or AcceptanceResult.AlreadyThere);
                batch.Commit();
            }
            Demanded(await new TypingStore(_cases).AcceptAsync(
                [.. begun.Values.Select(it => (it.Accession, (AccessionNumber?)null))], cancel));
        }
    }
}
