using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Storage.Genes;

/// <summary>A profile as bytes. Equal profiles have equal bytes, and the bytes give back the profile; its name is not
/// among them.</summary>
/// <remarks>
/// One byte for the form; eight for the drop-out probability if there is one; the count of genotypes, then each as a
/// marker and four bytes; the count of readings set aside, then each as a marker and its text. Markers stand in the
/// order of their numbers, those without a number behind them by name. Counts and numbers are LEB128.
/// </remarks>
static class ProfileCoding
{
    const byte Plain = 1;
    const byte WithDropOut = 2;
    const int BitsOfAllele = 14;
    const int OfAllele = (1 << BitsOfAllele) - 1;
    const int X = 10_000;
    const int Y = 10_001;

    public static byte[] Encode(Profile profile)
    {
        var output = new ArrayBufferWriter<byte>(256);
        output.Write([profile.DropOut > 0 ? WithDropOut : Plain]);
        if (profile.DropOut > 0)
        {
            BinaryPrimitives.WriteDoubleBigEndian(output.GetSpan(sizeof(double)), profile.DropOut);
            output.Advance(sizeof(double));
        }
        PutNumber(output, profile.Genotypes.Count);
        foreach (var (number, marker, genotype) in InOrder(profile.Genotypes))
        {
            PutMarker(output, number, marker);
            BinaryPrimitives.WriteInt32BigEndian(output.GetSpan(sizeof(int)), Packed(genotype));
            output.Advance(sizeof(int));
        }
        PutNumber(output, profile.Unused.Count);
        foreach (var (number, marker, text) in InOrder(profile.Unused))
        {
            PutMarker(output, number, marker);
            PutText(output, text);
        }
        return output.WrittenSpan.ToArray();
    }

    /// <param name="bytes">What <see cref="Encode"/> wrote; anything else is a broken invariant.</param>
    /// <param name="id">The name that the profile shall have.</param>
    public static Profile Decode(ReadOnlySpan<byte> bytes, string id)
    {
        var form = bytes[0];
        Check.That(form is Plain or WithDropOut, "the form of a profile is known");
        bytes = bytes[1..];
        var dropOut = 0.0;
        if (form == WithDropOut)
        {
            dropOut = BinaryPrimitives.ReadDoubleBigEndian(bytes);
            bytes = bytes[sizeof(double)..];
        }
        var count = TakeNumber(ref bytes);
        var genotypes = new Dictionary<string, Genotype>(count, StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            var marker = TakeMarker(ref bytes);
            genotypes.Add(marker, Unpacked(BinaryPrimitives.ReadInt32BigEndian(bytes)));
            bytes = bytes[sizeof(int)..];
        }
        count = TakeNumber(ref bytes);
        var unused = count == 0 ? null : new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (; count > 0; count--) unused!.Add(TakeMarker(ref bytes), TakeText(ref bytes));
        Check.That(bytes.IsEmpty, "a profile ends where it ends");
        return unused is null
            ? new(id, genotypes) { DropOut = dropOut }
            : new(id, genotypes) { DropOut = dropOut, Unused = unused };
    }

    static List<(int Number, string Marker, T Value)> InOrder<T>(IReadOnlyDictionary<string, T> byMarker)
    {
        var list = new List<(int Number, string Marker, T Value)>(byMarker.Count);
        foreach (var (marker, value) in byMarker) list.Add((MarkerNumbers.Of(marker), marker, value));
        list.Sort(static (a, b) => (a.Number, b.Number) switch
        {
            (0, 0) => string.CompareOrdinal(a.Marker, b.Marker),
            (0, _) => 1,
            (_, 0) => -1,
            var (one, other) => one.CompareTo(other),
        });
        return list;
    }

    static int Packed(Genotype genotype) =>
        Packed(genotype.Low) | Packed(genotype.High) << BitsOfAllele
        | (genotype.IsOneKnown ? 1 << 2 * BitsOfAllele : 0);

    static int Packed(Allele allele) => allele == Allele.X ? X : allele == Allele.Y ? Y : allele.Tenths;

    static Genotype Unpacked(int packed)
    {
        var (low, high) = (AlleleOf(packed & OfAllele), AlleleOf(packed >> BitsOfAllele & OfAllele));
        return packed >> 2 * BitsOfAllele == 1 ? Genotype.OneKnown(low) : new(low, high);
    }

    static Allele AlleleOf(int packed) =>
        packed == X ? Allele.X : packed == Y ? Allele.Y : Allele.Repeats(packed / 10, packed % 10);

    static void PutMarker(ArrayBufferWriter<byte> output, int number, string marker)
    {
        PutNumber(output, number);
        if (number == 0) PutText(output, marker);
    }

    static string TakeMarker(ref ReadOnlySpan<byte> bytes)
    {
        var number = TakeNumber(ref bytes);
        if (number == 0) return TakeText(ref bytes);
        var name = MarkerNumbers.NameOf(number);
        Check.That(name is not null, "the number is a marker's");
        return name;
    }

    static void PutText(ArrayBufferWriter<byte> output, string text)
    {
        PutNumber(output, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, output);
    }

    static string TakeText(ref ReadOnlySpan<byte> bytes)
    {
        var length = TakeNumber(ref bytes);
        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }

    static void PutNumber(ArrayBufferWriter<byte> output, int number)
    {
        for (; number > 0x7F; number >>= 7) output.Write([(byte)(number & 0x7F | 0x80)]);
        output.Write([(byte)number]);
    }

    static int TakeNumber(ref ReadOnlySpan<byte> bytes)
    {
        for (var (number, shift) = (0, 0); ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (next & 0x7F) << shift;
            if (next <= 0x7F) return number;
        }
    }
}
