using Homeward.Exchange.Profiles;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Cmf;

/// <summary>One CODIS import file while it is read: header, specimens, loci, alleles.</summary>
sealed class CmfFile
{
    readonly CmfElements _xml;
    readonly ProfileCollector _profiles;

    public CmfFile(CmfElements xml) => (_xml, _profiles) = (xml, new(_ => xml.Place().ToString(), xml.Problems, new()));

    void Add(CmfPlace place, string what) => _xml.Problems.Add(place.ToString(), what);

    public Parsed<IReadOnlyList<Profile>> Read()
    {
        _xml.GoToRoot();
        if (_xml.Name != CmfRules.Root || (_xml.Namespace.Length > 0 && _xml.Namespace != CmfRules.Namespace))
        {
            Add(_xml.Place(), WhyNot(_xml.Name));
            return _xml.Problems;
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
            if (rule.IsRequired && !seen.Contains(name)) Add(place, $"there is no {name}");
        return _profiles.Result();
    }

    static string WhyNot(string root) =>
        root == CmfRules.RapidRoot
            ? "this is a Rapid DNA import file, which is for arrests and not read; export the profiles as CMF 3.2"
        : root == CmfRules.Root ? $"the namespace is not {CmfRules.Namespace}, which is that of CMF 3.2"
        : root.Equals("html", StringComparison.OrdinalIgnoreCase)
            ? "this is a web page, as some programs save under the name of an Excel file; save it as \"CSV UTF-8\""
        : root == "frequencies" ? "this is a file of allele frequencies, not of profiles"
        : "this is not a CODIS import file (CMF 3.2), the only XML that is read for profiles";

    void HeaderElement(HashSet<string> seen)
    {
        var (name, place) = (_xml.Name, _xml.Place());
        if (!seen.Add(name)) Add(place, "the element is given twice");
        if (_xml.Text(CmfRules.Header[name].Longest) is { } text && CmfRules.HeaderFault(name, text) is { } fault)
            Add(place, fault);
    }

    void Specimen()
    {
        var place = _xml.Place();
        foreach (var (name, value) in _xml.Attributes()) SpecimenAttribute(place, name, value);
        var once = new Once(_xml.Problems, place);
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
            Add(place, $"has {loci} loci; there may be 1 to {CmfRules.LociPerSpecimen}");
    }

    void SpecimenAttribute(CmfPlace place, string name, string value)
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

    void WrongAttribute(CmfPlace place, string name) =>
        Add(
            place,
            $"the attribute {(name.Length <= 20 ? name : name[..20] + "…")}, or its value, is not one of the format");

    ProfileCollector.Sample? NewSample()
    {
        var place = _xml.Place();
        if (Required(CmfRules.SpecimenId) is not { } id) return null;
        if (_profiles.IsKnown(id)) Add(place, "the specimen is given a second time");
        return _profiles.SampleNamed(id);
    }

    void Locus(ProfileCollector.Sample? sample, Once specimen)
    {
        var place = _xml.Place();
        if (!specimen.Has("SPECIMENID")) Add(place, "stands before the specimen's SPECIMENID");
        foreach (var (name, value) in _xml.Attributes())
            if (name is not ("BATCHID" or "KIT") || value.Length > 32)
                WrongAttribute(place, name);
        var once = new Once(_xml.Problems, place);
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
            Add(place, $"has {alleles} alleles; there may be 1 to {CmfRules.AllelesPerLocus}");
        if (required > 1) Add(place, "has more than one required allele");
        if (areRead && sample is not null && marker is not null) _profiles.EndMarker(sample, marker);
    }

    void ReadingDate()
    {
        var place = _xml.Place();
        if (Required(CmfRules.Date) is { } text && !CmfRules.IsDate(text))
            Add(place, CmfRules.NoDate);
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
        var once = new Once(_xml.Problems, place);
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
        Add(place, "is empty");
        return null;
    }

    /// <summary>Which children an element has had, of those it may have once.</summary>
    sealed class Once(Problems problems, CmfPlace place)
    {
        readonly List<string> _seen = new(3);

        public bool Is(string child)
        {
            if (_seen.Contains(child)) return false;
            _seen.Add(child);
            return true;
        }

        public bool Has(string child) => _seen.Contains(child);

        public void Require(params ReadOnlySpan<string> children)
        {
            foreach (var child in children)
                if (!_seen.Contains(child)) problems.Add(place.ToString(), $"there is no {child}");
        }
    }
}
