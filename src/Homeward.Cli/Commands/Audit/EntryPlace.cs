namespace Homeward.Cli.Commands.Audit;

sealed record EntryPlace(string Chain, long Number);
