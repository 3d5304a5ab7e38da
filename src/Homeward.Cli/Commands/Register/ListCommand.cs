using System.CommandLine;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage;
using Homeward.Storage.Samples;
using Spectre.Console;

namespace Homeward.Cli.Commands.Register;

/// <summary><c>homeward sample list</c>: tubes as a laboratory knows them, and nobody's name.</summary>
static class ListCommand
{
    const int MostOfOneRead = 500;

    /// <param name="Samples">The part that was asked for.</param>
    /// <param name="Total">How many there are in all.</param>
    sealed record Answer(IReadOnlyList<SampleAnswer> Samples, int Total);

    public static Command Create()
    {
        var stage = new Option<SampleStage?>("--stage")
        {
            Description = "Only those that have come so far: " + string.Join(", ", Enum.GetNames<SampleStage>()),
        };
        var skip = new Option<int>("--skip") { Description = "Pass over so many" };
        var take = new Option<int>("--take") { Description = "Show so many at most", DefaultValueFactory = _ => 50 };
        return new Command("list", "List samples, the last one taken first") { stage, skip, take }.Reading(
            Purpose.Identification,
            async (open, parse, cancel) => AnswerOf(
                await PartAsync(
                    new(open.Session), parse.GetValue(stage),
                    (Math.Max(0, parse.GetValue(skip)), Math.Clamp(parse.GetValue(take), 1, MostOfOneRead)), cancel)),
            Draw);
    }

    /// <summary>How far a sample has come is computed: those of one stage are looked for part by part.</summary>
    static async Task<Part<SampleFacts>> PartAsync(
        SampleStore store, SampleStage? stage, (int Skip, int Take) asked, CancellationToken cancel)
    {
        if (stage is null) return await store.PartAsync(asked.Skip, asked.Take, cancel);
        var found = new List<SampleFacts>();
        for (var at = 0; ; at += MostOfOneRead)
        {
            var part = await store.PartAsync(at, MostOfOneRead, cancel);
            found.AddRange(part.Rows.Where(it => it.Stage == stage));
            if (part.Rows.Count < MostOfOneRead) break;
        }
        return new([.. found.Skip(asked.Skip).Take(asked.Take)], found.Count);
    }

    static Answer AnswerOf(Part<SampleFacts> part) => new([.. part.Rows.Select(SampleAnswer.Of)], part.Total);

    static void Draw(IAnsiConsole console, Answer answer)
    {
        var table = Tables.Of("label", "given as", "stage", ">typings", "for");
        foreach (var it in answer.Samples)
            table.Add(it.Label, it.Role, it.Stage, $"{it.Accessions.Count}", string.Join(", ", it.Uses));
        console.Write(table);
        console.WriteLine($"{answer.Samples.Count:N0} of {answer.Total:N0}.");
    }
}
