using System.CommandLine;

return new RootCommand("Homeward: kinship search that brings rescued children home.").Parse(args).Invoke();
