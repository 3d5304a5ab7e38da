using System.Security.Cryptography.X509Certificates;
using Homeward.Server.Accounts;
using Homeward.Server.Genes;
using Homeward.Storage;
using Homeward.Storage.Keys;

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

    /// <summary>What seals photos; null where there is no key store: then none are taken.</summary>
    public HolderKeys? Keys { get; init; }

    /// <summary>Users that anybody may be, without a password: for a demonstration only. Empty for a true
    /// installation.</summary>
    public IReadOnlyList<ReadyUser> ReadyUsers { get; init; } = [];

    /// <summary>By which sessions, codes and invitations run.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Under which the server is asked for, beside the names of this machine itself.</summary>
    public string? HostName { get; init; }

    /// <summary>With its key, and followed by those that vouch for it; null where only this machine is answered.
    /// </summary>
    public X509Certificate2Collection? Certificate { get; init; }

    /// <summary>A proxy on this machine speaks HTTPS with the world, and says whom it speaks for.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>A file of passwords that are known to have been stolen, one a line; null when there is none.</summary>
    public string? KnownPasswords { get; init; }

    /// <summary>The operator's own collector of OpenTelemetry, by HTTP; null where nothing is measured.</summary>
    public Uri? Collector { get; init; }

    public bool IsDemonstration => ReadyUsers.Count > 0;

    /// <summary>Whether browsers speak HTTPS.</summary>
    public bool IsSecure => Certificate is not null || IsBehindProxy;

    /// <summary>A cookie of this name belongs to this host alone, and travels by HTTPS alone.</summary>
    public string CookieName(string name) => IsSecure ? "__Host-" + name : name;
}
