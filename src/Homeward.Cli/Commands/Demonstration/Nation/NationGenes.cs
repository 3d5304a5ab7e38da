using Homeward.Cli.Commands.Studies;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>Genotypes of the nation's families and rescued children, each drawn from a seed of its own: whatever was
/// stopped is drawn again the same.</summary>
/// <param name="study">Kit, population and kinds of families.</param>
/// <param name="families">How many there are.</param>
/// <param name="seed">Of the nation.</param>
sealed class NationGenes(StudyPlan study, int families, ulong seed)
{
    /// <summary>Of so many children one belongs to a family that searches; nearly all others were never reported.
    /// </summary>
    const int ChildrenOfOneFound = 50;

    const ulong OfFamilies = 0xD1B54A32D192ED03;
    const ulong OfChildren = 0x8CB92BA72F3D8DD7;

    readonly SimulatedPanel _panel = SimulatedPanel.Of(study.Kit, study.Population, study.Mutates);
    readonly double[] _shares = [.. study.Kinds.Select(it => it.Share)];
    readonly Dictionary<(FamilyKind Kind, Sex Sex), ProfileDrop> _drops = [];

    public sealed record Drawn(FamilyKind Kind, Pedigree Pedigree, Genotype?[][] Genotypes)
    {
        public int Missing => Pedigree.IndexOf(FamilyKind.Missing);
    }

    public Drawn Family(int number)
    {
        var random = RandomOf(OfFamilies, number);
        return Draw(study.Kinds[random.NextIndex(_shares, _shares.Sum())].Kind, random);
    }

    /// <summary>A rescued child: somebody's whom a family misses, or nobody's.</summary>
    public (Sex Sex, Genotype?[] Genotypes) Child(int number)
    {
        var drawn = number % ChildrenOfOneFound == 0 && number / ChildrenOfOneFound < families
            ? Family(number / ChildrenOfOneFound)
            : Draw(FamilyKind.All[0], RandomOf(OfChildren, number));
        return (drawn.Pedigree.Members[drawn.Missing].Sex, drawn.Genotypes[drawn.Missing]);
    }

    /// <summary>As a laboratory reads it.</summary>
    public Profile ProfileOf(string label, Genotype?[] genotypes)
    {
        var read = new Dictionary<string, Genotype>(StringComparer.Ordinal);
        foreach (var (marker, genotype) in _panel.Markers.Zip(genotypes))
            if (genotype is { } it) read.Add(marker.Name, it);
        return new(label, read);
    }

    Drawn Draw(FamilyKind kind, SeededRandom random)
    {
        var sex = random.NextIs(0.5) ? Sex.Male : Sex.Female;
        if (!_drops.TryGetValue((kind, sex), out var drop))
            drop = _drops[(kind, sex)] = new(_panel, kind.With(sex), study.Theta, study.DropOut);
        return new(kind, drop.Pedigree, drop.Draw(random));
    }

    /// <summary>One number's stream must not begin inside the next one's.</summary>
    SeededRandom RandomOf(ulong what, int number) =>
        new(new SeededRandom(unchecked(seed ^ what ^ ((ulong)number * 0xA24BAED4963EE407))).NextBits());
}
