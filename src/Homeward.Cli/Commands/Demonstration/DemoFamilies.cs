using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Cli.Commands.Families;
using Homeward.Cli.Commands.Studies;
using Homeward.Genetics.Profiles;
using Homeward.Storage.Families;
using static Homeward.Cli.Commands.Demonstration.DemoState;
using Family = Homeward.Genetics.Kinship.Family;
using NodeSex = Homeward.Genetics.Pedigrees.Sex;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>Families of the study as cases have them: people, a pedigree with the numbers of their samples, a report,
/// and the samples themselves.</summary>
sealed class DemoFamilies(
    DemoState state, DemoPeople people, DemoLaboratory laboratory, CancellationToken cancel)
{
    /// <summary>Families that search for somebody who is not among the rescued.</summary>
    const int MostOthers = 120;

    readonly List<(string Region, FamilyDraft Draft)> _reported = [];
    readonly List<Profile> _profiles = [];

    /// <summary>How many there are, and how many of them gave a sample.</summary>
    public DemoReport.OfSamples Told => new(_reported.Count, _profiles.Count);

    /// <summary>They report to the police of their province, which takes their samples too.</summary>
    /// <param name="study">Families of rescued children all report, and a number of the others.</param>
    /// <param name="truth">Which family is whose.</param>
    /// <param name="infantTaken">When the first child was.</param>
    public async Task ReportAsync(SearchInput study, Truth truth, DateOnly infantTaken)
    {
        var wanted = truth.FamilyOf.Where(it => it.Value is not null).ToDictionary(
            it => it.Value!, it => it.Key, StringComparer.Ordinal);
        var infant = study.Children[0].Id;
        var others = study.Families.Where(it => !wanted.ContainsKey(it.Id)).Take(MostOthers);
        foreach (var (i, family) in study.Families.Where(it => wanted.ContainsKey(it.Id)).Concat(others).Index())
        {
            var lastSeen = wanted.GetValueOrDefault(family.Id) == infant
                ? infantTaken : new DateOnly(2011, 1, 1).AddDays(i % 120);
            var region = DemoPlan.Regions[i % DemoPlan.Regions.Count];
            _reported.Add((region, Draft(family, region, lastSeen)));
            _profiles.AddRange(family.Profiles.OfType<Profile>());
        }
        foreach (var own in _reported.GroupBy(it => it.Region, it => it.Draft))
        {
            var police = state.Police(own.Key);
            Demanded(await new FamilyStore(state.As(police)).ReportAsync([.. own], cancel));
            await laboratory.TakeAsync(
                police, DonorRole.Relative,
                [.. Typed(own).Select(it => (it.Person!.Value, it.Sample!))]);
        }
    }

    /// <summary>The laboratory types their samples, and they are searched from then on.</summary>
    /// <returns>How many contradict themselves and are held.</returns>
    public async Task<int> TypeAsync()
    {
        foreach (var own in _reported.GroupBy(it => it.Region, it => it.Draft))
            await laboratory.ReceiveAsync(state.Police(own.Key), [.. Typed(own).Select(it => it.Sample!)]);
        var held = await laboratory.TypeAsync(_profiles);
        foreach (var own in _reported.GroupBy(it => it.Region, it => it.Draft.Family.Id))
            Demanded(await new FamilySearchStore(state.As(state.Police(own.Key))).ActivateAllAsync([.. own], cancel));
        return held;
    }

    static IEnumerable<FamilyMember> Typed(IEnumerable<FamilyDraft> families) =>
        families.SelectMany(it => it.Members).Where(it => it.Sample is not null);

    FamilyDraft Draft(Family family, string region, DateOnly lastSeen)
    {
        var id = new FamilyId(state.NewId());
        var members = new List<FamilyMember>();
        var known = new List<(Person, PersonName[])>();
        var missing = default(PersonId);
        foreach (var (index, node) in family.Pedigree.Members.Index())
        {
            var isMissing = family.Missing.Contains(index);
            var isTyped = family.Typed.Contains(index);
            var sex = node.Sex == NodeSex.Male ? Sex.Male : Sex.Female;
            PersonId? person = null;
            if (isMissing || isTyped)
            {
                var (record, names) = people.Relative(family.Id, node.Id, sex);
                known.Add((record, names));
                person = record.Id;
                if (isMissing) missing = record.Id;
            }
            members.Add(new()
            {
                Family = id,
                Name = node.Id,
                Father = node.IsFounder ? null : family.Pedigree.Members[node.Father].Id,
                Mother = node.IsFounder ? null : family.Pedigree.Members[node.Mother].Id,
                Sex = sex,
                Person = person,
                Sample = isTyped ? $"{family.Id}-{node.Id}" : null,
                IsMissing = isMissing,
            });
        }
        return new()
        {
            Family = new() { Id = id, Code = family.Id, By = default, At = default },
            Members = members,
            People = known,
            Report = new()
            {
                Id = new(state.NewId()),
                Number = "SYNTHETIC " + family.Id,
                Agency = default,
                Missing = missing,
                Family = id,
                Category = MissingCategory.Abducted,
                SeenEarliest = lastSeen,
                SeenLatest = lastSeen,
                Region = new(region),
                By = default,
                At = default,
            },
        };
    }
}
