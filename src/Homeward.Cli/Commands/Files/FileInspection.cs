using Homeward.Cli.Inputs;
using Homeward.Exchange.Familias;
using Homeward.Exchange.Frequencies;
using Homeward.Exchange.LrCases;
using Homeward.Exchange.Pedigrees;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Cli.Commands.Files;

/// <summary>Reads one file with the reader that its beginning asks for, and reports on it.</summary>
sealed class FileInspection
{
    FileInspection(FileReport report) => Report = report;

    public FileReport Report { get; }
    public IReadOnlyList<Profile> Profiles { get; private init; } = [];
    public IReadOnlyList<Family> Families { get; private init; } = [];

    public static FileInspection Of(string path)
    {
        if (FileKinds.At(path) is not { } kind)
            return new(Blank(path, "unreadable", InputFile.Read(path, _ => new Parsed<string>(""))));
        return kind switch
        {
            FileKind.Profiles => OfProfiles(path, Read(path, stream => ProfileFile.Read(stream, path))),
            FileKind.Families => OfFamilies(path, Read(path, stream => PedigreeTable.Read(stream, samples: null))),
            FileKind.Frequencies => OfFrequencies(path, Read(path, it => FrequencyFile.Read(it, Label(path)))),
            FileKind.Cases => OfCases(path, Read(path, ReadCases)),
            FileKind.Familias => OfFamilias(path, Read(path, FamiliasReader.Read)),
        };
    }

    static Parsed<T> Read<T>(string path, Func<FileStream, Parsed<T>> read)
        where T : class => InputFile.Read(path, read);

    static string Label(string path) => Path.GetFileNameWithoutExtension(path);

    static FileInspection OfProfiles(string path, Parsed<ProfileFile> parsed)
    {
        if (!parsed.IsValid) return new(Blank(path, "profiles", parsed));
        var profiles = parsed.Value.Profiles;
        return new(Blank(path, FormatWords.Of(parsed.Value.Format), parsed) with { Profiles = PartOf(profiles) })
        {
            Profiles = profiles,
        };
    }

    static FileReport.ProfilesPart PartOf(IReadOnlyList<Profile> profiles)
    {
        var markers = profiles.SelectMany(it => it.Genotypes.Keys).Distinct().ToList();
        var counts = profiles.Select(it => it.Genotypes.Count).DefaultIfEmpty().ToList();
        return new([.. profiles.Select(it => it.Id)], markers, Guess(markers), counts.Min(), counts.Max());
    }

    static FileInspection OfFamilias(string path, Parsed<FamiliasProject> parsed)
    {
        var report = Blank(path, "Familias project", parsed);
        if (parsed.Value is not { } project) return new(report);
        Profile[] profiles = [.. project.Profiles, .. project.Unidentified];
        return new(report with { Profiles = PartOf(profiles), Families = PartOf(project.Families) })
        {
            Profiles = profiles,
            Families = project.Families,
        };
    }

    /// <summary>The kit that shares most with the markers, measured by shared over all.</summary>
    static FileReport.KitGuess? Guess(List<string> markers)
    {
        double Likeness(Kit kit) =>
            (double)kit.Markers.Intersect(markers).Count() / kit.Markers.Union(markers).Count();
        var best = KitCatalogue.All.MaxBy(Likeness);
        if (best is null || Likeness(best) < 0.5) return null;
        return new(
            best.Name, best.Markers.Intersect(markers).Count(), best.Markers.Count, [.. markers.Except(best.Markers)]);
    }

    static FileInspection OfFamilies(string path, Parsed<IReadOnlyList<Family>> parsed)
    {
        if (!parsed.IsValid) return new(Blank(path, "pedigree table", parsed));
        var families = parsed.Value;
        return new(Blank(path, "pedigree table", parsed) with { Families = PartOf(families) }) { Families = families };
    }

    static FileReport.FamiliesPart PartOf(IReadOnlyList<Family> families) => new(
        families.Count,
        families.Sum(it => it.Pedigree.Members.Count),
        families.Sum(it => it.Samples.Count),
        families.Sum(it => it.Missing.Count));

    static FileInspection OfFrequencies(string path, Parsed<IReadOnlyList<AlleleFrequencies>> parsed)
    {
        var report = Blank(path, "allele frequencies", parsed);
        if (!parsed.IsValid) return new(report);
        var populations = parsed.Value.Select(it =>
        {
            var counts = it.Markers.Select(marker => it.Find(marker)!.Chromosomes).ToList();
            return new FileReport.PopulationPart(it.Name, it.Markers.Count, counts.Min(), counts.Max());
        });
        return new(report with { Populations = [.. populations] });
    }

    static FileInspection OfCases(string path, Parsed<LrCaseFile> parsed) =>
        new(Blank(path, "LR cases", parsed) with { Cases = parsed.Value?.Cases.Count });

    static Parsed<LrCaseFile> ReadCases(FileStream stream)
    {
        if (stream.Length <= LrCaseFile.LargestBytes)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return LrCaseFile.Read(bytes);
        }
        var problems = new Problems();
        problems.Add("", $"has {stream.Length:N0} bytes; at most {LrCaseFile.LargestBytes:N0} are read");
        return problems;
    }

    static FileReport Blank<T>(string path, string format, Parsed<T> parsed) where T : class =>
        new(path, format, null, null, null, null,
            FileReport.Findings.Of(parsed.Warnings), FileReport.Findings.Of(parsed.Problems));
}
