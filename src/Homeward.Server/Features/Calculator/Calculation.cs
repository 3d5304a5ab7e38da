using System.Collections.Concurrent;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;

namespace Homeward.Server.Features.Calculator;

/// <summary>One likelihood ratio with its parts.</summary>
public sealed record Calculation
{
    static readonly ConcurrentDictionary<(string Population, string Model), MarkerLadders> Prepared = new();

    /// <param name="Name">The marker.</param>
    /// <param name="Readings">Of the typed ones, the child last.</param>
    /// <param name="Ratio">The claim over "unrelated".</param>
    /// <param name="Inconsistency">How it breaks Mendel's laws; null when it does not.</param>
    public sealed record Marker(
        string Name, IReadOnlyList<(string Member, Genotype Genotype)> Readings, LikelihoodRatio Ratio,
        Explanation? Inconsistency);

    /// <param name="Name">What else may be true.</param>
    /// <param name="Log10">The claim over it.</param>
    /// <param name="Posterior">Its share, when it and the other alternatives are as likely beforehand as the claim.
    /// </param>
    public sealed record Alternative(string Name, double Log10, double Posterior);

    public required LikelihoodRatio Total { get; init; }
    public required IReadOnlyList<Marker> Markers { get; init; }
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>The claim's own share among the alternatives.</summary>
    public required double Posterior { get; init; }

    /// <summary>Markers of the sheet that the population has no frequencies of.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <param name="form">With a sheet that has no problem.</param>
    /// <param name="sheet">As it was read.</param>
    public static Calculation Of(CalculatorForm form, GenotypeSheet sheet)
    {
        var (claims, markers, ladders) = Prepare(form, sheet);
        var main = Comparison.Of([claims[0], claims[1]], markers, ladders);
        var broken = Inconsistencies(claims[0], markers, ladders)
            .ToDictionary(it => it.Marker, it => it.Explanation, StringComparer.Ordinal);
        var (alternatives, posterior) = AlternativesOf(claims, markers, ladders);
        return new()
        {
            Total = main.Over(1),
            Markers =
            [
                .. main.Markers.Select(it => new Marker(
                    it.Marker, ReadingsOf(it.Marker, form, sheet), it.Ratio(0, 1),
                    broken.GetValueOrDefault(it.Marker))),
            ],
            Alternatives = alternatives,
            Posterior = posterior,
            LeftOut = [.. sheet.ProfileOf(FamilyKind.Missing)!.Genotypes.Keys.Except(markers)],
        };
    }

    /// <summary>At how many markers the child breaks Mendel's laws.</summary>
    public static int CountInconsistent(CalculatorForm form, GenotypeSheet sheet)
    {
        var (claims, markers, ladders) = Prepare(form, sheet);
        return Inconsistencies(claims[0], markers, ladders).Count;
    }

    static (IReadOnlyList<Hypothesis> Claims, string[] Markers, MarkerLadders Ladders) Prepare(
        CalculatorForm form, GenotypeSheet sheet)
    {
        var ladders = LaddersOf(form);
        var pedigree = form.Kind.With(form.ChildSex);
        var missing = pedigree.IndexOf(FamilyKind.Missing);
        var child = sheet.ProfileOf(FamilyKind.Missing)!;
        var relatives = pedigree.Members.Select(it => it.Id == FamilyKind.Missing ? null : sheet.ProfileOf(it.Id));
        var family = new Family("family", pedigree, [.. relatives], [missing]);
        var claims = FamilyClaims.Of(family, missing, child, form.ChildSex);
        var usable = Comparison.UsableMarkers(claims[0], ladders).ToHashSet(StringComparer.Ordinal);
        // In the order of the sheet, so that a reader finds his lines again.
        var typed = child.Genotypes.Keys;
        return (claims, [.. typed.Where(usable.Contains), .. usable.Except(typed)], ladders);
    }

    static IReadOnlyList<Inconsistency> Inconsistencies(
        Hypothesis claim, IReadOnlyList<string> markers, MarkerLadders ladders)
    {
        var profiles = claim.Profiles.OfType<Profile>().ToArray();
        return Inconsistency.Of(claim, markers, it => ladders.Of(it, Comparison.AllelesAt(it, profiles)));
    }

    static List<(string, Genotype)> ReadingsOf(string marker, CalculatorForm form, GenotypeSheet sheet)
    {
        var readings = new List<(string, Genotype)>();
        foreach (var member in form.Columns.Skip(1).Append(FamilyKind.Missing))
            if (sheet.ProfileOf(member)!.Genotypes.TryGetValue(marker, out var genotype))
                readings.Add((member, genotype));
        return readings;
    }

    static (Alternative[] Alternatives, double Posterior) AlternativesOf(
        IReadOnlyList<Hypothesis> claims, string[] markers, MarkerLadders ladders)
    {
        var log10 = claims.Skip(2).Select(it =>
            Comparison.Of([claims[0], it], markers, ladders).Over(1).Log10).ToArray();
        var weights = Array.ConvertAll(log10, it => Math.Pow(10, -it));
        var sum = 1 + weights.Sum();
        return (
            [.. claims.Skip(2).Select((it, i) => new Alternative(it.Name, log10[i], weights[i] / sum))], 1 / sum);
    }

    static MarkerLadders LaddersOf(CalculatorForm form) =>
        Prepared.GetOrAdd((form.Population.Name, form.Model), _ =>
        {
            var ladders = MarkerLadders.From(form.Assumptions);
            Check.That(ladders.IsValid, "every shipped table goes together with its floor and these models");
            return ladders.Value;
        }).With(new(form.Theta));
}
