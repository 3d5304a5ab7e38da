using System.Collections;

namespace Homeward.Genetics.Primitives;

/// <summary>Collects what is wrong with an input: the first thousand written out, all of them counted.</summary>
public sealed class Problems : IReadOnlyCollection<Problem>
{
    public const int WrittenOut = 1000;
    readonly List<Problem> _first = [];

    /// <summary>How many there are, written out or not.</summary>
    public int Total { get; private set; }

    /// <summary>How many are written out, at most <see cref="WrittenOut"/>.</summary>
    public int Count => _first.Count;

    public bool Any => Total > 0;

    public void Add(string place, string what)
    {
        Total++;
        if (_first.Count < WrittenOut) _first.Add(new(place, what));
    }

    public void AddAll(Problems others)
    {
        foreach (var problem in others._first)
            if (_first.Count < WrittenOut) _first.Add(problem);
        Total += others.Total;
    }

    public IEnumerator<Problem> GetEnumerator() => _first.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
