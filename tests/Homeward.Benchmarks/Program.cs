using BenchmarkDotNet.Running;
using Homeward.Benchmarks.Assignment;
using Homeward.Benchmarks.Audit;
using Homeward.Benchmarks.Direct;
using Homeward.Benchmarks.Genes;
using Homeward.Benchmarks.Kernels;
using Homeward.Benchmarks.Likelihood;
using Homeward.Benchmarks.Statistics;

if (args is ["kernels"]) KernelTimes.Print(Console.Out);
else if (args is ["assignment"]) AssignmentTimes.Print(Console.Out);
else if (args is ["direct"]) DirectTimes.Print(Console.Out);
else if (args is ["genes"]) await ImportTimes.PrintAsync(Console.Out, 1_000_000);
else if (args is ["genes", var count]) await ImportTimes.PrintAsync(Console.Out, int.Parse(count, null));
else if (args is ["audit"]) await AuditTimes.PrintAsync(Console.Out);
else if (args is ["likelihood"]) LikelihoodTimes.Print(Console.Out);
else if (args is ["statistics"]) await StatisticsTimes.PrintAsync(Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
