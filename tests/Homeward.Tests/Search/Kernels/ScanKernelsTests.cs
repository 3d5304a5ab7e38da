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
}
