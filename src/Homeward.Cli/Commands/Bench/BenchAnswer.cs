namespace Homeward.Cli.Commands.Bench;

/// <summary>What <c>homeward bench search</c> measured, property by property as JSON has it.</summary>
/// <param name="Machine">What the program ran on.</param>
/// <param name="Limits">What a core can do at most; null without AVX-512 VBMI.</param>
/// <param name="Scan">Rates by kernel, kind of family and cores.</param>
/// <param name="Compile">Rates by kind of family, on one core.</param>
/// <param name="Explain">Candidates explained by kind of family: alternatives, inconsistencies, markers.</param>
/// <param name="National">All against all from saved files, and one child against all families.</param>
sealed record BenchAnswer(
    BenchAnswer.MachineMeasured Machine,
    BenchAnswer.MachineLimits? Limits,
    IReadOnlyList<BenchAnswer.ScanRate> Scan,
    IReadOnlyList<BenchAnswer.CompileRate> Compile,
    IReadOnlyList<BenchAnswer.ExplainRate> Explain,
    BenchAnswer.NationalRun National)
{
    /// <param name="Cores">That the program may use.</param>
    /// <param name="Architecture">Of the processor.</param>
    /// <param name="Runtime">Version of .NET.</param>
    /// <param name="Kernels">Available here, the slowest first.</param>
    /// <param name="Kernel">The one used where none is named.</param>
    /// <param name="ReadGigabytesPerSecond">One core reading memory that no cache holds.</param>
    public sealed record MachineMeasured(
        int Cores, string Architecture, string Runtime, IReadOnlyList<string> Kernels, string Kernel,
        double ReadGigabytesPerSecond);

    /// <param name="ShufflesPerSecond">Two-register byte shuffles of one core, in registers, in units of 10⁹.</param>
    /// <param name="StepsPerSecond">Load, shuffle and saturating addition together, from the first-level cache, in
    /// units of 10⁹.</param>
    /// <param name="MostPairsPerSecond">What the steps allow when all 24 markers are added up, in units of 10⁹.</param>
    public sealed record MachineLimits(double ShufflesPerSecond, double StepsPerSecond, double MostPairsPerSecond);

    /// <param name="Kernel">Its name.</param>
    /// <param name="Family">Kind of family.</param>
    /// <param name="Cores">Used at once.</param>
    /// <param name="PairsPerSecond">In units of 10⁹: the quickest of nine runs.</param>
    /// <param name="PairsPerProcessorSecond">Of one core, by processor time; other work disturbs it less.</param>
    /// <param name="AllMarkersPerProcessorSecond">The same when no block is left early.</param>
    /// <param name="ShareOfLimit">Of these the share of <see cref="MachineLimits.MostPairsPerSecond"/>; null for other
    /// kernels than the one that it is for.</param>
    /// <param name="MemoryGigabytesPerSecond">Children's bytes that pass from memory: each block once for 128
    /// families.</param>
    /// <param name="SurvivorsPerMillion">Pairs left to the exact calculation.</param>
    public sealed record ScanRate(
        string Kernel,
        string Family,
        int Cores,
        double PairsPerSecond,
        double PairsPerProcessorSecond,
        double AllMarkersPerProcessorSecond,
        double? ShareOfLimit,
        double MemoryGigabytesPerSecond,
        double SurvivorsPerMillion);

    /// <param name="Family">Kind of family.</param>
    /// <param name="Families">How many were compiled.</param>
    /// <param name="FamiliesPerSecond">On one core, what is remembered building up from nothing.</param>
    /// <param name="FamiliesPerProcessorSecond">The same by processor time.</param>
    public sealed record CompileRate(
        string Family, int Families, double FamiliesPerSecond, double FamiliesPerProcessorSecond);

    /// <param name="Family">Kind of family.</param>
    /// <param name="MillisecondsEach">Of one core, by processor time.</param>
    public sealed record ExplainRate(string Family, double MillisecondsEach);

    /// <param name="Children">How many.</param>
    /// <param name="Families">How many.</param>
    /// <param name="Threshold">log10.</param>
    /// <param name="BuildSeconds">Index files with all families compiled; null when an earlier run did it.</param>
    /// <param name="BuildProcessorSeconds">Of all cores together; other work on the machine disturbs it less.</param>
    /// <param name="FileGigabytes">Of the compiled tables.</param>
    /// <param name="SearchSeconds">From opening the files to the ranked list.</param>
    /// <param name="SearchProcessorSeconds">Of all cores together.</param>
    /// <param name="OpenSeconds">Of these: children and families, their checksums looked at.</param>
    /// <param name="ScanSeconds">Of these: the scan, every tile's checksum looked at, and exact LRs.</param>
    /// <param name="ExplainSeconds">Of these: ranking, and alternatives and inconsistencies of each child's best
    /// rank.</param>
    /// <param name="Survivors">Pairs calculated exactly.</param>
    /// <param name="Candidates">Pairs at or over the threshold.</param>
    /// <param name="TrueFamilies">Children whose family is there.</param>
    /// <param name="TrueFamiliesFound">Of these, found.</param>
    /// <param name="PeakGigabytes">Largest working set of the process; null where the system does not tell.</param>
    /// <param name="OneChildMedianMs">One child against all families, ranked with exact LR, warm.</param>
    /// <param name="OneChildSlowestMs">The slowest one in a hundred.</param>
    public sealed record NationalRun(
        int Children,
        int Families,
        double Threshold,
        double? BuildSeconds,
        double? BuildProcessorSeconds,
        double FileGigabytes,
        double SearchSeconds,
        double SearchProcessorSeconds,
        double OpenSeconds,
        double ScanSeconds,
        double ExplainSeconds,
        int Survivors,
        int Candidates,
        int TrueFamilies,
        int TrueFamiliesFound,
        double? PeakGigabytes,
        double OneChildMedianMs,
        double OneChildSlowestMs);
}
