using System.Globalization;
using System.Text;
using System.Xml;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Cmf;

/// <summary>Writes profiles as a CODIS import file, CMF 3.2.</summary>
/// <remarks>Drop-out probabilities have no place in the format.</remarks>
public static class CmfWriter
{
    /// <summary>Writes the file, or nothing when the format cannot hold it.</summary>
    /// <returns>Why the format cannot hold the profiles; empty when they were written.</returns>
    public static Problems Write(Stream stream, IReadOnlyList<Profile> profiles, CmfHeader header)
    {
        var problems = Refusals(profiles, header);
        if (problems.Any) return problems;
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement(CmfRules.Root, CmfRules.Namespace);
        foreach (var (name, text) in HeaderTexts(header)) xml.WriteElementString(name, CmfRules.Namespace, text);
        foreach (var profile in profiles) WriteSpecimen(xml, profile, header);
        xml.WriteEndElement();
        return problems;
    }

    static (string Name, string Text)[] HeaderTexts(CmfHeader header) =>
    [
        ("HEADERVERSION", "3.2"),
        ("MESSAGETYPE", "Import"),
        ("DESTINATIONORI", header.DestinationOri),
        ("SOURCELAB", header.SourceLab),
        ("SUBMITBYUSERID", header.SubmittedBy),
        ("SUBMITDATETIME", Date(header)),
    ];

    static string Date(CmfHeader header) =>
        header.SubmittedAt.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    static void WriteSpecimen(XmlWriter xml, Profile profile, CmfHeader header)
    {
        xml.WriteStartElement("SPECIMEN", CmfRules.Namespace);
        Element("SPECIMENID", profile.Id);
        Element("SPECIMENCATEGORY", header.SpecimenCategory);
        foreach (var (marker, alleles) in Loci(profile))
        {
            xml.WriteStartElement("LOCUS", CmfRules.Namespace);
            Element("LOCUSNAME", LocusName(marker));
            Element("READINGBY", header.SubmittedBy);
            Element("READINGDATETIME", Date(header));
            foreach (var allele in alleles)
            {
                xml.WriteStartElement("ALLELE", CmfRules.Namespace);
                Element("ALLELEVALUE", allele);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();

        void Element(string name, string text) => xml.WriteElementString(name, CmfRules.Namespace, text);
    }

    /// <summary>Every marker with its alleles as the format wants them: a homozygote once.</summary>
    static IEnumerable<(string Marker, string[] Alleles)> Loci(Profile profile) =>
        profile.Genotypes.Select(it => (it.Key, Alleles: it.Value.IsHomozygous
                ? [it.Value.Low.ToString()]
                : it.Value.ToString().Split('/')))
            .Concat(profile.Unused.Select(it => (it.Key, Alleles: it.Value.Split('/'))))
            .OrderBy(it => it.Key, StringComparer.Ordinal);

    static string LocusName(string marker) => CmfRules.LocusNames.GetValueOrDefault(marker, marker);

    static Problems Refusals(IReadOnlyList<Profile> profiles, CmfHeader header)
    {
        var problems = new Problems();
        foreach (var (name, text) in HeaderTexts(header))
            if (CmfRules.HeaderFault(name, text) is { } fault) problems.Add(name, fault);
        if (header.SpecimenCategory.Length is 0 or > CmfRules.SpecimenCategory)
            problems.Add("SPECIMENCATEGORY", "is empty or too long");
        if (profiles.Count == 0) problems.Add("", "there are no profiles; the format needs one");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < profiles.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"profile {i + 1}");
            if (!ids.Add(profiles[i].Id)) problems.Add(place, "has the name of an earlier one");
            AddRefusals(problems, place, profiles[i]);
        }
        return problems;
    }

    static void AddRefusals(Problems problems, string place, Profile profile)
    {
        if (profile.Id.Length is 0 or > CmfRules.SpecimenId || profile.Id != profile.Id.Trim()
            || !IsXml(profile.Id))
            problems.Add(
                place, $"has a name that is not 1 to {CmfRules.SpecimenId} characters of XML without spaces around");
        var loci = 0;
        foreach (var (marker, alleles) in Loci(profile))
        {
            loci++;
            if (LocusName(marker).Length > CmfRules.LocusName)
                problems.Add(
                    place, $"has the marker {marker}, whose name is longer than {CmfRules.LocusName} characters");
            if (alleles.Length > CmfRules.AllelesPerLocus
                || alleles.Any(it => it.Length is 0 or > CmfRules.AlleleValue))
                problems.Add(place, $"has alleles at {marker} that the format cannot hold");
        }
        if (loci is 0 or > CmfRules.LociPerSpecimen)
            problems.Add(place, $"has {loci} markers; the format holds 1 to {CmfRules.LociPerSpecimen}");
    }

    static bool IsXml(string text) =>
        text.EnumerateRunes().All(it => !it.IsBmp || XmlConvert.IsXmlChar((char)it.Value));
}
