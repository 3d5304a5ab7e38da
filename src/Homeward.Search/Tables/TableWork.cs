namespace Homeward.Search.Tables;

/// <summary>How much of the machine long work may take, whom it tells, and when it stops.</summary>
/// <param name="Threads">Cores.</param>
/// <param name="Done">Told the share done, 0 to 1; null for nobody.</param>
/// <param name="Cancel">The wish to stop.</param>
public sealed record TableWork(int Threads, Action<double>? Done, CancellationToken Cancel);
