using Homeward.Search.Ranking;
using Homeward.Server.Features.Calculator;
using Homeward.Server.Language;

namespace Homeward.Server.Features.Laboratory;

/// <summary>How bands and margins look.</summary>
static class BandLook
{
    public static string Of(Band band) => band switch
    {
        Band.Strong => "chip-good",
        Band.Candidate => "chip-warn",
        Band.Lead or Band.BelowLead => "",
    };

    /// <summary>The number alone.</summary>
    public static string Short(Margin margin) => (margin.IsAtLeast ? "≥ " : "") + LrWords.Of(margin.Log10);

    /// <summary>Times the next one; at least so often where nobody else is over the threshold.</summary>
    public static string Told(Words words, Margin margin) =>
        words.Say(margin.IsAtLeast ? "lab.margin.at-least" : "lab.margin.times", LrWords.Of(margin.Log10));
}
