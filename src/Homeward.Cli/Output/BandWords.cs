using Homeward.Search.Ranking;

namespace Homeward.Cli.Output;

static class BandWords
{
    public static string Of(Band band) => band switch
    {
        Band.BelowLead => "below a lead",
        Band.Lead => "lead",
        Band.Candidate => "candidate",
        Band.Strong => "strong",
    };
}
