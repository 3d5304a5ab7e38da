using BenchmarkDotNet.Running;
using Homeward.Benchmarks.Kernels;

if (args is ["kernels"]) KernelTimes.Print(Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
