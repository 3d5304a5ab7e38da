using Homeward.Exchange.Profiles;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Cmf;

/// <summary>One CODIS import file while it is read: header, specimens, loci, alleles.</summary>
sealed class CmfFile
{
    readonly CmfElements _xml;
    readonly ProfileCollector _profiles;

    public CmfFile(CmfElements xml) => (_xml, _profiles) = (xml, new(_ => xml.Place(), xml.Problems, new()));

    Problems Problems => _xml.Problems;

    public Parsed<IReadOnlyList<Profile>> Read()
    {
        _xml.GoToRoot();
        if (_xml.Name != CmfRules.Root || (_xml.Namespace.Length > 0 && _xml.Namespace != CmfRules.Namespace))
        {
            Problems.Add(_xml.Place(), _xml.Name == CmfRules.RapidRoot
                ? "this is a Rapid DNA import file, which is not read"
                : "this is not a CODIS import file (CMF 3.2)");
            return Problems;
        }
        var place = _xml.Place();
        var seen = new HashSet<string>();
        _xml.ForEachChild(() =>
        {
            if (_xml.Name == "SPECIMEN") Specimen();
            else if (CmfRules.Header.ContainsKey(_xml.Name)) HeaderElement(seen);
            else _xml.Unexpected();
        });
        foreach (var (name, rule) in CmfRules.Header)
            if (rule.IsRequired && !seen.Contains(name)) Problems.Add(place, $"there is no {name}");
        return _profiles.Result();
    }

    void HeaderElement(HashSet<string> seen)
    {
        var (name, place) = (_xml.Name, _xml.Place());
        if (!seen.Add(name)) Problems.Add(place, "the element is given twice");
        if (_xml.Text(CmfRules.Header[name].Longest) is { } text && CmfRules.HeaderFault(name, text) is { } fault)
            Problems.Add(place, fault);
    }

    void Specimen()
    {
        var place = _xml.Place();
        foreach (var (name, value) in _xml.Attributes()) SpecimenAttribute(place, name, value);
        var once = new Once(Problems, place);
        var loci = 0;
        ProfileCollector.Sample? sample = null;
        _xml.ForEachChild(() =>
        {
            switch (_xml.Name)
            {
                case "SPECIMENID" when once.Is("SPECIMENID"):
                    sample = NewSample();
                    break;
                case "SPECIMENCATEGORY" when once.Is("SPECIMENCATEGORY"):
                    Required(CmfRules.SpecimenCategory);
                    break;
                case "SPECIMENCOMMENT" when once.Is("SPECIMENCOMMENT"):
                    _xml.Text(CmfRules.SpecimenComment);
                    break;
                case "LOCUS":
                    loci++;
                    Locus(sample, once);
                    break;
                default:
                    _xml.Unexpected();
                    break;
            }
        });
        once.Require("SPECIMENID");
        once.Require("SPECIMENCATEGORY");
        if (loci is 0 or > CmfRules.LociPerSpecimen)
            Problems.Add(place, $"has {loci} loci; there may be 1 to {CmfRules.LociPerSpecimen}");
    }

    void SpecimenAttribute(string place, string name, string value)
    {
        var isRight = name switch
        {
            "SOURCEID" => value is "Yes" or "No" or "N/A",
            "CASEID" => value.Length <= 32,
            "PARTIAL" => value is "true" or "false" or "1" or "0",
            _ => false,
        };
        if (!isRight) WrongAttribute(place, name);
    }

    void WrongAttribute(string place, string name) =>
        Problems.Add(
            place,
            $"the attribute {(name.Length <= 20 ? name : name[..20] + "…")}, or its value, is not one of the format");

    ProfileCollector.Sample? NewSample()
    {
        var place = _xml.Place();
        if (Required(CmfRules.SpecimenId) is not { } id) return null;
        if (_profiles.IsKnown(id)) Problems.Add(place, "the specimen is given a second time");
        return _profiles.SampleNamed(id);
    }

    void Locus(ProfileCollector.Sample? sample, Once specimen)
    {
        var place = _xml.Place();
        if (!specimen.Has("SPECIMENID")) Problems.Add(place, "stands before the specimen's SPECIMENID");
        foreach (var (name, value) in _xml.Attributes())
            if (name is not ("BATCHID" or "KIT") || value.Length > 32)
                WrongAttribute(place, name);
        var once = new Once(Problems, place);
        var (alleles, required, areRead) = (0, 0, true);
        ProfileCollector.NamedMarker? marker = null;
        _profiles.BeginMarker();
        _xml.ForEachChild(() =>
        {
            switch (_xml.Name)
            {
                case "LOCUSNAME" when once.Is("LOCUSNAME"):
                    marker = Required(CmfRules.LocusName) is { } name ? _profiles.MarkerNamed(name) : null;
                    break;
                case "READINGBY" when once.Is("READINGBY"):
                    Required(CmfRules.ReadingBy);
                    break;
                case "READINGDATETIME" when once.Is("READINGDATETIME"):
                    ReadingDate();
                    break;
                case "ALLELE":
                    alleles++;
                    areRead &= Allele(ref required);
                    break;
                default:
                    _xml.Unexpected();
                    break;
            }
        });
        once.Require("LOCUSNAME", "READINGBY", "READINGDATETIME");
        if (alleles is 0 or > CmfRules.AllelesPerLocus)
            Problems.Add(place, $"has {alleles} alleles; there may be 1 to {CmfRules.AllelesPerLocus}");
        if (required > 1) Problems.Add(place, "has more than one required allele");
        if (areRead && sample is not null && marker is not null) _profiles.EndMarker(sample, marker);
    }

    void ReadingDate()
    {
        var place = _xml.Place();
        if (Required(CmfRules.Date) is { } text && !CmfRules.IsDate(text))
            Problems.Add(place, "is not a date and time after 1900 and before 6 June 2079");
    }

    bool Allele(ref int required)
    {
        var place = _xml.Place();
        foreach (var (name, value) in _xml.Attributes())
        {
            if (name != "ALLELEREQUIRED" || value is not ("true" or "false" or "1" or "0"))
                WrongAttribute(place, name);
            else if (value is "true" or "1") required++;
        }
        var once = new Once(Problems, place);
        var isRead = true;
        _xml.ForEachChild(() =>
        {
            if (_xml.Name == "ALLELEVALUE" && once.Is("ALLELEVALUE"))
                isRead = Required(CmfRules.AlleleValue) is { } text && _profiles.AddCell(text);
            else _xml.Unexpected();
        });
        once.Require("ALLELEVALUE");
        return isRead;
    }

    string? Required(int longest)
    {
        var place = _xml.Place();
        var text = _xml.Text(longest);
        if (text is not "") return text;
        Problems.Add(place, "is empty");
        return null;
    }

    /// <summary>Which children an element has had, of those it may have once.</summary>
    sealed class Once(Problems problems, string place)
    {
        readonly HashSet<string> _seen = [];

        public bool Is(string child) => _seen.Add(child);

        public bool Has(string child) => _seen.Contains(child);

        public void Require(params ReadOnlySpan<string> children)
        {
            foreach (var child in children)
                if (!_seen.Contains(child)) problems.Add(place, $"there is no {child}");
        }
    }
}
