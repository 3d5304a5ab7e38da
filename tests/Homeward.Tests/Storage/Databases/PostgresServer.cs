using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Homeward.Tests.Storage.Databases;

/// <summary>A PostgreSQL server for this run of the tests, in a folder of its own, on a free port of 127.0.0.1. It ends
/// with the run, also when the run is killed.</summary>
sealed class PostgresServer : IDisposable
{
    /// <summary>Owns the databases; the tests' attacks come from <see cref="Application"/>.</summary>
    const string Owner = "homeward_owner";

    public const string Application = "homeward_app";

    const string NotFound = "PostgreSQL's server programs (initdb, postgres) are not on this machine.";

    static readonly Lazy<PostgresServer?> Running = new(Start);

    readonly Process _process;
    readonly string _folder;
    readonly int _port;
    int _databases;

    PostgresServer(Process process, string folder, int port) => (_process, _folder, _port) = (process, folder, port);

    /// <summary>Why there is no server; null when there is one.</summary>
    public static string? Missing => Running.Value is null ? NotFound : null;

    public static PostgresServer Instance => Running.Value!;

    public string NewName() =>
        "test_" + Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture);

    public string AsOwner(string database) => Connection(database, Owner);

    public string AsApplication(string database) => Connection(database, Application);

    public async Task CreateAsync(string database, string? template)
    {
        await using var connection = new NpgsqlConnection(AsOwner("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {database}" + (template is null ? "" : $" TEMPLATE {template}");
        await command.ExecuteNonQueryAsync();
    }

    public async Task DropAsync(string database)
    {
        await using var connection = new NpgsqlConnection(AsOwner("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE {database} WITH (FORCE)";
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    string Connection(string database, string user) =>
        $"Host=127.0.0.1;Port={_port};Database={database};Username={user};Maximum Pool Size=20";

    static PostgresServer? Start()
    {
        if (Programs() is not { } programs) return null;
        var folder = Directory.CreateTempSubdirectory("homeward-postgres-").FullName;
        var port = FreePort();
        if (Environment.UserName == "root") Run("chown", "postgres", folder);
        RunAsServer(
            Path.Combine(programs, "initdb"), "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust",
            "--username=" + Owner, "--no-sync", "-D", Path.Combine(folder, "data"));

        // The shell waits on its input: when this process ends, however it ends, so does the server.
        var start = AsServer("sh", "-c", "\"$0\" \"$@\" & server=$!; read nothing; kill -INT $server; wait $server",
            Path.Combine(programs, "postgres"), "-D", Path.Combine(folder, "data"), "-h", "127.0.0.1",
            "-p", port.ToString(CultureInfo.InvariantCulture), "-k", "", "-c", "fsync=off",
            "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200",
            "-c", "log_min_messages=panic", "-c", "deadlock_timeout=100ms");
        start.RedirectStandardInput = true;
        var server = new PostgresServer(Process.Start(start)!, folder, port);
        server.WaitUntilItAnswers();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }

    void WaitUntilItAnswers()
    {
        var limit = Stopwatch.StartNew();
        while (true)
            try
            {
                using var connection = new NpgsqlConnection(AsOwner("postgres") + ";Pooling=false");
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = $"CREATE ROLE {Application} LOGIN";
                command.ExecuteNonQuery();
                return;
            }
            catch (NpgsqlException) when (limit.Elapsed < TimeSpan.FromSeconds(60) && !_process.HasExited)
            {
                Thread.Yield();
            }
    }

    static string? Programs() =>
        new[] { "/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt" }
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(it => Path.Combine(it, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .LastOrDefault(it => File.Exists(Path.Combine(it, "initdb")) && File.Exists(Path.Combine(it, "postgres")));

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static void RunAsServer(params string[] words) => Finish(AsServer(words));

    static void Run(params string[] words) => Finish(new(words[0], words[1..]));

    static void Finish(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    static ProcessStartInfo AsServer(params string[] words) =>
        Environment.UserName == "root" ? new("runuser", ["-u", "postgres", "--", .. words]) : new(words[0], words[1..]);
}
