using System.CommandLine;
using System.Data.Common;
using Homeward.Cases.Access;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Homeward.Storage.Postgres;
using Npgsql;
using Spectre.Console;

namespace Homeward.Cli.Commands.Installations;

/// <summary><c>homeward init</c>: a new installation for real data.</summary>
static class InitCommand
{
    public const string Examples =
        "homeward init --agency \"Example City police\" --administrator \"Ann Example\" --administrator \"Ben Example\""
        + " --approver \"Cao Example\" --operator desk --analyst lab-1 --analyst lab-2\n"
        + "homeward init --profile intl --region 704 --agency \"Example office\" --administrator \"Ann Example\""
        + " --administrator \"Ben Example\" --approver \"Cao Example\" --operator desk --operator night-desk";

    /// <param name="Data">The folder.</param>
    /// <param name="Profile">Code of the jurisdiction profile.</param>
    /// <param name="Database"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="Operators">As whom the command line may act.</param>
    /// <param name="Role">Theirs.</param>
    /// <param name="Analysts">Those who act as analysts.</param>
    sealed record Answer(
        string Data, string Profile, string Database, IReadOnlyList<string> Operators, Role Role,
        IReadOnlyList<string> Analysts);

    public static Command Create()
    {
        var data = DataFolder.Option();
        var postgres = new Option<string?>("--postgres")
        {
            Description = "Connection string of the application's role, to keep cases and audit log in PostgreSQL",
            HelpName = "CONNECTION",
        };
        var owner = new Option<string?>("--postgres-owner")
        {
            Description = "Connection string of the database's owner; used once, kept nowhere",
            HelpName = "CONNECTION",
        };
        var command = new Command("init", "Make a new installation: databases, keys, jurisdiction, first people")
        {
            data,
        };
        var options = new InitOptions(command);
        command.Add(postgres);
        command.Add(owner);
        command.Add(CommonOptions.Json());
        command.SetAction((parse, cancel) => Run(
            Terminal.Of(parse), new(parse.GetValue(data)!), options,
            (parse, parse.GetValue(postgres), parse.GetValue(owner)), cancel));
        return command;
    }

    static async Task<int> Run(
        Terminal terminal, DataFolder folder, InitOptions options,
        (ParseResult Parse, string? Postgres, string? Owner) given, CancellationToken cancel)
    {
        var refusals = new Refusals(terminal);
        if (OutputFolder.Refusal(folder.Path, [], force: false) is { } exists) refusals.Add(folder.Path, "", exists);
        if ((given.Postgres is null) != (given.Owner is null))
            refusals.Add("--postgres", "", "--postgres and --postgres-owner are given together");
        var places = given is { Postgres: { } application, Owner: { } owner }
            ? PostgresOf(application, owner, refusals) : null;
        if (options.Read(given.Parse, refusals) is not { } plan || refusals.Any) return refusals.Refuse();
        try
        {
            var answer = await OutputFolder.FillAsync(
                folder.Path, partial => MakeAsync(new(partial), plan, places, cancel));
            return terminal.Answer(answer with { Data = folder.Path }, console => Draw(console, folder, plan, answer));
        }
        catch (DbException e)
        {
            return terminal.Refuse("--postgres", "no installation was made: " + e.Message);
        }
    }

    sealed record Places(
        InstallationFile.PostgresPart Application, PostgresCases OwnersCases, PostgresAuditDatabase OwnersAudit);

    static Places? PostgresOf(string application, string owner, Refusals refusals)
    {
        try
        {
            if (new NpgsqlConnectionStringBuilder(application).Username is { Length: > 0 } role
                && new NpgsqlConnectionStringBuilder(owner).Username is { Length: > 0 } owning && owning != role)
                return new(new(application, role), new(owner, role), new(owner, role));
            refusals.Add("--postgres", "", "both connections name a role (Username=…), and not the same: the "
                + "application's role owns nothing");
        }
        catch (ArgumentException)
        {
            refusals.Add("--postgres", "", "is no connection string, such as Host=…;Database=…;Username=…");
        }
        return null;
    }

    static async Task<Answer> MakeAsync(
        DataFolder folder, NewInstallation plan, Places? places, CancellationToken cancel)
    {
        var clock = TimeProvider.System;
        var file = new InstallationFile { Operators = [], Postgres = places?.Application };
        if (places is null) await OpenCases.CreateAsync(folder.CaseLocation, folder.AuditDatabase, cancel);
        else await OpenCases.CreateAsync(places.OwnersCases, places.OwnersAudit, cancel);
        await using (var open = await OpenCases.OpenAsync(folder, file, clock, cancel))
            file = file with { Operators = await plan.SettleAsync(open.Cases, clock, cancel) };
        GeneDatabase.Create(folder.GeneLocation, folder.EpochKeys, clock);
        using (CheckpointKey.OpenOrCreate(folder.CheckpointKey)) file.Write(folder.InstallationPath);
        return new(
            folder.Path, plan.Profile.Code, places is null ? "sqlite" : "postgres", plan.Operators, plan.Role,
            plan.Analysts);
    }

    static void Draw(IAnsiConsole console, DataFolder folder, NewInstallation plan, Answer answer)
    {
        console.WriteLine(
            $"Made {folder.Path} for {plan.Agency}, region {plan.Region.Code} of profile {answer.Profile}; cases are "
            + (answer.Database == "postgres" ? "in PostgreSQL." : "in files of the folder."));
        console.WriteLine($"Administrators: {string.Join(", ", plan.Administrators)}. Approver: {plan.Approver}.");
        console.WriteLine(
            $"Operators of the command line: {string.Join(", ", answer.Operators)}, each as {answer.Role}, for "
            + $"{GrantRules.Longest.Days} days.");
        if (answer.Analysts.Count > 0)
            console.WriteLine(
                $"Analysts of {plan.Laboratory}: {string.Join(", ", answer.Analysts)}, for as long; give one of them "
                + "to `homeward genes … --as`.");
        console.WriteLine(
            "Whoever can read this folder can act as any operator: keep it to the account of the system that runs "
            + "Homeward. Keep its folder keys out of every backup that holds a database.");
        console.WriteLine($"Next: homeward status --data {folder.Path}");
    }
}
