using Homeward.Cases.Access;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Kinship;
using Homeward.Storage.Genes;
using Homeward.Storage.Identification;

namespace Homeward.Cli.Commands.Genes;

/// <summary>One run of the search. In the name of an analyst it first tells the gene database what cases have to tell,
/// and afterwards takes the candidates over; without one, it searches what is there.</summary>
/// <param name="folder">The installation.</param>
/// <param name="actor">The analyst; null for genes alone.</param>
/// <param name="refusals">Told why nothing was searched.</param>
sealed class GeneSearchRun(DataFolder folder, Actor? actor, Refusals refusals)
{
    /// <summary>Null when it was refused.</summary>
    public async Task<GeneSearchAnswer?> RunAsync(
        Func<GeneDatabase, Task<GeneSearchAnswer>> search, MarkerLadders ladders, CancellationToken cancel)
    {
        if (actor is null)
        {
            await using var genes = OpenGenes.Of(folder, refusals);
            return genes is null ? null : await search(genes.Database);
        }
        await using var open = await OpenLaboratory.OfAsync(folder, actor, refusals, cancel);
        if (open is null) return null;
        var carrier = new GeneCarrier(open.Cases, open.Genes, ladders);
        await carrier.SendAsync(cancel);
        var answer = await search(open.Genes);
        await carrier.RunAsync(cancel);
        return answer;
    }
}
