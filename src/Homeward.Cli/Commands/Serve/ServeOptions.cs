using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Homeward.Cli.Inputs;

namespace Homeward.Cli.Commands.Serve;

/// <summary>Whom a server answers, and how: this machine alone, unless it has a name and a certificate, or a proxy in
/// front of it.</summary>
sealed class ServeOptions
{
    readonly Option<int> _port = new("--port")
    {
        Description = "Port; 0 takes any free one",
        DefaultValueFactory = _ => 5080,
    };

    readonly Option<string?> _host = new("--host")
    {
        Description = "Name under which others ask for the server",
        HelpName = "NAME",
    };

    readonly Option<string?> _certificate = new("--certificate")
    {
        Description = "Certificate of that name and of those that vouch for it, in PEM: answers the network by HTTPS",
        HelpName = "FILE",
    };

    readonly Option<string?> _key = new("--certificate-key")
    {
        Description = "Private key of the certificate, in PEM",
        HelpName = "FILE",
    };

    readonly Option<bool> _proxy = new("--behind-proxy")
    {
        Description = "A proxy on this machine speaks HTTPS with the network, and is believed for whom it speaks",
    };

    readonly Option<string?> _passwords = new("--known-passwords")
    {
        Description = "File of stolen passwords, one a line, that nobody may choose",
        HelpName = "FILE",
    };

    readonly Option<string?> _collector = new("--collector")
    {
        Description = "Collector of OpenTelemetry to send measurements to, as http://localhost:4318; none by itself",
        HelpName = "URL",
    };

    readonly ServedGenes _genes;

    public ServeOptions(Command command)
    {
        _genes = new(command);
        foreach (var option in new Option[] { _port, _host, _certificate, _key, _proxy, _passwords, _collector })
            command.Add(option);
    }

    /// <param name="Url">Where the server listens.</param>
    /// <param name="Host">Beside the names of this machine.</param>
    /// <param name="Certificate">Null without HTTPS.</param>
    /// <param name="IsBehindProxy">See the option.</param>
    /// <param name="KnownPasswords">A file, or null.</param>
    public sealed record Place(
        string Url, string? Host, X509Certificate2Collection? Certificate, bool IsBehindProxy, string? KnownPasswords)
    {
        /// <summary>How genes are searched meanwhile.</summary>
        public required ServedGenes.Asked Genes { get; init; }

        /// <summary>Where measurements go; null for nowhere.</summary>
        public Uri? Collector { get; init; }

        /// <summary>Where somebody at this machine finds a server that listens at this address.</summary>
        public static string Here(string address) => address.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
    }

    /// <summary>Null, with all that is wrong.</summary>
    public Place? Read(ParseResult parse, bool isDemonstration, Refusals refusals)
    {
        var (port, host) = (parse.GetValue(_port), parse.GetValue(_host));
        var (file, key) = (parse.GetValue(_certificate), parse.GetValue(_key));
        var isBehindProxy = parse.GetValue(_proxy);
        var passwords = parse.GetValue(_passwords);
        if (port is < 0 or > 65_535) refusals.Add("--port", "", "must be from 0 to 65535");
        if ((file is null) != (key is null))
            refusals.Add("--certificate", "", "--certificate and --certificate-key are given together");
        if (file is not null && isBehindProxy)
            refusals.Add("--behind-proxy", "", "the proxy has the certificate; give one or the other");
        if ((file is not null || isBehindProxy) && host is null)
            refusals.Add("--host", "", "must be given: requests for other names are refused");
        if (host is not null && Uri.CheckHostName(host) is not (UriHostNameType.Dns or UriHostNameType.IPv4))
            refusals.Add("--host", "", "is no name of a host");
        if (host is not null && file is null && !isBehindProxy)
            refusals.Add(
                "--host", "", "needs --certificate or --behind-proxy: without HTTPS only this machine is answered");
        if (isDemonstration && (host is not null || file is not null || isBehindProxy))
            refusals.Add("--demo", "", "the demonstration asks for no password and answers this machine only");
        if (passwords is not null && !File.Exists(passwords)) refusals.Add(passwords, "", "is not there");
        var collector = Collector(parse.GetValue(_collector), refusals);
        var certificate = file is null || key is null || refusals.Any ? null : Certificate(file, key, refusals);
        if (refusals.Any) return null;
        var bound = port == 0 ? "127.0.0.1" : "localhost";
        var url = certificate is null ? $"http://{bound}:{port}" : $"https://[::]:{port}";
        return new(url, host, certificate, isBehindProxy, passwords)
        {
            Genes = new(_genes, parse),
            Collector = collector,
        };
    }

    static Uri? Collector(string? text, Refusals refusals)
    {
        if (text is null) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
        refusals.Add("--collector", "", "is no address that begins with http:// or https://");
        return null;
    }

    static X509Certificate2Collection? Certificate(string file, string key, Refusals refusals)
    {
        try
        {
            var all = new X509Certificate2Collection { X509Certificate2.CreateFromPemFile(file, key) };
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(file);
            foreach (var it in chain.Skip(1)) all.Add(it);
            return all;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            refusals.Add(file, "", "is no certificate with this key: " + e.Message);
            return null;
        }
    }
}
