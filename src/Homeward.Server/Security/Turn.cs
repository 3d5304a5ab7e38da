namespace Homeward.Server.Security;

/// <summary>One request about a thing at a time: copies of a form that a thumb sent twice, attempts on an account.
/// </summary>
sealed class Turn : IDisposable
{
    static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    readonly SemaphoreSlim _turn;

    Turn(SemaphoreSlim turn) => _turn = turn;

    public static async Task<Turn> OfAsync(Guid thing, CancellationToken cancel)
    {
        var turn = Turns[thing.ToByteArray()[^1] % Turns.Length];
        await turn.WaitAsync(cancel);
        return new(turn);
    }

    public void Dispose() => _turn.Release();
}
