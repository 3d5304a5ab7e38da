using Homeward.Cases.Installations;
using Homeward.Cases.People;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>Made-up people. Every name is marked, and none is anybody's.</summary>
sealed class DemoPeople(Func<Guid> newId, SeededRandom random)
{
    static readonly DateOnly Raids = new(2011, 7, 15);

    /// <summary>A suspect of 19 to 63 years.</summary>
    public (Person Person, PersonName[] Names) Suspect(int number)
    {
        var born = Raids.AddDays(-random.NextBelow(44 * 365)).AddYears(-19);
        return Named(
            $"suspect {number}",
            new Person
            {
                Id = new(newId()),
                Sex = random.NextIs(0.6) ? Sex.Male : Sex.Female,
                BornEarliest = born,
                BornLatest = born,
                BirthBasis = DateBasis.Document,
                Citizenship = "CHN",
            });
    }

    /// <summary>A child whose age is known to a month or so.</summary>
    /// <param name="name">What it is called in the files.</param>
    /// <param name="sex">As recorded.</param>
    /// <param name="days">The age on the day of the raids, about.</param>
    public (Person Person, PersonName[] Names) Child(string name, Sex sex, int days)
    {
        var born = Raids.AddDays(-days);
        return Named(
            $"child {name}",
            new Person
            {
                Id = new(newId()),
                Sex = sex,
                BornEarliest = born.AddDays(-15),
                BornLatest = born.AddDays(15) < Raids ? born.AddDays(15) : born,
                BirthBasis = DateBasis.Medical,
            });
    }

    public (Person Person, PersonName[] Names) Relative(string family, string role, Sex sex) =>
        Named($"{role} of {family}", new Person { Id = new(newId()), Sex = sex });

    (Person, PersonName[]) Named(string name, Person person) => (person,
    [
        new()
        {
            Id = new(newId()),
            Person = person.Id,
            Text = Synthetic.Name(name),
            Script = Script.Latn,
            Kind = NameKind.Birth,
            At = default,
        },
    ]);
}
