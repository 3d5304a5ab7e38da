namespace Homeward.Search.Kernels;

/// <summary>The ways to scan a block; all give the same survivors.</summary>
public enum ScanKernel
{
    Scalar,
    Vector256,
    Vector512,
}

/// <summary>Which kernels this processor has.</summary>
public static class ScanKernels
{
    /// <summary>From the slowest, which is always there, to the fastest.</summary>
    public static IReadOnlyList<ScanKernel> Available { get; } = [.. Enum.GetValues<ScanKernel>().Where(IsAvailable)];

    public static ScanKernel Fastest => Available[^1];

    public static string NameOf(ScanKernel kernel) => kernel switch
    {
        ScanKernel.Scalar => "scalar",
        ScanKernel.Vector256 => "avx2",
        ScanKernel.Vector512 => "avx512-vbmi",
    };

    /// <summary>The kernel of that name, available or not; null when there is none.</summary>
    public static ScanKernel? Find(string name) =>
        Enum.GetValues<ScanKernel>().Select(it => (ScanKernel?)it)
            .FirstOrDefault(it => string.Equals(NameOf(it!.Value), name, StringComparison.OrdinalIgnoreCase));

    static bool IsAvailable(ScanKernel kernel) => kernel switch
    {
        ScanKernel.Scalar => true,
        ScanKernel.Vector256 => Vector256Kernel.IsSupported,
        ScanKernel.Vector512 => Vector512Kernel.IsSupported,
    };
}
