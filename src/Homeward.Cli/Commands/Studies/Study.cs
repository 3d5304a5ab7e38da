using Homeward.Cli.Output;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Studies;

/// <summary>Families and rescued children drawn by a plan; the same plan draws the same study.</summary>
sealed class Study
{
    const int Unreported = -1;
    readonly StudyPlan _plan;
    readonly SeededRandom _random;
    readonly Dictionary<(FamilyKind Kind, Sex Sex), ProfileDrop> _drops = [];
    readonly double[] _shares;
    readonly int[] _familyOfChild;                               // Unreported, or the index of a family
    readonly bool[] _isMislabelled;                              // by child

    public Study(StudyPlan plan)
    {
        Check.That(plan.Unreported <= plan.Children && plan.Children - plan.Unreported <= plan.Families);
        Check.That(plan.Mislabelled <= plan.Children - plan.Unreported);
        (_plan, _random) = (plan, new(plan.Seed));
        _shares = [.. plan.Kinds.Select(it => it.Share)];
        Panel = SimulatedPanel.Of(plan.Kit, plan.Population, plan.Mutates);
        _familyOfChild = DrawFamiliesOfChildren();
        _isMislabelled = DrawMislabelled();
    }

    public SimulatedPanel Panel { get; }

    /// <summary>How many families of each kind were drawn.</summary>
    public Dictionary<string, int> Kinds { get; } = [];

    public static string FamilyName(int index) => $"F{index + 1}";
    public static string ChildName(int index) => $"C{index + 1}";

    /// <summary>Makes the folder with all files of the study, or leaves everything as it was.</summary>
    public void WriteTo(string folder, Action<double> done, CancellationToken cancel) =>
        OutputFolder.Fill(folder, partial =>
        {
            using var files = new StudyFiles(partial, Panel, _plan.Kit.Name);
            Write(files, done, cancel);
        });

    /// <summary>Draws everything, handing families on as they come and the children at the end.</summary>
    void Write(StudyFiles files, Action<double> done, CancellationToken cancel)
    {
        var children = new Genotype?[_plan.Children][];
        var childOfFamily = new Dictionary<int, int>();
        for (var child = 0; child < _familyOfChild.Length; child++)
            if (_familyOfChild[child] != Unreported) childOfFamily.Add(_familyOfChild[child], child);
        for (var family = 0; family < _plan.Families; family++)
        {
            cancel.ThrowIfCancellationRequested();
            var (kind, pedigree, profiles) = DrawFamily();
            files.Add(FamilyName(family), kind, pedigree, profiles);
            Kinds[kind.Name] = Kinds.GetValueOrDefault(kind.Name) + 1;
            if (childOfFamily.TryGetValue(family, out var child))
                children[child] = profiles[pedigree.IndexOf(FamilyKind.Missing)];
            if (family % 1024 == 0) done((double)family / _plan.Families);
        }
        for (var child = 0; child < children.Length; child++)
        {
            if (children[child] is null || _isMislabelled[child]) children[child] = DrawStranger();
            var family = _familyOfChild[child];
            files.Add(ChildName(child), children[child], family == Unreported ? null : FamilyName(family));
            if (_isMislabelled[child]) files.Remark(ChildName(child), "the sample is another person's");
        }
    }

    (FamilyKind Kind, Pedigree Pedigree, Genotype?[][] Profiles) DrawFamily()
    {
        var kind = _plan.Kinds[_random.NextIndex(_shares, _shares.Sum())].Kind;
        var drop = DropFor(kind, DrawSex());
        return (kind, drop.Pedigree, drop.Draw(_random));
    }

    /// <summary>A child of parents who are in no family of the study.</summary>
    Genotype?[] DrawStranger()
    {
        var drop = DropFor(FamilyKind.All[0], DrawSex());
        return drop.Draw(_random)[drop.Pedigree.IndexOf(FamilyKind.Missing)];
    }

    Sex DrawSex() => _random.NextIs(0.5) ? Sex.Male : Sex.Female;

    ProfileDrop DropFor(FamilyKind kind, Sex missing)
    {
        if (_drops.TryGetValue((kind, missing), out var drop)) return drop;
        return _drops[(kind, missing)] = new(Panel, kind.With(missing), _plan.Theta, _plan.DropOut);
    }

    int[] DrawFamiliesOfChildren()
    {
        var families = Enumerable.Range(0, _plan.Families).ToArray();
        _random.Shuffle<int>(families);
        int[] drawn =
        [
            .. families.Take(_plan.Children - _plan.Unreported), .. Enumerable.Repeat(Unreported, _plan.Unreported),
        ];
        _random.Shuffle<int>(drawn);
        return drawn;
    }

    bool[] DrawMislabelled()
    {
        int[] reported = [.. Enumerable.Range(0, _plan.Children).Where(it => _familyOfChild[it] != Unreported)];
        _random.Shuffle<int>(reported);
        var mislabelled = new bool[_plan.Children];
        foreach (var child in reported.Take(_plan.Mislabelled)) mislabelled[child] = true;
        return mislabelled;
    }
}
