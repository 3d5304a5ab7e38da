using System.Globalization;
using Homeward.Cases.Retention;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Jurisdictions;

/// <summary>Checks one profile and says everything that is wrong with it.</summary>
sealed class ProfileReading(JsonPlace root)
{
    public const string Format = "homeward-profile 1";

    readonly Dictionary<string, JsonPlace> _fields = root.Fields(
        ["format", "code", "name", "country", "zone", "languages", "ageRules", "offences", "clocks", "regions"],
        "retention");

    string[] _languages = [];

    /// <summary>The profile; null, or one that must not be used, when there are problems.</summary>
    public JurisdictionProfile? Result()
    {
        if (Field("format") is { } format && format.Text() is { } text && text != Format)
            format.Wrong($"is not {Format}");
        var languages = List("languages", LanguageOf, it => it.Code);
        _languages = [.. languages.Select(it => it.Code)];
        var country = Country();
        var zone = ZoneOf();
        var ageRules = List("ageRules", AgeRuleOf, it => it.Code);
        var offences = List("offences", OffenceOf, it => it.Code);
        var clocks = Clocks();
        var retention = Retention();
        var regions = RegionsOf(country);
        var code = Field("code")?.Text();
        var name = Words(Field("name"));
        if (code is null || name is null || zone is null || regions is null) return null;
        return new()
        {
            Code = code,
            Name = name,
            Country = country,
            Zone = zone,
            Languages = languages,
            AgeRules = ageRules,
            Offences = offences,
            ClockRules = clocks,
            RetentionRules = retention,
            Regions = regions,
        };
    }

    JsonPlace? Field(string name) => _fields.GetValueOrDefault(name);

    string? Country()
    {
        if (Field("country") is not { IsNull: false } place || place.Text() is not { } text) return null;
        if (text.Length == 2 && text.All(char.IsAsciiLetterUpper)) return text;
        place.Wrong("is not a country code of two capital letters");
        return null;
    }

    Zone? ZoneOf()
    {
        if (Field("zone") is not { } place || place.Text() is not { } text) return null;
        var zone = Zone.Named(text);
        if (zone is null) place.Wrong("is neither a distance such as +08:00 nor a time zone that this machine knows");
        return zone;
    }

    /// <summary>The list's values; an empty list, or a key given twice, is a problem.</summary>
    List<T> List<T>(string field, Func<JsonPlace, T?> read, Func<T, string> key)
        where T : class
    {
        var found = new List<T>();
        if (Field(field) is not { } place) return found;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in place.Items())
        {
            if (read(item) is not { } value) continue;
            if (seen.Add(key(value))) found.Add(value);
            else item.Wrong("has the code of an earlier one");
        }
        if (place.IsList && !place.Items().Any()) place.Wrong("is empty");
        return found;
    }

    static Language? LanguageOf(JsonPlace place)
    {
        var fields = place.Fields(["code", "name"]);
        var (code, name) = (fields.GetValueOrDefault("code")?.Text(), fields.GetValueOrDefault("name")?.Text());
        return code is null || name is null ? null : new(code, name);
    }

    AgeRule? AgeRuleOf(JsonPlace place)
    {
        var fields = place.Fields(["code", "childBelow", "reached", "name", "basis"]);
        var code = fields.GetValueOrDefault("code")?.Text();
        var below = Whole(fields.GetValueOrDefault("childBelow"), smallest: 1, largest: 30);
        AgeReached? reached = fields.GetValueOrDefault("reached") is { } day
            ? OneOf(day, ("birthday", AgeReached.Birthday), ("day-after-birthday", AgeReached.DayAfterBirthday))
            : null;
        var (name, basis) = (Words(fields.GetValueOrDefault("name")), Words(fields.GetValueOrDefault("basis")));
        if (code is null || below is null || reached is null || name is null || basis is null) return null;
        return new(code, below.Value, reached.Value, name, basis);
    }

    Offence? OffenceOf(JsonPlace place)
    {
        var fields = place.Fields(["code", "name", "basis"], "from", "until");
        var code = fields.GetValueOrDefault("code")?.Text();
        var (name, basis) = (Words(fields.GetValueOrDefault("name")), Words(fields.GetValueOrDefault("basis")));
        var validity = ValidityOf(place, fields);
        return code is null || name is null || basis is null ? null : new(code, validity, name, basis);
    }

    List<ClockRule> Clocks()
    {
        var rules = new List<ClockRule>();
        if (Field("clocks") is not { } place) return rules;
        foreach (var item in place.Items())
        {
            if (ClockOf(item) is not { } rule) continue;
            if (rules.Exists(it => it.Kind == rule.Kind && it.Validity.Overlaps(rule.Validity)))
                item.Wrong("holds on days on which an earlier rule of its kind holds");
            rules.Add(rule);
        }
        return rules;
    }

    List<RetentionRule> Retention()
    {
        var rules = new List<RetentionRule>();
        if (Field("retention") is not { } place) return rules;
        foreach (var item in place.Items())
        {
            if (RetentionOf(item) is not { } rule) continue;
            if (rules.Exists(it => it.Kind == rule.Kind && it.Validity.Overlaps(rule.Validity)))
                item.Wrong("holds on days on which an earlier rule of its kind holds");
            rules.Add(rule);
        }
        return rules;
    }

    RetentionRule? RetentionOf(JsonPlace place)
    {
        var fields = place.Fields(["kind", "within", "basis"], "keep", "from", "until");
        var kind = fields.TryGetValue("kind", out var named) ? Named<RetentionKind>(named) : null;
        var within = SpanOf(fields.GetValueOrDefault("within"));
        var keep = fields.TryGetValue("keep", out var kept) && !kept.IsNull ? SpanOf(kept) : null;
        var basis = Words(fields.GetValueOrDefault("basis"));
        var validity = ValidityOf(place, fields);
        return kind is null || within is null || basis is null
            ? null : new(kind.Value, keep, within.Value, validity, basis);
    }

    static ClockSpan? SpanOf(JsonPlace? place)
    {
        if (place?.Text() is not { } text) return null;
        var span = ClockSpan.Read(text);
        if (span is null) place.Wrong("is not a time in hours, days or months such as PT24H, P7D, P1M");
        return span;
    }

    ClockRule? ClockOf(JsonPlace place)
    {
        var fields = place.Fields(["kind", "start", "span", "basis"], "from", "until");
        var kind = fields.TryGetValue("kind", out var named) ? Named<ClockKind>(named) : null;
        var start = fields.TryGetValue("start", out var begun) ? Named<ClockStart>(begun) : null;
        var span = SpanOf(fields.GetValueOrDefault("span"));
        var basis = Words(fields.GetValueOrDefault("basis"));
        var validity = ValidityOf(place, fields);
        if (kind is null || start is null || span is null || basis is null) return null;
        return new(kind.Value, start.Value, span.Value, validity, basis);
    }

    Regions? RegionsOf(string? country)
    {
        if (Field("regions") is not { } place) return null;
        var all = new List<ProfileRegion>();
        var whole = place.IsList;
        foreach (var item in place.Items())
        {
            if (RegionOf(item) is { } region) all.Add(region);
            else whole = false;
        }
        if (!whole) return null;
        var parsed = Regions.From(all, country);
        foreach (var problem in parsed.Problems) place.WrongWithin(problem);
        return parsed.Value;
    }

    ProfileRegion? RegionOf(JsonPlace place)
    {
        var fields = place.Fields(["code", "iso", "name", "latitude", "longitude", "neighbours"], "parent");
        var (code, iso) = (fields.GetValueOrDefault("code")?.Text(), fields.GetValueOrDefault("iso")?.Text());
        var parent = fields.TryGetValue("parent", out var outer) && !outer.IsNull ? outer.Text() : null;
        var name = Words(fields.GetValueOrDefault("name"));
        var latitude = Degrees(fields.GetValueOrDefault("latitude"), largest: 90);
        var longitude = Degrees(fields.GetValueOrDefault("longitude"), largest: 180);
        var neighbours = fields.TryGetValue("neighbours", out var list)
            ? list.Items().Select(it => it.Text()).OfType<string>().ToArray()
            : [];
        if (code is null || iso is null || name is null || latitude is null || longitude is null) return null;
        return new()
        {
            Code = code,
            Iso = iso,
            Parent = parent,
            Name = name,
            Latitude = latitude.Value,
            Longitude = longitude.Value,
            Neighbours = neighbours,
        };
    }

    Wording? Words(JsonPlace? place)
    {
        if (place is null) return null;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, written) in place.Fields(_languages))
            if (written.Text() is { } text) words.Add(language, text);
        return _languages.Length > 0 && words.Count == _languages.Length ? new(words) : null;
    }

    static Validity ValidityOf(JsonPlace place, Dictionary<string, JsonPlace> fields)
    {
        var validity = new Validity(Day(fields.GetValueOrDefault("from")), Day(fields.GetValueOrDefault("until")));
        if (validity.From > validity.Until) place.Wrong("ends before it begins");
        return validity;
    }

    static DateOnly? Day(JsonPlace? place)
    {
        if (place is not { IsNull: false } || place.Text() is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        place.Wrong("is not a day such as 2015-08-20");
        return null;
    }

    static int? Whole(JsonPlace? place, int smallest, int largest)
    {
        if (place?.Number() is not { } number) return null;
        if (number >= smallest && number <= largest && Math.Floor(number) == number) return (int)number;
        place.Wrong($"is not a whole number from {smallest} to {largest}");
        return null;
    }

    static double? Degrees(JsonPlace? place, int largest)
    {
        if (place?.Number() is not { } number) return null;
        if (Math.Abs(number) <= largest) return number;
        place.Wrong($"is not between -{largest} and {largest} degrees");
        return null;
    }

    static TEnum? Named<TEnum>(JsonPlace place)
        where TEnum : struct, Enum =>
        OneOf(place, [.. Enum.GetValues<TEnum>().Select(it => (it.ToString(), it))]);

    static TEnum? OneOf<TEnum>(JsonPlace place, params (string Text, TEnum Value)[] known)
        where TEnum : struct, Enum
    {
        if (place.Text() is not { } text) return null;
        foreach (var (name, value) in known)
            if (name == text) return value;
        place.Wrong("is none of " + string.Join(", ", known.Select(it => it.Text)));
        return null;
    }
}
