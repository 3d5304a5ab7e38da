using System.CommandLine;
using Homeward.Cases.Access;
using Homeward.Cli.Commands.Genes;
using Homeward.Cli.Inputs;
using Homeward.Server.Accounts;
using Homeward.Server.Genes;
using Homeward.Storage;

namespace Homeward.Cli.Commands.Serve;

/// <summary>How the genes of a folder are searched while its pages are served.</summary>
sealed class ServedGenes
{
    /// <summary>As `genes search` is given most often; another one has to be said at both.</summary>
    const string DefaultPopulation = "china-han";

    readonly AssumptionOptions _assumptions;
    readonly ActingOptions _acting;

    public ServedGenes(Command command)
    {
        _acting = new(command, isRequired: false);
        _assumptions = new(command, DefaultPopulation);
    }

    /// <summary>The options as they were given.</summary>
    public sealed record Asked(ServedGenes Options, ParseResult Parse)
    {
        /// <summary>Null where the folder holds no genes, and when something was refused.</summary>
        /// <param name="folder">The installation.</param>
        /// <param name="open">Its cases, whose log the genes write too.</param>
        /// <param name="users">Of a demonstration: its analyst carries when nobody is named.</param>
        /// <param name="refusals">Told why the genes are not searched.</param>
        public GeneServing? Open(
            DataFolder folder, OpenCases open, IReadOnlyList<ReadyUser> users, Refusals refusals) =>
            File.Exists(folder.Genes) ? Options.Open(Parse, (folder, open), users, refusals) : null;
    }

    GeneServing? Open(
        ParseResult parse, (DataFolder Folder, OpenCases Open) place, IReadOnlyList<ReadyUser> users, Refusals refusals)
    {
        var (folder, open) = place;
        var named = _acting.Read(parse, folder, refusals);
        var read = _assumptions.Read(parse, refusals);
        if (read is { CanExclude: true })
            refusals.Add("--mutation", "", "this model calls some mutations impossible and would drop families");
        if (read is null || refusals.Any) return null;
        var analyst = users.FirstOrDefault(it => it.Role == Role.Analyst);
        var clock = folder.Installation?.TimeProvider() ?? TimeProvider.System;
        try
        {
            return new()
            {
                Database = open.Genes(folder, clock),
                Settings = GeneSearchCommand.SettingsOf(read, GeneSearchCommand.DefaultThreshold),
                Clock = clock,
                Carrier = named ?? (analyst is null ? null : new(analyst.User, analyst.Agency)),
            };
        }
        catch (ChangedSchemaException e)
        {
            foreach (var name in e.Objects)
                refusals.Add(folder.Path, name, "is not as this version makes it; the database is not used");
            return null;
        }
    }
}
