using Homeward.Search.Kernels;

namespace Homeward.Tests.Search.Kernels;

public sealed class ScanKernelsTests
{
    [Fact]
    public void Every_kernel_is_found_by_its_name() =>
        Assert.All(Enum.GetValues<ScanKernel>(), it => Assert.Equal(it, ScanKernels.Find(ScanKernels.NameOf(it))));

    [Fact]
    public void A_name_that_is_none_finds_nothing() => Assert.Null(ScanKernels.Find("mmx"));

    [Fact]
    public void The_scalar_kernel_is_always_there() => Assert.Equal(ScanKernel.Scalar, ScanKernels.Available[0]);

    /// <summary>Says something in the processes that <see cref="LesserProcessorTests"/> starts.</summary>
    [Fact]
    public void What_the_runtime_switched_off_is_not_offered()
    {
        if (IsOff("DOTNET_EnableAVX2")) Assert.Equal([ScanKernel.Scalar], ScanKernels.Available);
        if (IsOff("DOTNET_EnableAVX512")) Assert.DoesNotContain(ScanKernel.Vector512, ScanKernels.Available);
    }

    static bool IsOff(string variable) => Environment.GetEnvironmentVariable(variable) == "0";
}
