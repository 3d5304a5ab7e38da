namespace Homeward.Server.Features.Recording;

/// <summary>One copy of a form at a time: a thumb that taps twice sends two.</summary>
sealed class FormTurn : IDisposable
{
    static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    readonly SemaphoreSlim _turn;

    FormTurn(SemaphoreSlim turn) => _turn = turn;

    public static async Task<FormTurn> OfAsync(Guid form, CancellationToken cancel)
    {
        var turn = Turns[form.ToByteArray()[^1] % Turns.Length];
        await turn.WaitAsync(cancel);
        return new(turn);
    }

    public void Dispose() => _turn.Release();
}
