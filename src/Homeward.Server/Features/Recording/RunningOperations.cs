using Homeward.Cases.Operations;
using Homeward.Server.Security;
using Homeward.Storage.Operations;

namespace Homeward.Server.Features.Recording;

/// <summary>The operations under which results can be recorded now.</summary>
static class RunningOperations
{
    const int Latest = 10;

    public static async Task<IReadOnlyList<Operation>> OfAsync(Case cases, CancellationToken cancel)
    {
        var store = new OperationStore(cases.Session);
        var running = new List<Operation>();
        foreach (var operation in (await store.ListAsync(cancel)).TakeLast(Latest).Reverse())
            if (await store.FindAsync(operation.Id, cancel) is { } facts
                && OperationPhase.Of(facts, cases.Now).TakesResults)
                running.Add(operation);
        return running;
    }
}
