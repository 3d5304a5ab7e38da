using Homeward.Cases.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Samples;

/// <summary>Samples, hand-overs and typings as somebody would type them past the application.</summary>
static class SampleSql
{
    public static string OfSample(Sample it) => Insert(
        "samples",
        ("id", it.Id),
        ("person_id", it.Person),
        ("consent_id", it.Consent),
        ("role", it.Role.ToString()),
        ("material", it.Material.ToString()),
        ("label", it.Label),
        ("seal", it.Seal),
        ("taken", it.Taken.Microseconds),
        ("by_id", it.By),
        ("at", it.At.Microseconds));

    public static string OfHandover(
        Sample sample, long ordinal, object from, object to, long at = long.MaxValue) => Insert(
        "sample_handovers",
        ("sample_id", sample.Id),
        ("ordinal", ordinal),
        ("from_id", from),
        ("to_id", to),
        ("seal_intact", true),
        ("seal", sample.Seal),
        ("at", at));

    public static string OfTyping(Sample sample, long ordinal, AccessionNumber? accession = null) => Insert(
        "typings",
        ("accession", (accession ?? AccessionNumber.Draw()).Text),
        ("sample_id", sample.Id),
        ("ordinal", ordinal),
        ("laboratory_id", Laboratory.Id),
        ("by_id", Analyst.Id),
        ("at", 1L));

    public static string OfDonor(object person, object donor) =>
        Insert("gene_donors", ("person_id", person), ("donor_id", donor), ("at", 1L));
}
