using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;

namespace Homeward.Exchange.Familias;

/// <summary>The database of a Familias file: loci with alleles, frequencies and settings.</summary>
sealed partial class LociPart(FamLines lines)
{
    /// <summary>How far printed frequencies may be from summing to 1 before something is missing.</summary>
    const double SumTolerance = 1e-4;

    const int MostAlleles = 200;

    readonly List<Entry> _entries = [];
    readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <param name="Locus">The locus.</param>
    /// <param name="ByLabel">Its alleles by the name in the file.</param>
    /// <param name="InOrder">Its alleles by their place in the file.</param>
    public sealed record Entry(
        FamiliasLocus Locus, IReadOnlyDictionary<string, Allele> ByLabel, IReadOnlyList<Allele> InOrder);

    public string? DatabaseName { get; private set; }

    public IReadOnlyList<FamiliasLocus> Loci => _entries.ConvertAll(it => it.Locus);

    public double LargestDropOut => _entries.Select(it => it.Locus.DropOut).DefaultIfEmpty().Max();

    public Entry? At(int index) => index < _entries.Count ? _entries[index] : null;

    public Entry? Named(string name) =>
        _index.TryGetValue(MarkerCatalogue.Canonical(name), out var index) ? _entries[index] : null;

    public void Read()
    {
        var count = lines.Count("the number of loci");
        if (lines.Flag("whether the database has a name")
            && lines.Next("the database's name") is { Length: > 0 } name) DatabaseName = name;
        for (var i = 0; i < count && !lines.Failed; i++) ReadLocus();
    }

    void ReadLocus()
    {
        var name = MarkerCatalogue.Canonical(lines.Next("the name of a locus"));
        var place = lines.Place;
        if (name.Length == 0) lines.Report(place, "the locus has no name");
        var (rateFemale, rateMale) = (Probability("a mutation rate"), Probability("a mutation rate"));
        var (codeFemale, codeMale) = (lines.Count("a mutation model"), lines.Count("a mutation model"));
        var withSilent = lines.Count("the number of alleles");
        var (rangeFemale, rangeMale) = (lines.Number("a mutation range"), lines.Number("a mutation range"));
        var (rate2Female, rate2Male) = (Probability("a second mutation rate"), Probability("a second mutation rate"));
        var hasSilent = lines.Flag("whether there is a silent allele");
        var silent = Probability("the silent frequency");
        if (!hasSilent) silent = 0;
        if (silent == 1) lines.Report(lines.Place, "the silent frequency leaves nothing for the visible alleles");
        var info = lines.Next("the number of alleles");
        var count = lines.AsCount(info.Split('\t', ' ')[0], "the number of alleles");
        if (count == 0 || (count != withSilent && !(hasSilent && count == withSilent - 1)))
            lines.Fail("is not the number of alleles stated before");
        var dropOut = Setting(info, DropOutText());
        if (lines.Failed) return;
        var (labels, frequencies) = Alleles(count);
        if (lines.Failed) return;
        var alleles = Named(labels, place, needRepeats: codeFemale > 1 || codeMale > 1);
        var scaled = Scaled(frequencies, silent, place);
        var before = lines.Problems.Total;
        var male = Model(codeMale, rateMale, rate2Male, rangeMale, place);
        var female = Model(codeFemale, rateFemale, rate2Female, rangeFemale, place);
        if (dropOut >= 1) lines.Report(place, "the locus has a drop-out probability of 1 or more");
        if (!_index.TryAdd(name, _entries.Count)) lines.Report(place, "the locus is given a second time");
        var locus = new FamiliasLocus(
            name, alleles, scaled, silent, male, female, dropOut, Setting(info, MinorText()),
            (int?)SettingOrNull(info, SizeText()));
        if (lines.Problems.Total == before) CheckMutation(locus, place);
        var byLabel = new Dictionary<string, Allele>(StringComparer.Ordinal);
        for (var i = 0; i < labels.Count; i++) byLabel.TryAdd(labels[i], alleles[i]);
        _entries.Add(new(locus, byLabel, alleles));
    }

    (List<string> Labels, List<double> Frequencies) Alleles(int count)
    {
        var (labels, frequencies) = (new List<string>(), new List<double>());
        for (var i = 0; i < count && !lines.Failed; i++)
        {
            var label = lines.Next("an allele");
            if (label.Length == 0) lines.Report(lines.Place, "the allele has no name");
            if (labels.Contains(label)) lines.Report(lines.Place, "the allele is given a second time");
            labels.Add(label);
            frequencies.Add(Probability("the frequency of an allele"));
            if (labels.Count > MostAlleles) lines.Fail("the locus has more than 200 alleles");
        }
        return (labels, frequencies);
    }

    /// <summary>
    /// Alleles as repeat numbers. A name that is none, such as "Rest allele", is held as an unused number from 999.9
    /// down: under the models without steps only its frequency counts.
    /// </summary>
    List<Allele> Named(List<string> labels, string place, bool needRepeats)
    {
        var alleles = labels.ConvertAll(it => Allele.TryParse(it, out var allele) ? allele : (Allele?)null);
        if (alleles.Contains(null) && needRepeats)
            lines.Report(place, "the locus has an allele without the repeat number that its mutation model needs");
        else if (alleles.Contains(null))
            lines.Warnings.Add(place, "the locus has an allele that is no repeat number; only its frequency is used");
        var seen = new HashSet<Allele>();
        foreach (var allele in alleles.OfType<Allele>())
            if (!seen.Add(allele)) lines.Report(place, "the locus has one repeat number under two names");
        var next = 9999;
        return alleles.ConvertAll(it => it ?? Unused());

        Allele Unused()
        {
            Allele allele;
            do allele = Allele.Repeats(next / 10, next-- % 10);
            while (!seen.Add(allele));
            return allele;
        }
    }

    /// <summary>The frequencies, their rounding taken out: beside a silent allele they sum to what it leaves.</summary>
    List<double> Scaled(List<double> frequencies, double silent, string place)
    {
        var sum = frequencies.Sum();
        var isWhole = Math.Abs(sum - 1) <= SumTolerance;
        if (!isWhole && Math.Abs(sum + silent - 1) > SumTolerance)
            lines.Report(place, "the frequencies of the locus do not sum to 1");
        else if (isWhole && silent > SumTolerance)
            lines.Warnings.Add(place, "the frequencies left no room for the silent allele; they were scaled");
        return sum > 0 ? frequencies.ConvertAll(it => it * (1 - silent) / sum) : frequencies;
    }

    MutationModel Model(int code, double rate, double rate2, double range, string place)
    {
        if (code > 4) lines.Report(place, "the locus has a mutation model that is not known (0 to 4 are)");
        var steps = new MutationModel.Stepwise(rate, rate2, range);
        return code switch
        {
            _ when rate == 0 && (code < 2 || rate2 == 0) => new MutationModel.None(),
            0 => new MutationModel.Equal(rate),
            1 => new MutationModel.Proportional(rate),
            3 => steps with { Transform = MutationTransform.PM },
            _ => steps,
        };
    }

    void CheckMutation(FamiliasLocus locus, string place)
    {
        foreach (var model in (MutationModel[])[locus.Male, locus.Female])
            foreach (var problem in model.Matrix(locus.Alleles, locus.Frequencies).Problems)
                lines.Report(place, $"the mutation model of the locus: {problem}");
    }

    double Probability(string what)
    {
        var number = lines.Number(what);
        if (number is < 0 or > 1) lines.Report(lines.Place, $"{what} is not from 0 to 1");
        return number;
    }

    static double Setting(string info, Regex pattern) => SettingOrNull(info, pattern) ?? 0;

    static double? SettingOrNull(string info, Regex pattern) =>
        pattern.Match(info) is { Success: true } match
        && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and <= int.MaxValue
            ? number
            : null;

    [GeneratedRegex(@"Dropout probability = ([\d.eE+-]+)")]
    private static partial Regex DropOutText();

    [GeneratedRegex(@"Minor allele frequency = ([\d.eE+-]+)")]
    private static partial Regex MinorText();

    [GeneratedRegex(@"DatabaseSize = ([\d.eE+-]+)")]
    private static partial Regex SizeText();
}
