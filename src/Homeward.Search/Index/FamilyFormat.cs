using System.Security.Cryptography;
using Homeward.Genetics.Primitives;

namespace Homeward.Search.Index;

/// <summary>The records of a <see cref="FamilyIndex"/> as bytes: a mark, a count, the records, a SHA-256.</summary>
/// <remarks>The relatives' profiles are a file of their own (<see cref="IndexFormat"/>).</remarks>
public static class FamilyFormat
{
    const int HashBytes = SHA256.HashSizeInBytes;

    static ReadOnlySpan<byte> Magic => "HOMEFAM1"u8;

    public static void Write(FamilyIndex families, Stream output)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Put(Magic);
        Put(BitConverter.GetBytes(families.Count));
        foreach (var record in families.Records)
        {
            Put(BitConverter.GetBytes(record.Length));
            Put(record);
        }
        output.Write(hash.GetHashAndReset());

        void Put(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            output.Write(bytes);
        }
    }

    /// <param name="file">All bytes of it.</param>
    /// <param name="relatives">The profiles that the records point to; taken over, and released by a refusal.</param>
    public static Parsed<FamilyIndex> Open(ReadOnlySpan<byte> file, ProfileIndex relatives)
    {
        var families = new FamilyIndex(relatives);
        if (TryRead(file, families)) return families;
        families.Dispose();
        var problems = new Problems();
        problems.Add("families", "is damaged: its checksum or its contents do not fit; build it again from the files");
        return problems;
    }

    static bool TryRead(ReadOnlySpan<byte> file, FamilyIndex families)
    {
        if (file.Length < Magic.Length + sizeof(int) + HashBytes || !file.StartsWith(Magic)) return false;
        if (!SHA256.HashData(file[..^HashBytes]).AsSpan().SequenceEqual(file[^HashBytes..])) return false;
        var rest = file[Magic.Length..^HashBytes];
        var count = BitConverter.ToInt32(rest);
        rest = rest[sizeof(int)..];
        for (; count > 0; count--)
        {
            if (rest.Length < sizeof(int)) return false;
            var length = BitConverter.ToInt32(rest);
            if (length < 0 || length > rest.Length - sizeof(int)) return false;
            if (!families.TryAdd(rest.Slice(sizeof(int), length).ToArray())) return false;
            rest = rest[(sizeof(int) + length)..];
        }
        return rest.Length == 0;
    }
}
