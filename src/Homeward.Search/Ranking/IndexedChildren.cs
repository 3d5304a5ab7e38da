using System.Collections;
using Homeward.Search.Index;

namespace Homeward.Search.Ranking;

/// <summary>The children of an index in the order of their slots, each made when it is asked for.</summary>
public sealed class IndexedChildren : IReadOnlyList<RescuedChild>
{
    readonly ProfileIndex _index;
    readonly int[] _slots;

    public IndexedChildren(ProfileIndex index) =>
        (_index, _slots) = (index, [.. Enumerable.Range(0, index.SlotCount).Where(index.IsOccupied)]);

    public int Count => _slots.Length;

    public RescuedChild this[int number] => new(_index.ProfileAt(_slots[number]));

    public IEnumerator<RescuedChild> GetEnumerator()
    {
        for (var number = 0; number < Count; number++) yield return this[number];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
