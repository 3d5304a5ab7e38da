using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Simulation;

namespace Homeward.Server.Features.Calculator;

/// <summary>Where the members of a shape stand in its picture: squares, circles, and the lines between them.</summary>
sealed class PedigreeLayout
{
    const int Step = 46;
    const int Generation = 56;
    const int Margin = 24;

    /// <param name="Id">In the pedigree.</param>
    /// <param name="X">The middle.</param>
    /// <param name="Y">The middle.</param>
    /// <param name="IsMale">A square; else a circle.</param>
    /// <param name="IsTyped">Filled.</param>
    public sealed record Symbol(string Id, int X, int Y, bool IsMale, bool IsTyped)
    {
        public bool IsMissing => Id == FamilyKind.Missing;
    }

    public sealed record Line(int X1, int Y1, int X2, int Y2);

    public List<Symbol> Symbols { get; } = [];
    public List<Line> Lines { get; } = [];
    public int Width { get; }
    public int Height { get; }

    public PedigreeLayout(FamilyKind kind, Sex childSex)
    {
        var pedigree = kind.With(childSex);
        var top = pedigree.IndexOf("grandfather") >= 0 ? Generation : 0;
        string[][] rows =
        [
            ["grandfather", "grandmother"], ["uncle", "father", "mother"], ["sister", "brother", FamilyKind.Missing],
        ];
        foreach (var (generation, row) in rows.Index())
        {
            var present = row.Where(it => pedigree.IndexOf(it) >= 0).ToList();
            // Children hang under the middle of their parents; with an uncle these stand further right.
            var centre = generation == 2 ? CentreOf("father", "mother") : present.Contains("uncle") ? Step * 3 / 2
                : Step;
            foreach (var (index, id) in present.Index())
            {
                var member = pedigree.Members[pedigree.IndexOf(id)];
                var x = Margin + centre + (2 * index - present.Count + 1) * Step / 2;
                var y = Margin + (generation - 1) * Generation + top;
                Symbols.Add(new(id, x, y, member.Sex == Sex.Male, kind.IsTyped(id)));
            }
        }
        Join("grandfather", "grandmother", ["uncle", "father"]);
        Join("father", "mother", ["sister", "brother", FamilyKind.Missing]);
        (Width, Height) = (Symbols.Max(it => it.X) + Margin, Symbols.Max(it => it.Y) + Margin);
    }

    Symbol? Find(string id) => Symbols.FirstOrDefault(it => it.Id == id);

    int CentreOf(string one, string other) => (Find(one)!.X + Find(other)!.X) / 2 - Margin;

    /// <summary>The line of a couple, and from its middle those to the children.</summary>
    void Join(string father, string mother, string[] children)
    {
        if (Find(father) is not { } left || Find(mother) is not { } right) return;
        Lines.Add(new(left.X, left.Y, right.X, right.Y));
        var own = children.Select(Find).OfType<Symbol>().ToList();
        var middle = (left.X + right.X) / 2;
        var bar = left.Y + Generation / 2;
        Lines.Add(new(middle, left.Y, middle, bar));
        Lines.Add(new(Math.Min(middle, own.Min(it => it.X)), bar, Math.Max(middle, own.Max(it => it.X)), bar));
        Lines.AddRange(own.Select(it => new Line(it.X, bar, it.X, it.Y)));
    }
}
