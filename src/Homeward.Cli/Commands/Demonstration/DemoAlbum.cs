using Homeward.Cases.Care;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Homeward.Cli.Inputs;
using Homeward.Storage;
using Homeward.Storage.Care;
using Homeward.Storage.Photos;
using static Homeward.Cli.Commands.Demonstration.DemoState;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>Pictures of children, drawn, and what their homes note of their health: of the infants of operation A and
/// of the children in Handan, of whom the article tells.</summary>
sealed class DemoAlbum(DemoState state, DataFolder folder, CancellationToken cancel)
{
    static readonly Zone Zone = JurisdictionProfile.China.Zone;

    int _drawn;

    /// <summary>By the police that found them.</summary>
    public async Task PhotographAsync(DemoRaid raid, DemoPlan.Raid plan, IReadOnlyList<DemoRaid.Child> children)
    {
        foreach (var (share, own) in Told(plan, children))
        {
            var session = state.As(state.Police(DemoRaid.HouseOf(share.Region)));
            var album = new PhotoAlbum(session, folder.HolderKeys!);
            foreach (var child in own)
                Demanded(await album.AddAsync(
                    new(state.NewId()), raid.Rescued[child.Name], SyntheticPicture.Of(_drawn++), cancel));
        }
    }

    /// <summary>By the homes that took them in.</summary>
    public async Task NoteAsync(DemoRaid raid, DemoPlan.Raid plan, IReadOnlyList<DemoRaid.Child> children)
    {
        foreach (var (share, own) in Told(plan, children))
        {
            var session = state.As(state.Home(DemoRaid.HouseOf(share.Region)));
            foreach (var child in own) await NoteAsync(session, raid.Rescued[child.Name], child);
        }
    }

    async Task NoteAsync(CaseSession session, PersonId person, DemoRaid.Child child)
    {
        if (child.Condition != Condition.Malnourished)
        {
            await WriteAsync(
                session, person, CareNoteKind.HealthCheck,
                "SYNTHETIC: seen by the physician on arrival; nothing found.");
            return;
        }
        var arrival = await WriteAsync(
            session, person, CareNoteKind.HealthCheck,
            "SYNTHETIC: about four months, 4.9 kg, pale. Was fed poor milk powder. Blood taken, no fever.");
        await WriteAsync(
            session, person, CareNoteKind.Nutrition,
            "SYNTHETIC: formula every three hours, 90 ml. Weighed each morning.\n"
            + "To the physician at once if it drinks less.");
        await WriteAsync(
            session, person, CareNoteKind.HealthCheck,
            "SYNTHETIC: about four months, 4.6 kg, pale. Was fed poor milk powder. Blood taken, no fever.", arrival.Id);
    }

    async Task<CareNote> WriteAsync(
        CaseSession session, PersonId person, CareNoteKind kind, string text, CareNoteId? instead = null) =>
        Demanded(await new CareNoteStore(session).WriteAsync(
            new(new(state.NewId()), person, kind, Zone.DayOf(session.Now), text) { Supersedes = instead }, Zone,
            cancel));

    /// <summary>Of whom the article tells.</summary>
    static IEnumerable<(DemoPlan.Share Share, IReadOnlyList<DemoRaid.Child> Children)> Told(
        DemoPlan.Raid plan, IReadOnlyList<DemoRaid.Child> children) =>
        DemoRaid.ByShare(plan.Shares, children).Where(it => plan.Letter == "A" || it.Share.Region == DemoPlan.Hebei);
}
