using System.Text;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Search.Index;

/// <summary>A family as bytes: its pedigree, then its id and where its members' profiles are.</summary>
static class FamilyRecord
{
    public static byte[] Write(Family family, Func<Profile, int> slotOf)
    {
        var bytes = new MemoryStream();
        using var output = new BinaryWriter(bytes);
        var pedigree = Pedigree(family);
        output.Write(pedigree.Length);
        output.Write(pedigree);
        output.Write(family.Id);
        foreach (var profile in family.Profiles) output.Write(profile is null ? -1 : slotOf(profile));
        return bytes.ToArray();
    }

    /// <summary>The bytes of the pedigree, the same for families that differ only in id and profiles.</summary>
    public static ReadOnlySpan<byte> PedigreeOf(ReadOnlySpan<byte> record) =>
        record.Slice(sizeof(int), BitConverter.ToInt32(record));

    public static (Pedigree Pedigree, int[] Missing) ReadPedigree(ReadOnlySpan<byte> bytes)
    {
        using var input = new BinaryReader(new MemoryStream(bytes.ToArray()));
        var rows = new PedigreeRow[input.ReadUInt16()];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new(input.ReadString(), (Sex)input.ReadByte(), Text(input), Text(input));
        var twins = new (string, string)[input.ReadUInt16()];
        for (var i = 0; i < twins.Length; i++) twins[i] = (input.ReadString(), input.ReadString());
        var missing = new int[input.ReadUInt16()];
        for (var i = 0; i < missing.Length; i++) missing[i] = input.ReadUInt16();
        var parsed = Genetics.Pedigrees.Pedigree.From(rows, twins);
        Check.That(parsed.IsValid);
        return (parsed.Value, missing);
    }

    public static Family Read(
        ReadOnlySpan<byte> record, Pedigree pedigree, IReadOnlyList<int> missing, Func<int, Profile> profileAt)
    {
        var (id, at) = IdOf(record);
        var profiles = new Profile?[pedigree.Members.Count];
        for (var i = 0; i < profiles.Length; i++, at += sizeof(int))
        {
            var slot = BitConverter.ToInt32(record[at..]);
            if (slot >= 0) profiles[i] = profileAt(slot);
        }
        return new(id, pedigree, profiles, missing);
    }

    /// <summary>The family's id, and where its slots begin.</summary>
    public static (string Id, int SlotsAt) IdOf(ReadOnlySpan<byte> record)
    {
        var at = sizeof(int) + PedigreeOf(record).Length;
        // A BinaryWriter puts the length before the text, seven bits a byte, the lowest first.
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = record[at++];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);
        return (Encoding.UTF8.GetString(record.Slice(at, length)), at + length);
    }

    static byte[] Pedigree(Family family)
    {
        var bytes = new MemoryStream();
        using var output = new BinaryWriter(bytes);
        var members = family.Pedigree.Members;
        output.Write(checked((ushort)members.Count));
        foreach (var member in members)
        {
            output.Write(member.Id);
            output.Write((byte)member.Sex);
            output.Write(member.Father < 0 ? "" : members[member.Father].Id);
            output.Write(member.Mother < 0 ? "" : members[member.Mother].Id);
        }
        var twins = members.Index().Where(it => family.Pedigree.IdenticalTo[it.Index] != it.Index).ToArray();
        output.Write(checked((ushort)twins.Length));
        foreach (var (index, twin) in twins)
        {
            output.Write(members[family.Pedigree.IdenticalTo[index]].Id);
            output.Write(twin.Id);
        }
        output.Write(checked((ushort)family.Missing.Count));
        foreach (var missing in family.Missing) output.Write(checked((ushort)missing));
        return bytes.ToArray();
    }

    static string? Text(BinaryReader input) => input.ReadString() is { Length: > 0 } text ? text : null;
}
