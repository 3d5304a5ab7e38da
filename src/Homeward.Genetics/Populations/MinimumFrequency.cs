using System.Globalization;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Populations;

/// <summary>How rare an allele may be taken to be: a rule for the floor under every frequency of a table.</summary>
public abstract record MinimumFrequency
{
    MinimumFrequency() { }

    /// <summary>5/2N: an allele is not taken to be rarer than five copies in the sample.</summary>
    /// <remarks>National Research Council, The Evaluation of Forensic DNA Evidence (1996).</remarks>
    public sealed record FivePerCount : MinimumFrequency
    {
        const int Copies = 5;

        public override bool AppliesTo(MarkerFrequencies marker) => marker.Chromosomes is not null;

        public override double For(MarkerFrequencies marker)
        {
            Check.That(marker.Chromosomes is not null);
            return (double)Copies / marker.Chromosomes.Value;
        }

        public override string ToString() => "5/2N";
    }

    /// <summary>The same floor for every marker, above 0 and below 1.</summary>
    public sealed record Fixed : MinimumFrequency
    {
        public Fixed(double value)
        {
            Check.That(value is > 0 and < 1);
            Value = value;
        }

        public double Value { get; }

        public override bool AppliesTo(MarkerFrequencies marker) => true;
        public override double For(MarkerFrequencies marker) => Value;
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Listed frequencies stand; an allele that is not listed, or with 0, is given this one.</summary>
    public sealed record OfUnlisted : MinimumFrequency
    {
        public OfUnlisted(double value)
        {
            Check.That(value is > 0 and < 1);
            Value = value;
        }

        public double Value { get; }

        public override bool AppliesTo(MarkerFrequencies marker) => true;
        public override double For(MarkerFrequencies marker) => Value;
        public override double Raised(double listed, double floor) => listed > 0 ? listed : floor;
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Value} for alleles not listed, the others as listed");
    }

    /// <summary>What becomes of a listed frequency.</summary>
    public virtual double Raised(double listed, double floor) => Math.Max(listed, floor);

    /// <summary>Whether the table says enough for this rule.</summary>
    public abstract bool AppliesTo(MarkerFrequencies marker);

    /// <summary>The floor at a marker to which the rule applies.</summary>
    public abstract double For(MarkerFrequencies marker);

    /// <summary>Reads <c>5/2N</c>, or a number above 0 and below 1.</summary>
    public static Parsed<MinimumFrequency> From(string text)
    {
        if (string.Equals(text.Trim(), "5/2N", StringComparison.OrdinalIgnoreCase)) return new FivePerCount();
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        if (isNumber && value is > 0 and < 1) return new Fixed(value);
        var problems = new Problems();
        problems.Add("minimum frequency", "is neither 5/2N nor a number above 0 and below 1");
        return problems;
    }
}
