using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Storage.Families;
using Family = Homeward.Genetics.Kinship.Family;
using NodeSex = Homeward.Genetics.Pedigrees.Sex;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>Families of the study as cases have them: people, a pedigree with the numbers of their samples, a report.
/// </summary>
sealed class DemoFamilies(DemoState state, DemoPeople people)
{
    public FamilyDraft Draft(Family family, string region, DateOnly lastSeen)
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
