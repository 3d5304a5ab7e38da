using Homeward.Exchange.Profiles;

namespace Homeward.Cli.Commands.Files;

static class FormatWords
{
    public static string Of(ProfileFormat format) => format switch
    {
        ProfileFormat.GeneMapper => "GeneMapper table",
        ProfileFormat.TallTable => "tall table of profiles",
        ProfileFormat.WideTable => "wide table of profiles",
        ProfileFormat.Genis => "GENis table",
        ProfileFormat.CodisCmf => "CODIS CMF 3.2",
    };
}
