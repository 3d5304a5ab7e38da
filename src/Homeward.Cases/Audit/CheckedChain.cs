namespace Homeward.Cases.Audit;

/// <summary>A chain that was read to its end.</summary>
/// <param name="Node">Whose it is.</param>
/// <param name="Length">How many entries it has.</param>
/// <param name="Head">The hash of the last, in hexadecimal.</param>
/// <param name="HeldOutside">Up to which entry a checkpoint agrees with it; 0 when none was given.</param>
public sealed record CheckedChain(string Node, long Length, string Head, long HeldOutside)
{
    /// <summary>Entries that agree with one another and with nothing outside: they could have been written anew from
    /// some place on, or cut off at the end, by somebody who can write to the log's file.</summary>
    public long NotVouchedFor => Length - HeldOutside;
}
