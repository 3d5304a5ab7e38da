using Homeward.Genetics.Markers;

namespace Homeward.Cli.Commands.Reference;

static class KindWords
{
    public static string Of(MarkerKind kind) => kind switch
    {
        MarkerKind.Autosomal => "autosomal",
        MarkerKind.X => "X-chromosomal",
        MarkerKind.Y => "Y-chromosomal",
        MarkerKind.Amelogenin => "sex marker",
    };
}
