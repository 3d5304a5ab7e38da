namespace Homeward.Search.Kernels;

/// <summary>How to scan; none of it changes what is found.</summary>
public sealed record ScanOptions
{
    public required ScanKernel Kernel { get; init; }

    public required int Threads { get; init; }

    /// <summary>False to add up every marker even when a block is lost already.</summary>
    public bool LeaveEarly { get; init; } = true;

    /// <summary>The fastest kernel and every core.</summary>
    public static ScanOptions Fastest { get; } =
        new() { Kernel = ScanKernels.Fastest, Threads = Environment.ProcessorCount };
}
