using System.Collections.Concurrent;
using System.Text;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Simulation;

namespace Homeward.Server.Features.Calculator;

/// <summary>Made-up genotypes of a true family, to begin with: drawn by the simulation, the same for the same shape.
/// </summary>
static class ExampleSheet
{
    /// <summary>Among so many the first with one marker at which the child breaks Mendel's laws, or else the last.
    /// </summary>
    const int Tries = 400;

    static readonly Kit Kit = Known(KitCatalogue.Find("Goldeneye 20A"));
    static readonly AlleleFrequencies Population = Known(PopulationCatalogue.Find("china-han"));
    static readonly SimulatedPanel Panel = SimulatedPanel.Of(Kit, Population, mutates: true);

    static readonly ConcurrentDictionary<(string Kind, Sex Child), string> Found = new();

    public static string Of(CalculatorForm form) =>
        Found.GetOrAdd((form.Kind.Name, form.ChildSex), _ => Find(form with { Population = Population }));

    static string Find(CalculatorForm form)
    {
        for (var seed = 1UL; ; seed++)
        {
            var text = Draw(form, seed);
            if (seed == Tries) return text;
            var sheet = GenotypeSheet.Read(text, form.Columns);
            Check.That(sheet.Problems.Count == 0);
            if (Calculation.CountInconsistent(form, sheet) == 1) return text;
        }
    }

    static string Draw(CalculatorForm form, ulong seed)
    {
        var pedigree = form.Kind.With(form.ChildSex);
        var drawn = new ProfileDrop(Panel, pedigree, Theta.Zero, dropOut: 0).Draw(new SeededRandom(seed));
        var text = new StringBuilder("marker");
        foreach (var member in form.Columns) text.Append('\t').Append(member == FamilyKind.Missing ? "child" : member);
        foreach (var (index, marker) in Panel.Markers.Index().Where(it => it.Item.Model is not null))
        {
            text.Append('\n').Append(marker.Name);
            foreach (var member in form.Columns)
                text.Append('\t').Append(drawn[pedigree.IndexOf(member)][index]?.ToString() ?? "-");
        }
        return text.ToString();
    }

    static T Known<T>(T? value)
        where T : class
    {
        Check.That(value is not null);
        return value;
    }
}
