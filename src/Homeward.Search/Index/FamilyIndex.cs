using System.Collections;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Index;

/// <summary>
/// Many families in little memory: their relatives' profiles in an index, each family a record of a hundred bytes that
/// becomes a <see cref="Family"/> when it is asked for.
/// </summary>
/// <remarks>Not to be changed while it is read.</remarks>
public sealed class FamilyIndex : IReadOnlyList<Family>, IDisposable
{
    readonly List<byte[]> _records = [];
    readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    readonly PedigreePool _pedigrees = new();

    public FamilyIndex(CodeBook codes)
        : this(new ProfileIndex(codes)) { }

    internal FamilyIndex(ProfileIndex relatives) => Relatives = relatives;

    /// <summary>The profiles of the typed members.</summary>
    public ProfileIndex Relatives { get; }

    public int Count => _records.Count;

    public Family this[int number]
    {
        get
        {
            var record = _records[number];
            var (pedigree, missing) = _pedigrees.Of(record);
            return FamilyRecord.Read(record, pedigree, missing, Relatives.ProfileAt);
        }
    }

    /// <summary>Who belongs to a family and who is missing, without its profiles.</summary>
    public (Pedigree Pedigree, IReadOnlyList<int> Missing) PedigreeAt(int number) => _pedigrees.Of(_records[number]);

    /// <summary>A profile that belongs to two members, of one family or of two, is held once.</summary>
    /// <returns>False when a family of that id is there.</returns>
    public bool Append(Family family)
    {
        if (!_ids.Add(family.Id)) return false;
        _records.Add(FamilyRecord.Write(family, SlotOf));
        return true;
    }

    /// <summary>
    /// Takes a family out with the profiles of its members that no other family has. False when it was not there.
    /// </summary>
    public bool Remove(string id)
    {
        if (!_ids.Remove(id)) return false;
        var at = _records.FindIndex(it => FamilyRecord.IdOf(it).Id == id);
        var gone = SlotsOf(_records[at]).ToHashSet();
        _records.RemoveAt(at);
        foreach (var record in _records) gone.ExceptWith(SlotsOf(record));
        foreach (var slot in gone) Relatives.Remove(Relatives.IdOf(slot));
        return true;
    }

    /// <summary>
    /// Takes a relative's profile out, consent being withdrawn: the member counts as untyped from now on. False when no
    /// family has it.
    /// </summary>
    public bool RemoveProfile(string sample)
    {
        var slot = Relatives.SlotOf(sample);
        if (slot < 0) return false;
        for (var number = 0; number < _records.Count; number++)
        {
            if (!SlotsOf(_records[number]).Contains(slot)) continue;
            var family = this[number];
            var left = family.Profiles.Select(it => it?.Id == sample ? null : it);
            _records[number] = FamilyRecord.Write(
                new(family.Id, family.Pedigree, [.. left], family.Missing), it => Relatives.SlotOf(it.Id));
        }
        return Relatives.Remove(sample);
    }

    public bool Contains(string id) => _ids.Contains(id);

    public IEnumerator<Family> GetEnumerator()
    {
        for (var number = 0; number < Count; number++) yield return this[number];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => Relatives.Dispose();

    /// <summary>The records as they are saved.</summary>
    internal IReadOnlyList<byte[]> Records => _records;

    /// <summary>Takes over a record that was saved. False when an id comes twice or a slot holds nobody.</summary>
    internal bool TryAdd(byte[] record)
    {
        if (!_ids.Add(FamilyRecord.IdOf(record).Id)) return false;
        _records.Add(record);
        return SlotsOf(record).All(it => it < Relatives.SlotCount && Relatives.IsOccupied(it));
    }

    int SlotOf(Profile profile)
    {
        var slot = Relatives.SlotOf(profile.Id);
        return slot >= 0 ? slot : Relatives.Append(profile);
    }

    static IEnumerable<int> SlotsOf(byte[] record)
    {
        var at = FamilyRecord.IdOf(record).SlotsAt;
        for (; at < record.Length; at += sizeof(int))
            if (BitConverter.ToInt32(record.AsSpan(at)) is >= 0 and var slot) yield return slot;
    }
}
