using System.Globalization;
using Homeward.Cases.Consents;
using Homeward.Cases.Families;
using Homeward.Cases.Imports;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;
using Homeward.Storage.Demonstrations;
using Homeward.Storage.Families;
using NodeSex = Homeward.Genetics.Pedigrees.Sex;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>Families that begin to search, as rows: people, pedigrees, reports and samples.</summary>
sealed class FamilyRecords(DemoState state, NationPlan.Searching part, NationGenes genes, SeededRandom random)
{
    readonly List<Person> _people = [];
    readonly List<PersonName> _names = [];
    readonly List<FamilyDraft> _families = [];
    readonly List<FamilyStep> _steps = [];
    readonly List<GeneFamilyLink> _links = [];
    readonly SampleRows _samples = new(state);
    readonly DemoState.Office _police = state.Police(part.Region);

    public PastRecords Build(ImportedFile file)
    {
        for (var it = 0; it < part.Families.Count; it++) Add(part.Families.First + it);
        return _samples.Into(new()
        {
            File = file,
            People = _people,
            Names = _names,
            Families = _families,
            Steps = _steps,
            FamilyLinks = _links,
        });
    }

    /// <summary>The profiles of those who gave a sample, by the labels of the tubes.</summary>
    public static IEnumerable<Profile> ProfilesOf(NationPlan.Searching part, NationGenes genes)
    {
        for (var number = part.Families.First; number < part.Families.First + part.Families.Count; number++)
        {
            var drawn = genes.Family(number);
            foreach (var (at, member) in drawn.Pedigree.Members.Index())
                if (drawn.Kind.IsTyped(member.Id))
                    yield return genes.ProfileOf(LabelOf(number, member.Id), drawn.Genotypes[at]);
        }
    }

    static string CodeOf(int family) => string.Create(CultureInfo.InvariantCulture, $"NF{family + 1:D7}");

    static string LabelOf(int family, string member) => $"{CodeOf(family)}-{member}";

    void Add(int number)
    {
        var (kind, pedigree) = (genes.Family(number).Kind, genes.Family(number).Pedigree);
        var (id, reported) = (new FamilyId(state.NewId()), Instant.Of(part.At.AddHours(-100 + random.NextBelow(40))));
        var members = new List<FamilyMember>();
        var missing = default(PersonId);
        foreach (var node in pedigree.Members)
        {
            var isMissing = node.Id == FamilyKind.Missing;
            var sex = node.Sex == NodeSex.Male ? Sex.Male : Sex.Female;
            var person = isMissing || kind.IsTyped(node.Id) ? AddPerson(sex, reported) : default(PersonId?);
            if (isMissing) missing = person!.Value;
            else if (person is { } donor) AddSample(donor, LabelOf(number, node.Id), reported);
            members.Add(new()
            {
                Family = id,
                Name = node.Id,
                Father = node.IsFounder ? null : pedigree.Members[node.Father].Id,
                Mother = node.IsFounder ? null : pedigree.Members[node.Mother].Id,
                Sex = sex,
                Person = person,
                Sample = kind.IsTyped(node.Id) ? LabelOf(number, node.Id) : null,
                IsMissing = isMissing,
            });
        }
        _families.Add(new()
        {
            Family = new() { Id = id, Code = CodeOf(number), By = _police.User.Id, At = reported },
            Members = members,
            People = [],
            Report = ReportOf(number, id, missing, reported),
        });
        var begins = Instant.Of(part.At);
        _steps.Add(new()
        {
            Family = id,
            Ordinal = 1,
            Kind = FamilyStepKind.Activated,
            By = _police.User.Id,
            At = begins,
        });
        _links.Add(new() { Family = id, GeneFamily = new(state.NewId()), At = begins });
    }

    MissingReport ReportOf(int number, FamilyId family, PersonId missing, Instant reported)
    {
        // Some of them have looked for twenty years.
        var lastSeen = DateOnly.FromDateTime(part.At.DateTime).AddDays(-10 - random.NextBelow(20 * 365));
        return new()
        {
            Id = new(state.NewId()),
            Number = "SYNTHETIC " + CodeOf(number),
            Agency = _police.Agency.Id,
            Missing = missing,
            Family = family,
            Category = random.NextIs(0.7) ? MissingCategory.Abducted : MissingCategory.Lured,
            SeenEarliest = lastSeen,
            SeenLatest = lastSeen,
            Region = new(part.Region),
            By = _police.User.Id,
            At = reported,
        };
    }

    void AddSample(PersonId donor, string label, Instant taken)
    {
        var tube = new SampleRows.Tube(donor, label, DonorRole.Relative, taken);
        _samples.Take(tube, _police, LegalBasis.Donor);
        _samples.Type(tube, _police);
    }

    PersonId AddPerson(Sex sex, Instant at)
    {
        var person = new Person { Id = new(state.NewId()), Sex = sex };
        _people.Add(person);
        _names.Add(NationNames.Of(person.Id, state.NewId(), random) with { At = at });
        return person.Id;
    }
}
