using System.Collections.Concurrent;
using System.Text;
using Homeward.Genetics.Pedigrees;

namespace Homeward.Search.Index;

/// <summary>Pedigrees of records, each kept ready: a nation's families need a few.</summary>
sealed class PedigreePool
{
    const int Most = 10_000;

    readonly ConcurrentDictionary<string, (Pedigree Pedigree, int[] Missing)> _known = new(StringComparer.Ordinal);

    public (Pedigree Pedigree, int[] Missing) Of(ReadOnlySpan<byte> record)
    {
        var bytes = FamilyRecord.PedigreeOf(record);
        var key = Encoding.Latin1.GetString(bytes);
        if (_known.TryGetValue(key, out var known)) return known;
        var read = FamilyRecord.ReadPedigree(bytes);
        if (_known.Count < Most) _known.TryAdd(key, read);
        return read;
    }
}
