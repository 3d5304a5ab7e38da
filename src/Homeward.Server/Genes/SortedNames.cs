using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Identification;

namespace Homeward.Server.Genes;

/// <summary>The names of everybody who is there, and the digest over them in order.</summary>
sealed class SortedNames
{
    /// <summary>So many are sorted in before a record is written; more of them are sorted all together.</summary>
    const int Few = 1000;

    readonly HashSet<string> _come = new(StringComparer.Ordinal);
    readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    List<string> _sorted = [];
    ComparedNames? _compared;

    /// <summary>A name that is not there.</summary>
    public void Add(string name)
    {
        _compared = null;
        if (!_gone.Remove(name)) _come.Add(name);
    }

    /// <summary>A name that is there.</summary>
    public void Remove(string name)
    {
        _compared = null;
        if (!_come.Remove(name)) _gone.Add(name);
    }

    /// <summary>SHA-256 over the names in order, so that whoever doubts a record can make it again from what was live
    /// at its version.</summary>
    public ComparedNames Compared => _compared ??= new(Sorted().Count, DigestOf(_sorted));

    List<string> Sorted()
    {
        if (_come.Count + _gone.Count > Few)
        {
            _sorted = [.. _sorted.Where(it => !_gone.Contains(it)), .. _come];
            _sorted.Sort(StringComparer.Ordinal);
        }
        else
        {
            foreach (var name in _gone) _sorted.RemoveAt(_sorted.BinarySearch(name, StringComparer.Ordinal));
            foreach (var name in _come) _sorted.Insert(~_sorted.BinarySearch(name, StringComparer.Ordinal), name);
        }
        _come.Clear();
        _gone.Clear();
        return _sorted;
    }

    static string DigestOf(List<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new byte[128];
        for (var i = 0; i < names.Count; i++)
        {
            var length = Encoding.UTF8.GetBytes(names[i], line);
            if (i < names.Count - 1) line[length++] = (byte)'\n';
            hash.AppendData(line, 0, length);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
