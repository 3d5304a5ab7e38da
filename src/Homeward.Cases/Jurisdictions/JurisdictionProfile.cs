using Homeward.Cases.Retention;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Jurisdictions;

/// <summary>What differs from one country to the next, read from a file: who is a child, which offences there are, by
/// when things must be done, the regions, the languages, the days.</summary>
public sealed record JurisdictionProfile
{
    /// <summary><c>cn</c>.</summary>
    public required string Code { get; init; }

    public required Wording Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null for a profile that belongs to no country.</summary>
    public required string? Country { get; init; }

    public required Zone Zone { get; init; }

    /// <summary>The first is the one in which bases are written down with clocks.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>The first is the one a bulletin's sentences use; all stand side by side in its tables.</summary>
    public required IReadOnlyList<AgeRule> AgeRules { get; init; }

    public required IReadOnlyList<Offence> Offences { get; init; }
    public required IReadOnlyList<ClockRule> ClockRules { get; init; }

    /// <summary>Empty where nothing has to go.</summary>
    public required IReadOnlyList<RetentionRule> RetentionRules { get; init; }

    public required Regions Regions { get; init; }

    /// <summary>The People's Republic of China, with the joint notice of 2015.</summary>
    public static JurisdictionProfile China => Shipped.China;

    /// <summary>For use outside any one country: the age of 18 and no national certificates.</summary>
    public static JurisdictionProfile International => Shipped.International;

    /// <summary>The profiles that come with Homeward.</summary>
    public static IReadOnlyList<JurisdictionProfile> All => [China, International];

    /// <summary>The shipped profile of this code; null when there is none.</summary>
    public static JurisdictionProfile? Find(string code) => All.FirstOrDefault(it => it.Code == code);

    /// <returns>The profile, or every problem in the file; the place of a problem is its JSON path.</returns>
    public static Parsed<JurisdictionProfile> Read(ReadOnlyMemory<byte> utf8)
    {
        var findings = new JsonPlace.Findings();
        var profile = JsonPlace.Root(utf8, findings) is { } root ? new ProfileReading(root).Result() : null;
        if (findings.Problems.Any) return findings.Problems;
        Check.That(profile is not null);
        return profile;
    }

    /// <summary>The age rule of this code; null when the profile has none.</summary>
    public AgeRule? AgeRule(string code) => AgeRules.FirstOrDefault(it => it.Code == code);

    /// <summary>The rule for a kind of clock on a day; null when none runs.</summary>
    public ClockRule? ClockRule(ClockKind kind, DateOnly day) =>
        ClockRules.FirstOrDefault(it => it.Kind == kind && it.Validity.Holds(day));

    /// <summary>The rule for what ended on a day; null when none holds.</summary>
    public RetentionRule? RetentionRule(RetentionKind kind, DateOnly day) =>
        RetentionRules.FirstOrDefault(it => it.Kind == kind && it.Validity.Holds(day));

    static class Shipped
    {
        public static readonly JurisdictionProfile China = Embedded("cn.json");
        public static readonly JurisdictionProfile International = Embedded("intl.json");

        static JurisdictionProfile Embedded(string name)
        {
            using var stream = typeof(JurisdictionProfile).Assembly.GetManifestResourceStream(name);
            Check.That(stream is not null, name);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var parsed = Read(bytes);
            Check.That(parsed.IsValid, string.Join("; ", parsed.Problems));
            return parsed.Value;
        }
    }
}
