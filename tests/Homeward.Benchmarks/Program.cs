using BenchmarkDotNet.Running;
using Homeward.Benchmarks.Assignment;
using Homeward.Benchmarks.Audit;
using Homeward.Benchmarks.Direct;
using Homeward.Benchmarks.Genes;
using Homeward.Benchmarks.Likelihood;
using Homeward.Benchmarks.People;
using Homeward.Benchmarks.Rescues;
using Homeward.Benchmarks.Statistics;

if (args is ["assignment"]) AssignmentTimes.Print(Console.Out);
else if (args is ["direct"]) DirectTimes.Print(Console.Out);
else if (args is ["genes"]) await ImportTimes.PrintAsync(Console.Out, 1_000_000);
else if (args is ["genes", var count]) await ImportTimes.PrintAsync(Console.Out, int.Parse(count, null));
else if (args is ["resident"]) await ResidentTimes.PrintAsync(Console.Out, 1_000_000, kept: null);
else if (args is ["resident", var some]) await ResidentTimes.PrintAsync(Console.Out, int.Parse(some, null), kept: null);
else if (args is ["resident", var size, var kept])
    await ResidentTimes.PrintAsync(Console.Out, int.Parse(size, null), kept);
else if (args is ["audit"]) await AuditTimes.PrintAsync(Console.Out);
else if (args is ["people"]) await SearchTimes.PrintAsync(Console.Out, 200_000);
else if (args is ["people", var many]) await SearchTimes.PrintAsync(Console.Out, int.Parse(many, null));
else if (args is ["people", var number, var owner, var application])
    await SearchTimes.PrintAsync(Console.Out, int.Parse(number, null), owner, application);
else if (args is ["rescues"]) await RescueTimes.PrintAsync(Console.Out);
else if (args is ["likelihood"]) LikelihoodTimes.Print(Console.Out);
else if (args is ["statistics"]) await StatisticsTimes.PrintAsync(Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
