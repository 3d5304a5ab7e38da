using System.Collections;

namespace Homeward.Tests.Storage.Genes;

/// <summary>A list whose reader dies after some items: so a transaction ends in the middle.</summary>
sealed class Dying<T>(IReadOnlyList<T> items, int after, Action? meanwhile = null) : IReadOnlyList<T>
{
    public sealed class Killed : Exception;

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var item in items.Take(after)) yield return item;
        meanwhile?.Invoke();
        throw new Killed();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
