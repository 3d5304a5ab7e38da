using System.Text;
using CsCheck;
using Homeward.Exchange.Cases;
using Homeward.Exchange.Familias;
using Homeward.Exchange.Frequencies;
using Homeward.Exchange.Pedigrees;
using Homeward.Exchange.Profiles;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;
using Homeward.Tests.Exchange.Profiles;

namespace Homeward.Tests.Exchange;

/// <summary>
/// Valid files, damaged at random: no reader throws, and what one accepts it can explain, which here means that it can
/// be written as a plain table and read back the same. A failure names the seed that repeats it.
/// </summary>
public sealed class FuzzTests
{
    static readonly int Rounds = Soak.Rounds(2_000);

    static readonly string[] Tokens =
    [
        "OL", "<9", "9,3", "9.x", "15/16", "-", "X", "\"", "\t", ",", ";", "\n", "\r", "\r\n\r\n", "\0", "é",
        "样", "\u2028",
        "99999999999", "-1", "0", "1e-400", "1e400", "NaN", "4000000000", "#TRUE#", "#FALSE#", "nPersons= 9", "[DVI]",
        "sep=;\n", "NA", "Allele.1", " (1)",
        "</LOCUS>", "<LOCUS>", "&lt;", "&#0;", "&x;", "<![CDATA[", "<!--", "<!DOCTYPE a>", "xmlns=\"\"", "sample",
    ];

    static readonly byte[][] Tables =
    [
        Head("Files/genemapper_genotypes_zh.txt", 40),
        Head("Files/family_search/references.csv", 45),
        Encoding.UTF8.GetBytes("sample,D3S1358 1,D3S1358 2,TH01\nS1,15,16,9.3\nS2,14,,\"6,8\"\nS3,OL,16,6/9/9.3\n"),
        Encoding.UTF8.GetBytes(
            "Sample Name\tUD1\tMarker\tSpecimen Category\tAllele 1\tAllele 2\tAllele 3\tAllele 4\tAllele 5\tAllele 6\t"
            + "Allele 7\tAllele 8\nS1\tu\tTH01\tc\t6\t9.3\t\t\t\t\t\t\nS1\tu\tFGA\tc\t20\t9.x\t\t\t\t\t\t\n"),
        Head("Foreign/Profiles/strvalidator.txt", 10),
        Head("Foreign/Profiles/forenseq-snp.csv", 20),
        Head("Foreign/Profiles/excel-sep-quoted.csv", 10),
        Head("Foreign/Profiles/wide-paren.csv", 3),
        Head("Files/codis_cmf_3_2.xml", 60).Concat("</SPECIMEN></CODISImportFile>"u8.ToArray()).ToArray(),
    ];

    static readonly byte[][] Frequencies =
    [
        Head("Foreign/Frequencies/efm-semi-comma.csv", 20), Head("Foreign/Frequencies/strmix-n.csv", 20),
        Head("Foreign/Frequencies/familias-list.txt", 30), Head("Foreign/Frequencies/familias-list-space.txt", 30),
        Head("Foreign/Frequencies/tall-locus.csv", 20),
        Encoding.UTF8.GetBytes(
            "<frequencies><marker><name>TH01</name><alleles>6</alleles><origin name=\"A\" n=\"50\">"
            + "<frequency allele=\"6\">0.4</frequency><frequency allele=\"9.3\">0.6</frequency></origin></marker>"
            + "</frequencies>"),
    ];

    static readonly byte[] Pedigrees = Head("Files/family_search/families.csv", 100);

    static readonly byte[] People = Encoding.UTF8.GetBytes(
        "number,name,sex,born,basis,citizenship,language,marks\n"
        + "P-1,SYNTHETIC One,female,2011-03..2011-05-20,appearance,VNM,vie,\"a mark, left\"\n"
        + "P-2,SYNTHETIC Two,,,,,,\n");

    static readonly byte[] Reports = Encoding.UTF8.GetBytes(
        "number,name,sex,born,last_seen,region,category\nR-1,SYNTHETIC One,M,2009,2011-05-17,440000,Abducted\n");

    static readonly byte[][] Projects = [Head("Files/pedigrees.fam", 1000), Dvi()];

    [Fact]
    public void A_damaged_file_of_profiles_is_refused_or_read_to_something_that_can_be_written_again() =>
        Damaged(Tables).Sample(
            bytes => IsExplained(ProfileFile.Read(new MemoryStream(bytes), "file"), it => it.Profiles), iter: Rounds);

    [Fact]
    public void A_damaged_pedigree_file_is_refused_or_read() =>
        Damaged([Pedigrees]).Sample(
            bytes =>
            {
                var read = PedigreeTable.Read(new MemoryStream(bytes), null);
                return read.IsValid
                    ? read.Value.Any() && read.Value.All(it => it.Samples.Keys.All(id => it.Pedigree.IndexOf(id) >= 0))
                    : read.Problems.Any;
            },
            iter: Rounds);

    [Fact]
    public void A_damaged_table_of_frequencies_is_refused_or_read_to_frequencies_that_sum_to_1() =>
        Damaged(Frequencies).Sample(
            bytes =>
            {
                var read = FrequencyFile.Read(new MemoryStream(bytes), "file");
                return !read.IsValid ? read.Problems.Any : read.Value.All(population => population.Markers.All(
                    it => Math.Abs(population.Find(it)!.Frequencies.Sum() - 1) <= 0.0201));
            },
            iter: Rounds);

    [Fact]
    public void A_damaged_Familias_project_is_refused_or_read_to_something_that_can_be_calculated_with() =>
        Damaged(Projects).Sample(
            bytes =>
            {
                var read = FamiliasReader.Read(new MemoryStream(bytes));
                return IsExplained(read, it => [.. it.Profiles, .. it.Unidentified])
                    && (!read.IsValid || read.Value.Loci.All(it => it.Male.Matrix(it.Alleles, it.Frequencies).IsValid));
            },
            iter: Rounds);

    [Fact]
    public void A_damaged_table_of_people_or_reports_is_refused_or_read() =>
        Damaged([People, Reports]).Sample(
            bytes =>
            {
                var people = PeopleTable.Read(new MemoryStream(bytes));
                var reports = ReportTable.Read(new MemoryStream(bytes));
                return (people.IsValid ? people.Value.All(it => it.Name.Length > 0) : people.Problems.Any)
                    && (reports.IsValid ? reports.Value.All(it => it.Name.Length > 0) : reports.Problems.Any);
            },
            iter: Rounds);

    static bool IsExplained<T>(Parsed<T> read, Func<T, IReadOnlyList<Profile>> profiles)
        where T : class
    {
        if (!read.IsValid) return read.Problems.Any;
        var accepted = profiles(read.Value);
        if (accepted.Count == 0) return true;
        using var writer = new StringWriter();
        TallTableWriter.Write(writer, accepted);
        var again = TestFiles.ProfilesOf(writer.ToString());
        return again.IsValid
            && again.Value.Profiles.Select(ProfileGenerator.Shown)
                .SequenceEqual(accepted.Select(ProfileGenerator.Shown));
    }

    static Gen<byte[]> Damaged(byte[][] files) =>
        Gen.Select(
            Gen.Int[0, files.Length - 1],
            Gen.Select(Gen.Int[0, 5], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 255]).Array[0, 4])
            .Select((file, edits) => edits.Aggregate(files[file], Edited));

    static byte[] Edited(byte[] bytes, (int Kind, double Place, double Length, int Value) edit)
    {
        var start = (int)(edit.Place * bytes.Length);
        var end = Math.Min(bytes.Length, start + (int)(edit.Length * 80));
        var token = Encoding.UTF8.GetBytes(Tokens[edit.Value % Tokens.Length]);
        return edit.Kind switch
        {
            0 when start < bytes.Length => [.. bytes[..start], (byte)edit.Value, .. bytes[(start + 1)..]],
            1 => bytes[..start],
            2 => [.. bytes[..end], .. bytes[start..]],
            3 => [.. bytes[..start], .. bytes[end..]],
            4 => [.. bytes[..start], .. token, .. bytes[start..]],
            _ => [.. bytes[..start], .. token, .. bytes[end..]],
        };
    }

    static byte[] Head(string path, int lines) =>
        Encoding.UTF8.GetBytes(string.Join('\n', TestFiles.Text(path).Split('\n').Take(lines)) + "\n");

    /// <summary>A DVI project of two loci and one family, cut out of the larger sample.</summary>
    static byte[] Dvi() => Encoding.UTF8.GetBytes(
        string.Join('\n', TestFiles.Text("Files/pedigrees.fam").Split('\n').Skip(70)
            .Prepend("\"Output from Familias, version 3.3.1\"\n\"\"\n3.3.1\n\"\"\n0\n\"Known relations\"\n0\n0\n0\n0"))
        + "[DVI]\n[[Unidentified persons]]\nnPersons= 1\nName= V1\nGender= Male\nnSystems= 1\nSystemName= THO1\n"
        + "Allele1= 6\nAllele2= 9.3\n[[Reference Families]]\nnFamilies= 1\nName= F\nnPersons= 1\nName= M\n"
        + "Gender= Female\nnSystems= 1\nSystemName= VWA\nAllele1= 16\nAllele2= 17\nnPedigrees= 1\n"
        + "Name= Reference pedigree\nnRelations= 1\nParent= M\nChild= Missing person\n");
}
