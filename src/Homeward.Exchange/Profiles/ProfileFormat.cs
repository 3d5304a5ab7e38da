namespace Homeward.Exchange.Profiles;

/// <summary>The formats of profiles that Homeward reads.</summary>
public enum ProfileFormat
{
    /// <summary>GeneMapper's genotype table: a row for each sample and marker, and much beside the alleles.</summary>
    GeneMapper,

    /// <summary>A row for each sample and marker: <c>sample,marker,allele1,allele2</c>.</summary>
    TallTable,

    /// <summary>A row for each sample, a column or two for each marker.</summary>
    WideTable,

    /// <summary>A GENis bulk upload of STR profiles.</summary>
    Genis,

    /// <summary>A CODIS import file, CMF 3.2.</summary>
    CodisCmf,
}
