using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Installations;
using Homeward.Cases.Notices;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Homeward.Storage.Custody;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Notices;

/// <summary>The papers that go with people into care, from what is recorded.</summary>
public sealed class NoticeStore(CaseSession session)
{
    /// <summary>Every notice of this number: one for each person that was accepted under it.</summary>
    public Task<IReadOnlyList<TemporaryCareNotice>> OfAsync(string number, Zone zone, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<TemporaryCareNotice>>(
            new(Permission.PrintNotice, FieldClasses.Sensitive),
            async context =>
            {
                var isMadeUp = await context.Set<Installation>().AnyAsync(
                    it => it.Kind == InstallationKind.Demonstration, cancel);
                var acceptances = await context.Set<Acceptance>().Where(it => it.Notice == number)
                    .OrderBy(it => it.Id).ToListAsync(cancel);
                var notices = new List<TemporaryCareNotice>();
                foreach (var acceptance in acceptances)
                    if (await NoticeAsync(context, acceptance, zone, cancel) is { } notice)
                        notices.Add(notice with { IsSynthetic = isMadeUp });
                return new(notices, [.. acceptances.Select(it => it.Person.Value)]);
            },
            cancel);

    /// <summary>Null for somebody who was never rescued, or does not exist for the one who asks.</summary>
    static async Task<TemporaryCareNotice?> NoticeAsync(
        CaseContext context, Acceptance acceptance, Zone zone, CancellationToken cancel)
    {
        var identity = await context.Set<Identity>().Where(it => it.Person == acceptance.Person)
            .Select(it => it.Root).SingleAsync(cancel);
        if (await context.InSightAsync(identity, cancel) is not { } root) return null;
        var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
        var rescued = await (
            from time in context.Set<RescueTime>()
            join rescue in context.Set<Rescue>() on time.Rescue equals rescue.Id
            join unit in context.Set<Agency>() on rescue.Unit equals unit.Id
            where time.Identity == root && time.Since <= acceptance.At
            orderby time.Since descending
            select new { Rescue = rescue, time.Since, Unit = unit.Name }).FirstOrDefaultAsync(cancel);
        if (rescued is null) return null;
        var names = context.Set<PersonName>();
        var begun = await context.LiveCustodies().Where(it => it.Acceptance == acceptance.Id)
            .OrderBy(it => it.Since).Select(it => (Instant?)it.Since).FirstOrDefaultAsync(cancel);
        return new()
        {
            Number = acceptance.Notice,
            Names = await names
                .Where(it => members.Contains(it.Person) && !names.Any(later => later.Supersedes == it.Id))
                .OrderBy(it => it.Id).Select(it => it.Text).ToListAsync(cancel),
            Sex = await context.Set<Person>().Where(it => it.Id == root).Select(it => it.Sex).SingleAsync(cancel),
            AgeDaysLeast = rescued.Rescue.AgeDaysLeast,
            AgeDaysMost = rescued.Rescue.AgeDaysMost,
            Rescued = zone.DayOf(rescued.Since),
            Place = rescued.Rescue.Place,
            Condition = rescued.Rescue.Condition,
            HandedOverBy = rescued.Unit,
            ReceivedBy = await context.Set<Agency>().Where(it => it.Id == acceptance.Agency).Select(it => it.Name)
                .SingleAsync(cancel),
            HandedOver = zone.DayOf(begun ?? acceptance.At),
        };
    }
}
