using System.CommandLine;
using System.Security.Cryptography;
using Homeward.Cases.Audit;
using Homeward.Cases.Imports;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Exchange.Cases;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Imports;
using Spectre.Console;

namespace Homeward.Cli.Commands.Imports;

/// <summary><c>homeward import</c>: people and reports of missing people from an agency's tables.</summary>
static class ImportCommand
{
    public const string Examples =
        "homeward import people people.csv\nhomeward import reports missing.csv --as desk --json";

    /// <param name="File">As it was given.</param>
    /// <param name="Digest">SHA-256 of the file.</param>
    /// <param name="Added">Rows that are records now.</param>
    /// <param name="Unchanged">Rows that were taken in before and say the same.</param>
    sealed record Answer(string File, string Digest, int Added, int Unchanged);

    public static Command Create() =>
        new("import", "Take in an agency's table, whole or not at all: docs/guide/file-formats.md")
        {
            Of("people", "Of people: number,name,sex,born,basis,citizenship,language,marks", People),
            Of("reports", "Of missing people: number,name,sex,born,basis,marks,last_seen,region,category", Reports),
        };

    static Parsed<IReadOnlyList<ImportDraft>> People(Stream stream, CaseDrafts drafts) =>
        Drafts(PeopleTable.Read(stream), drafts.Of);

    static Parsed<IReadOnlyList<ImportDraft>> Reports(Stream stream, CaseDrafts drafts) =>
        Drafts(ReportTable.Read(stream), drafts.Of);

    static Parsed<IReadOnlyList<ImportDraft>> Drafts<T>(Parsed<IReadOnlyList<T>> rows, Func<T, ImportDraft> draft) =>
        rows.IsValid ? new Parsed<IReadOnlyList<ImportDraft>>([.. rows.Value.Select(draft)]) : rows.Problems;

    static Command Of(
        string name, string description, Func<Stream, CaseDrafts, Parsed<IReadOnlyList<ImportDraft>>> read)
    {
        var file = new Argument<string>("FILE") { Description = "The table: CSV, or separated by tabs" };
        var command = new Command(name, description) { file };
        var options = new InstallationOptions(command);
        var kind = name == "people" ? ImportKind.People : ImportKind.Reports;
        command.SetAction(async (parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            await using var open = await options.OpenAsync(parse, Purpose.Investigation, refusals, cancel);
            if (open is null) return refusals.Refuse();
            var path = parse.GetValue(file)!;
            var drafts = new CaseDrafts(open.Session.NewId);
            var digest = "";
            var rows = refusals.Take(path, InputFile.Read(path, stream =>
            {
                digest = Convert.ToHexStringLower(SHA256.HashData(stream));
                stream.Position = 0;
                return read(stream, drafts);
            }));
            if (rows is null) return refusals.Refuse();
            var outcome = await new ImportStore(open.Session).TakeInAsync(kind, digest, rows, cancel);
            if (outcome.Refusal is ImportRefusal.Rows refused) return terminal.Refuse(path, refused.Problems);
            if (outcome.Refusal is { } refusal) return terminal.Refuse(path, refusal.Reason);
            var result = outcome.Value!;
            var answer = new Answer(path, digest, result.Added, result.Unchanged);
            return terminal.Answer(answer, console => Draw(console, answer));
        });
        return command;
    }

    static void Draw(IAnsiConsole console, Answer it) => console.WriteLine(
        it.Added == 0
            ? $"Nothing changed: all {it.Unchanged:N0} rows of {it.File} were taken in before."
            : $"{it.Added:N0} rows of {it.File} are records now; {it.Unchanged:N0} were taken in before.");
}
