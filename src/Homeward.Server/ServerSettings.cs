using Homeward.Server.Accounts;
using Homeward.Server.Genes;
using Homeward.Storage;

namespace Homeward.Server;

/// <summary>What a server serves, and where.</summary>
public sealed record ServerSettings
{
    public required CaseDatabase Cases { get; init; }

    /// <summary>The folder of the installation: the accounts' database and the keys of cookies are kept in it.
    /// </summary>
    public required string Folder { get; init; }

    /// <summary>As <c>http://localhost:5080</c>; port 0 takes any free one.</summary>
    public required string Url { get; init; }

    /// <summary>The genes that are searched meanwhile; null where there are none.</summary>
    public GeneServing? Genes { get; init; }

    /// <summary>Users that anybody may be, without a password: for a demonstration only. Empty for a true installation.
    /// </summary>
    public IReadOnlyList<ReadyUser> ReadyUsers { get; init; } = [];

    public bool IsDemonstration => ReadyUsers.Count > 0;
}
