using System.Text;
using CsCheck;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;

namespace Homeward.Tests.Exchange.Tables;

public sealed class TableReaderTests
{
    const string Separators = "fields are separated by tabs, semicolons or commas";

    [Theory]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a;b\r1;2\r")]
    [InlineData("a,b\n1,2")]
    [InlineData("\n\na,b\n\n1,2\n,\n\n")]
    [InlineData("a\tb\t\n1\t2\t\n")]
    [InlineData("a\tb\n1\t2\t\t\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n")]
    [InlineData(" a , b \n 1 , 2 \n")]
    public void Separators_line_ends_quotes_and_trailing_tabs_do_not_change_what_is_read(string text)
    {
        var (rows, problems) = ReadAll(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["a|b", "1|2"], rows);
        Assert.Empty(problems);
    }

    [Fact]
    public void Text_is_the_same_from_utf_8_and_utf_16_with_a_byte_order_mark()
    {
        const string Text = "样本名称,𠮷\nS1,15\n";
        Encoding[] encodings =
            [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
        foreach (var encoding in encodings)
        {
            var (rows, problems) = ReadAll([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
            Assert.Equal(["样本名称|𠮷", "S1|15"], rows);
            Assert.Empty(problems);
        }
    }

    [Fact]
    public void A_quoted_field_holds_separators_and_doubled_quotes() =>
        Assert.Equal(["a|b", "1,5|say \"x\""], ReadAll("a,b\n\"1,5\",\"say \"\"x\"\"\"\n"u8.ToArray()).Rows);

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n \r\n", "the file is empty")]
    [InlineData("a,b\n1\n", "row 2: has 1 fields where the header has 2")]
    [InlineData("a,b\r\n1,2\r\n1\r\n", "row 3: has 1 fields where the header has 2")]
    [InlineData("a,b\n1,2,3\n", "row 2: has 3 fields where the header has 2")]
    [InlineData("a,b\n\"1,2\n3,4\n", "row 2: has a quoted field that is not closed on its line")]
    [InlineData("a,b\n\"1\"x,2\n", "row 2: has text behind a closing quote; " + Separators)]
    [InlineData("a,b\n1\u0007,2\n", "row 2: has a control character")]
    [InlineData("a,b\n\0", "row 2: the file has a NUL byte, so it is not text in UTF-8 (byte 4); save it as UTF-8")]
    public void What_is_wrong_is_told_with_its_row(string text, string expected) =>
        Assert.Equal([expected], ReadAll(Encoding.UTF8.GetBytes(text)).Problems);

    [Fact]
    public void Every_faulty_row_is_told_and_the_others_are_read()
    {
        var (rows, problems) = ReadAll("a,b\n1\n1,2\n\"\n3,4,5\n"u8.ToArray());
        Assert.Equal(["a|b", "1|2"], rows);
        Assert.Equal(3, problems.Count);
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_are_told_with_their_offset()
    {
        byte[] chinese = [.. "a,b\n1,"u8, 0xB8, 0xB8, .. "\n"u8];         // two bytes of GBK
        Assert.Equal(
            ["row 2: the file is not UTF-8 (byte 6); save it as UTF-8, in Excel as \"CSV UTF-8\""],
            ReadAll(chinese).Problems);
    }

    [Theory]
    [InlineData("FF FE 61 00 2C", "row 1: the file ends in the middle of a character (byte 4)")]
    [InlineData("FF FE 61 00 00 DC", "row 1: the file is not UTF-16, though its byte-order mark says so (byte 4)")]
    [InlineData("FF FE 00 00", "row 1: the file is not UTF-16, though its byte-order mark says so (byte 2)")]
    [InlineData("61 E6 A0", "row 1: the file ends in the middle of a character (byte 1)")]
    public void A_character_cut_short_is_told(string hex, string expected) =>
        Assert.Equal([expected], ReadAll(Convert.FromHexString(hex.Replace(" ", ""))).Problems);

    [Fact]
    public void Ten_thousand_columns_are_refused()
    {
        var header = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_000)) + "\n");
        Assert.Equal(["row 1: has more than 4,096 fields"], ReadAll(header).Problems);
    }

    [Fact]
    public void A_line_of_a_gigabyte_is_refused_after_its_first_megabyte()
    {
        using var stream = new EndlessStream("a,b\n1,", 'x', 1L << 30);
        var table = new TableReader(stream);
        Assert.False(table.Read());
        Assert.Equal(
            ["row 2: the line is longer than 1,048,576 characters; reading stopped there"],
            table.Problems.Select(it => it.ToString()));
        Assert.InRange(stream.Position, 1 << 20, 4 << 20);
    }

    [Fact]
    public void Whatever_is_written_is_read_back_through_reads_of_any_size() =>
        Gen.Select(
            OneOf("a", "b", "\"", "'", ",", ";", "\t", " ", "样", "𠮷", "é").Array[0, 9]
                .Select(string.Concat).Array[3].Array[1, 30],
            OneOf(",", ";", "\t"),
            OneOf("\n", "\r", "\r\n"),
            Gen.Int[1, 50]).Sample((rows, separator, end, step) =>
        {
            var lines = rows.Select(row => string.Join(separator, row.Select(Quoted)) + end);
            var text = string.Concat(lines.Prepend(string.Join(separator, "p", "q", "r") + end));
            using var stream = new SlowStream(Encoding.UTF8.GetBytes(text), step);
            var (read, problems) = ReadAll(stream);
            Assert.Empty(problems);
            Assert.Equal(
                rows.Where(row => row.Any(IsSomething)).Select(row => string.Join('|', row.Select(it => it.Trim()))),
                read.Skip(1));
            bool IsSomething(string field) => Quoted(field).Any(c => c != separator[0] && !char.IsWhiteSpace(c));
        });

    static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static string Quoted(string field) => field.Length == 0 ? "" : "\"" + field.Replace("\"", "\"\"") + "\"";

    static (List<string> Rows, List<string> Problems) ReadAll(byte[] bytes) => ReadAll(new MemoryStream(bytes));

    static (List<string> Rows, List<string> Problems) ReadAll(Stream stream)
    {
        var table = new TableReader(stream);
        var rows = new List<string> { string.Join('|', table.Header.Names) };
        while (table.Read())
        {
            var fields = new List<string>();
            for (var i = 0; i < table.Header.Names.Count; i++) fields.Add(table[i].ToString());
            rows.Add(string.Join('|', fields));
        }
        return (rows, [.. table.Problems.Select((Problem it) => it.ToString())]);
    }
}
