using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Cli.Commands.Demonstration;
using Homeward.Cli.Commands.Installations;
using Homeward.Cli.Inputs;
using Homeward.Server;
using Homeward.Server.Accounts;
using Homeward.Storage.Rings;
using Microsoft.AspNetCore.Builder;

namespace Homeward.Browser;

/// <summary>Police and homes of two provinces and a ministry, the evening before a raid. Nothing is recorded yet but a
/// ring of which nobody is known. The clock stands until it is moved.</summary>
sealed class NightSite : IAsyncDisposable
{
    public const string Fujian = "350000";
    public const string Hebei = "130000";

    readonly DataFolder _folder;
    readonly OpenCases _cases;
    readonly WebApplication _app;

    NightSite(DataFolder folder, OpenCases cases, WebApplication app) => (_folder, _cases, _app) = (folder, cases, app);

    public DemoClock Clock { get; private init; } = null!;
    public DemoState State { get; private init; } = null!;
    public Ring Ring { get; private init; } = null!;

    public string Url => _app.Urls.Single();

    public static async Task<NightSite> StartAsync()
    {
        var folder = new DataFolder(Path.Combine(
            Path.GetTempPath(), $"homeward-night-{Environment.ProcessId}-{Path.GetRandomFileName()}"));
        var clock = new DemoClock(DemoClock.Local(7, 19, 21));
        await EmptyInstallation.MakeAsync(folder, clock, CancellationToken.None);
        var cases = await OpenCases.OpenAsync(folder, clock, CancellationToken.None);
        var state = new DemoState(cases.Cases, clock, [Fujian, Hebei]);
        await state.FoundAsync(CancellationToken.None);
        var ring = DemoState.Demanded(await new RingStore(state.As(state.Commander)).AddAsync(
            "SYNTHETIC ring", RingKind.CrossRegional, CancellationToken.None));
        var app = await HomewardServer.BuildAsync(
            new()
            {
                Cases = cases.Cases,
                Folder = folder.Path,
                Url = "http://127.0.0.1:0",
                ReadyUsers =
                [
                    Ready(state.Commander, Role.Commander), Ready(state.Headquarters, Role.Headquarters),
                    Ready(state.Statistics, Role.Statistician), Ready(state.Police(Fujian), Role.Investigator),
                    Ready(state.Police(Hebei), Role.Investigator), ApproverOf(state.Commander.Agency),
                    ApproverOf(state.Police(Fujian).Agency), ApproverOf(state.Police(Hebei).Agency),
                ],
            },
            CancellationToken.None);
        await app.StartAsync();
        return new(folder, cases, app) { Clock = clock, State = state, Ring = ring };
    }

    public static ReadyUser ApproverOf(Agency agency) => new(
        new(DemoState.IdOf($"approver of {agency.Name} of {agency.Name}")), agency.Id, Role.Approver, agency.Name);

    /// <summary>The desk finds out what the detained are in the ring.</summary>
    public async Task JoinAsync(IReadOnlyList<Guid> detained) =>
        DemoState.Demanded(await new RingStore(State.As(State.Commander)).JoinAsync(
            Ring.Id,
            [
                .. detained.Select((it, i) => new MemberDraft(
                    new PersonId(it), i == 0 ? RingRole.Organiser : RingRole.Core, LinkCertainty.Confirmed)),
            ],
            CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _cases.DisposeAsync();
        Directory.Delete(_folder.Path, recursive: true);
    }

    static ReadyUser Ready(DemoState.Office office, Role role) =>
        new(office.User.Id, office.Agency.Id, role, office.Agency.Name);
}
