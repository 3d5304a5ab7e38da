using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Profiles;

/// <summary>Writes profiles as <c>sample,marker,allele1,allele2</c>, with more columns for more alleles.</summary>
public static class TallTableWriter
{
    public static void Write(TextWriter writer, IReadOnlyList<Profile> profiles)
    {
        var columns = Math.Max(2, profiles.SelectMany(it => it.Unused.Values).Select(it => it.Split('/').Length)
            .DefaultIfEmpty().Max());
        var alleleNames = Enumerable.Range(1, columns).Select(it => FormattableString.Invariant($"allele{it}"));
        WriteRow(writer, ["sample", "marker", .. alleleNames]);
        foreach (var profile in profiles)
        {
            var rows = profile.Genotypes.Select(it => (Marker: it.Key, Alleles: it.Value.ToString()))
                .Concat(profile.Unused.Select(it => (Marker: it.Key, Alleles: it.Value)))
                .OrderBy(it => it.Marker, StringComparer.Ordinal).ToList();
            if (rows.Count == 0) rows.Add(("AMEL", ""));         // the sample is there, untyped
            foreach (var (marker, alleles) in rows)
                WriteRow(writer, [profile.Id, marker, .. Padded(alleles.Split('/'), columns)]);
        }
    }

    static IEnumerable<string> Padded(string[] alleles, int columns) =>
        alleles.Concat(Enumerable.Repeat("", columns - alleles.Length));

    static void WriteRow(TextWriter writer, string[] fields)
    {
        writer.Write(string.Join(',', fields.Select(Quoted)));
        writer.Write('\n');
    }

    static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\t;")
            ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : field;
}
