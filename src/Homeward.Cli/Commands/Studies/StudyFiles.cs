using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Studies;

/// <summary>The files of a simulated study, written as they come.</summary>
sealed class StudyFiles : IDisposable
{
    public const string Children = "children_genemapper.txt";
    public const string References = "references.csv";
    public const string Families = "families.csv";
    public const string Truth = "truth.csv";
    public const string Remarks = "remarks.csv";
    readonly SimulatedPanel _panel;
    readonly string _kit;
    readonly StreamWriter _children, _references, _families, _truth, _remarks;

    /// <param name="folder">An existing folder.</param>
    /// <param name="panel">The markers, in the order in which profiles hold them.</param>
    /// <param name="kit">Its name, for the panel column.</param>
    public StudyFiles(string folder, SimulatedPanel panel, string kit)
    {
        (_panel, _kit) = (panel, kit);
        _children = Create(
            folder, Children,
            "Sample File\tSample Name\tPanel\tMarker\tDye\tAllele 1\tAllele 2\tSize 1\tSize 2\tHeight 1\tHeight 2\t");
        _references = Create(folder, References, "sample,marker,allele1,allele2");
        _families = Create(folder, Families, "family,individual,father,mother,sex,sample,missing");
        _truth = Create(folder, Truth, "child,family,missing");
        _remarks = Create(folder, Remarks, "sample,remark");
    }

    public static IReadOnlyList<string> All { get; } = [Children, References, Families, Truth, Remarks];

    /// <summary>A searching family: its pedigree, and the profiles of those who gave a sample.</summary>
    public void Add(string family, FamilyKind kind, Pedigree pedigree, Genotype?[][] profiles)
    {
        for (var i = 0; i < pedigree.Members.Count; i++)
        {
            var it = pedigree.Members[i];
            var (father, mother) = it.IsFounder
                ? ("", "") : (pedigree.Members[it.Father].Id, pedigree.Members[it.Mother].Id);
            var sample = kind.IsTyped(it.Id) ? $"{family}-{it.Id}" : "";
            var sex = it.Sex == Sex.Male ? "male" : "female";
            var missing = it.Id == FamilyKind.Missing ? "yes" : "";
            _families.WriteLine($"{family},{it.Id},{father},{mother},{sex},{sample},{missing}");
            if (sample.Length > 0) AddReference(sample, profiles[i]);
        }
    }

    void AddReference(string sample, Genotype?[] profile)
    {
        for (var m = 0; m < profile.Length; m++)
            if (profile[m] is { } read)
                _references.WriteLine($"{sample},{_panel.Markers[m].Name},{read.Low},{read.High}");
    }

    /// <summary>A rescued child's sample and its true family, null when that never reported.</summary>
    public void Add(string child, Genotype?[] profile, string? family)
    {
        for (var m = 0; m < profile.Length; m++)
        {
            // As laboratory software writes it: a homozygote once, a marker without alleles as a row all the same.
            var first = profile[m] is { } read ? $"{read.Low}" : "";
            var second = profile[m] is { IsHomozygous: false } both ? $"{both.High}" : "";
            var marker = _panel.Markers[m].Name;
            _children.WriteLine($"{child}.fsa\t{child}\t{_kit}\t{marker}\t\t{first}\t{second}\t\t\t\t\t");
        }
        _truth.WriteLine(family is null ? $"{child},," : $"{child},{family},{FamilyKind.Missing}");
    }

    /// <summary>What nobody would know outside a simulation.</summary>
    public void Remark(string sample, string remark) => _remarks.WriteLine($"{sample},{remark}");

    public void Dispose()
    {
        foreach (var writer in (StreamWriter[])[_children, _references, _families, _truth, _remarks]) writer.Dispose();
    }

    static StreamWriter Create(string folder, string name, string header)
    {
        var writer = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        writer.WriteLine(header);
        return writer;
    }
}
