using System.Buffers;
using System.Security.Cryptography;
using CsCheck;
using Homeward.Genetics.Primitives;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Tests.Search.Index;

public sealed class IndexFormatTests
{
    [Fact]
    public void A_saved_index_holds_the_same_profiles_in_the_same_slots() =>
        Gen.Select(MadeUpSearch.Gen, Gen.Int[0, 1100]).Sample((search, slots) =>
        {
            var book = search.Book();
            using var index = search.Index(book, slots);
            using var opened = Opened(Bytes(index), book).Value!;
            return opened.ProfileCount == index.ProfileCount && opened.Blocks.Span.SequenceEqual(index.Blocks.Span)
                && Enumerable.Range(0, slots).All(slot => index.IsOccupied(slot)
                    ? ProfileIndexTests.Same(index.ProfileAt(slot), opened.ProfileAt(slot))
                    : !opened.IsOccupied(slot));
        }, iter: 40);

    [Fact]
    public void The_same_profiles_give_the_same_bytes()
    {
        var (book, bytes) = Saved();
        using var opened = Opened(bytes, book).Value!;
        Assert.Equal(bytes, Bytes(opened));
    }

    [Fact]
    public void An_opened_index_can_be_added_to_and_removed_from()
    {
        var (book, bytes) = Saved();
        using var opened = Opened(bytes, book).Value!;
        var added = new MadeUpSearch(6, 9).Profile(book, "new");
        for (var i = 0; i < 600; i++) opened.Append(added with { Id = $"new{i}" });
        Assert.True(opened.Remove("P7"));

        using var again = Opened(Bytes(opened), book).Value!;

        Assert.True(ProfileIndexTests.Same(added with { Id = "new599" }, again.ProfileAt(again.SlotOf("new599"))));
        Assert.Equal(-1, again.SlotOf("P7"));
    }

    [Fact]
    public void Any_flipped_bit_is_refused()
    {
        var (book, bytes) = Saved();
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 7]).Sample((at, bit) =>
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= (byte)(1 << bit);
            return !Opened(damaged, book).IsValid;
        });
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var (book, bytes) = Saved();
        Gen.Int[0, bytes.Length - 1].Sample(length => !Opened(bytes[..length], book).IsValid);
    }

    [Fact]
    public void Another_version_is_refused_and_named()
    {
        var (book, bytes) = Saved();
        bytes[8]++;
        Assert.Contains("another format version", WhyRefused(Rehashed(bytes), book), StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_built_with_another_code_book_is_refused_and_named() =>
        Assert.Contains("other markers or frequencies", WhyRefused(Saved().Bytes, new MadeUpSearch(6, 4).Book()),
            StringComparison.Ordinal);

    /// <summary>A forged checksum cannot make the scan read beside its tables or crash.</summary>
    [Fact]
    public void Forged_bytes_with_a_fitting_checksum_are_refused_or_harmless()
    {
        var (book, bytes) = Saved();
        var everybody = ScanTable.Of(book, new double[book.Markers.Count * MarkerCodes.Count], -1);
        Gen.Select(Gen.OneOf(Gen.Int[8, 63], Gen.Int[4096, bytes.Length - 1]), Gen.Byte).Sample((at, value) =>
        {
            var forged = bytes.ToArray();
            forged[at] = value;
            if (Opened(Rehashed(forged), book).Value is not { } opened) return true;
            using (opened)
                return Scan.Run([everybody], opened, ScanOptions.Fastest)
                    .All(hit => opened.ProfileAt(hit.Slot).Genotypes.Count <= book.Markers.Count);
        });
    }

    /// <summary>The first code, occupied bits and id length, saying what no index ever says.</summary>
    [Theory]
    [InlineData(FirstCode, 125)]
    [InlineData(FirstCode, 200)]
    [InlineData(FirstCode, (int)MarkerCodes.Shared)]
    [InlineData(FirstCode + 6 * 512, 0)]
    [InlineData(FirstId, 0)]
    [InlineData(FirstId, 255, 255, 255, 255, 255)]               // no length that is a number
    [InlineData(FirstId, 255, 255, 255, 255, 15)]                // a length of −1
    [InlineData(FirstId, 255, 255, 255, 255, 7)]                 // a length beyond the end
    public void Contradictions_are_refused_even_with_a_fitting_checksum(int at, params int[] values)
    {
        var (book, bytes) = Saved();
        Assert.NotEqual((byte)values[0], bytes[at]);
        values.Select(it => (byte)it).ToArray().CopyTo(bytes, at);
        Assert.Contains("contradicts itself", WhyRefused(Rehashed(bytes), book), StringComparison.Ordinal);
    }

    const int FirstCode = 4096;
    const int FirstId = FirstCode + 6 * 512 + 64;

    static (CodeBook Book, byte[] Bytes) Saved()
    {
        var search = new MadeUpSearch(6, 11);
        var book = search.Book();
        using var index = new ProfileIndex(book);
        for (var i = 0; i < 20; i++) index.Append(search.Profile(book, $"P{i}"));
        index.Remove("P3");
        return (book, Bytes(index));
    }

    static byte[] Bytes(ProfileIndex index)
    {
        var output = new MemoryStream();
        IndexFormat.Write(index, output);
        return output.ToArray();
    }

    static byte[] Rehashed(byte[] bytes)
    {
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32)).CopyTo(bytes, bytes.Length - 32);
        return bytes;
    }

    static Parsed<ProfileIndex> Opened(byte[] bytes, CodeBook book)
    {
        var memory = new AlignedMemory(bytes.Length);
        bytes.CopyTo(memory.Span);
        return IndexFormat.Open(memory, book);
    }

    static string WhyRefused(byte[] bytes, CodeBook book) => Assert.Single(Opened(bytes, book).Problems).What;
}
