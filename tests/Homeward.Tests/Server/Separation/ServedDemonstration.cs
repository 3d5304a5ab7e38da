using System.Collections.Concurrent;
using System.CommandLine;
using Homeward.Cases.Access;
using Homeward.Cases.Samples;
using Homeward.Cli.Commands.Demonstration;
using Homeward.Cli.Commands.Serve;
using Homeward.Cli.Commands.Studies;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Profiles;
using Homeward.Server;
using Homeward.Server.Accounts;
using Homeward.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Homeward.Tests.Server.Separation;

/// <summary>The demonstration as <c>homeward serve --demo</c> serves it: cases, people, rings, samples, candidates, and
/// genes that are searched meanwhile. Whatever its server says in the log is kept.</summary>
public sealed class ServedDemonstration : IAsyncLifetime
{
    readonly TemporaryFolder _folder = Directory.Exists("/dev/shm") ? new("/dev/shm") : new();
    readonly KeptLines _log = new();
    OpenCases? _open;
    WebApplication? _app;

    public string Url => _app!.Urls.Single();

    internal DataFolder Data => new(_folder["demo"]);

    public string this[string name] => _folder[name];

    public IReadOnlyList<string> LogLines => [.. _log.Lines];

    public IReadOnlyList<ReadyUser> Users { get; private set; } = [];

    /// <summary>What everybody here was typed as.</summary>
    public IReadOnlyList<Profile> Profiles { get; private set; } = [];

    public IReadOnlyList<(string Method, string Pattern)> Routes =>
    [
        .. _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(it => (it.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => (method, it.RoutePattern.RawText!)))
            .Order(),
    ];

    /// <summary>What this server asks of its databases of cases and accounts, with the values.</summary>
    internal ServerStatements Statements() => new(_folder.Path, withValues: true);

    public async Task<Visit> VisitAsync(Role role)
    {
        var visit = new Visit(Url);
        await visit.SignInAsync(Users.Single(it => it.Role == role).User);
        return visit;
    }

    /// <summary>One column of a query of the case database.</summary>
    internal List<string> Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Data.Cases};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    public async ValueTask InitializeAsync()
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, json: false);
        await DemoCommand.FillAsync(terminal, Data, CancellationToken.None);
        Users = await DemoUser.ReadAsync(Data, CancellationToken.None);
        _open = await OpenCases.OpenAsync(Data, Data.Installation!.TimeProvider(), CancellationToken.None);
        var command = new Command("serve");
        var serving = new ServedGenes.Asked(new(command), command.Parse([])).Open(Data, _open, Users, new(terminal))!;
        Profiles =
        [
            .. new[] { ProfileKind.Unidentified, ProfileKind.Reference }
                .SelectMany(serving.Database.Live).Select(it => it.Profile),
        ];
        _app = await HomewardServer.BuildAsync(
            new()
            {
                Cases = _open.Cases,
                Folder = Path.GetFullPath(Data.Path),
                Url = "http://127.0.0.1:0",
                ReadyUsers = Users,
                Genes = serving,
            },
            CancellationToken.None);
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_open is not null) await _open.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    /// <summary>Lines of the log as its console writes them.</summary>
    sealed class KeptLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
