using Homeward.Exchange.Frequencies;
using Homeward.Exchange.Genis;
using Homeward.Exchange.Pedigrees;
using Homeward.Exchange.Tables;

namespace Homeward.Exchange.Profiles;

/// <summary>What a table that holds no profiles may be instead, and what to do about it.</summary>
static class UnknownHeader
{
    const string Known = "Known are: "
        + "a GeneMapper table (Sample Name, Marker, Allele 1, Allele 2, …); "
        + "a tall table (sample, marker, allele1, allele2); "
        + "a wide table (sample, then a column or two for each marker); "
        + "a GENis table (Sample Name, UD1, Marker, Specimen Category, Allele 1 to Allele 8); "
        + "and CODIS CMF 3.2 (XML)";

    public static string Why(TableHeader header) =>
        GenisTable.IsMitochondrial(header) ? "this is a GENis table of mitochondrial DNA, which is not read yet"
        : header.Names[0].StartsWith("Output from Familias", StringComparison.Ordinal)
            ? "this is a Familias project, not a table of profiles: give it as families"
        : header.Names is ["1.0"]
            ? "this is no table; CODIS files of the old kind (CMF 1.0) are not read: export CMF 3.2"
        : header.IsSeparatedBySpaces ? "the header is one field: separate fields by tabs, semicolons or commas"
        : FrequencyFile.Recognizes(header) ? "this is a table of allele frequencies, not of profiles"
        : PedigreeTable.Recognizes(header) ? OfPedigree(header)
        : OfColumns(header);

    static string OfPedigree(TableHeader header) =>
        WideTable.HasMarkers(header)
            ? "this is a pedigree with its profiles; give them as two tables: the pedigree (family, individual, "
                + "father, mother, sex, sample), and the profiles (sample, then a column or two for each marker)"
            : "this is a pedigree, not a table of profiles: give it as families";

    static string OfColumns(TableHeader header)
    {
        var hasSamples = header.IndexOf(TallTable.SampleColumn) >= 0;
        if (hasSamples)
            return "there is a column of samples, but none named marker and none named like a marker (D3S1358, TH01 "
                + "…); `homeward markers` lists their names";
        if (header.IndexOf(TallTable.MarkerColumn) >= 0 || WideTable.HasMarkers(header))
            return "there is no column of samples; name the one that has their names sample (or the one of alleles "
                + "Allele, if these are frequencies)";
        return "the header is of no known format. " + Known;
    }
}
