using Homeward.Cases.Access;
using Homeward.Cases.Consents;
using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Families;

/// <summary>Families that search, and whom they miss.</summary>
public sealed class FamilyStore(CaseSession session)
{
    /// <summary>Records several families with their people and reports: all of them or none.</summary>
    public Task<Outcome<MissingReport[]>> ReportAsync(
        IReadOnlyList<FamilyDraft> drafts, CancellationToken cancel) =>
        session.ActAsync<MissingReport[]>(
            new(
                Permission.RecordReport, FieldClasses.Identifying,
                [.. drafts.SelectMany(it => it.People).Select(it => it.Person.Id.Value)]),
            context =>
            {
                List<MissingReport> reports = [];
                foreach (var draft in drafts)
                {
                    if (!FamilyTree.Of(draft.Members).IsValid)
                        return Task.FromResult<Outcome<MissingReport[]>>(new FamilyRefusal.NoPedigree());
                    var family = draft.Family with { By = session.Actor.User, At = session.Now };
                    foreach (var (person, names) in draft.People)
                    {
                        context.Add(person);
                        context.AddRange(names);
                    }
                    context.Add(family);
                    context.AddRange(draft.Members);
                    var report = draft.Report with
                    {
                        Agency = session.Actor.Agency,
                        By = session.Actor.User,
                        At = session.Now,
                    };
                    context.Add(report);
                    reports.Add(report);
                }
                return Task.FromResult<Outcome<MissingReport[]>>(reports.ToArray());
            },
            cancel);

    /// <summary>A part of the reports that no later one took the place of, the last one taken first.</summary>
    public Task<Part<ReportedMissing>> PartAsync(int skip, int take, CancellationToken cancel) =>
        session.ReadAsync<Part<ReportedMissing>>(
            new(Permission.ReadReports, FieldClasses.Identifying),
            async context =>
            {
                var all = Live(context);
                var reports = await all.OrderByDescending(it => it.At).ThenBy(it => it.Number)
                    .Skip(skip).Take(take).ToListAsync(cancel);
                var missing = reports.ConvertAll(it => it.Missing);
                var names = await FirstNames.OfAsync(context, missing, cancel);
                var people = await context.Set<Person>().Where(it => missing.Contains(it.Id))
                    .ToDictionaryAsync(it => it.Id, cancel);
                var families = reports.Select(it => it.Family).OfType<FamilyId>().Distinct().ToList();
                var given = (await Given(context).Where(it => families.Contains(it.Family)).Select(it => it.Family)
                    .ToListAsync(cancel)).CountBy(it => it).ToDictionary();
                var rows = reports.ConvertAll(it => new ReportedMissing(
                    it, people[it.Missing], names.GetValueOrDefault(it.Missing),
                    it.Family is { } family ? given.GetValueOrDefault(family) : 0));
                return new(new(rows, await all.CountAsync(cancel)), [.. missing.Select(it => it.Value).Distinct()]);
            },
            cancel);

    /// <summary>A report with the family that looks for the person; null when there is none of this id for who asks.
    /// </summary>
    public Task<ReportFacts?> FindAsync(ReportId report, CancellationToken cancel) =>
        session.ReadAsync<ReportFacts?>(
            new(Permission.ReadReports, FieldClasses.Identifying),
            async context =>
            {
                if (await context.ReportsInSight().SingleOrDefaultAsync(it => it.Id == report, cancel)
                    is not { } found)
                    return new(null, []);
                var facts = await FactsAsync(context, found, cancel);
                return new(facts, [report.Value, .. facts.People.Keys.Select(it => it.Value)]);
            },
            cancel);

    /// <summary>The reports in which a human being is missed, under whichever record; the first one first.</summary>
    public Task<IReadOnlyList<MissingReport>> OfMissingAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<MissingReport>>(
            new(Permission.ReadReports, FieldClasses.Identifying),
            async context =>
            {
                var identities = context.Set<Identity>();
                var records = identities
                    .Where(it => identities.Any(mine => mine.Person == person && mine.Root == it.Root))
                    .Select(it => it.Person);
                var reports = await Live(context).Where(it => records.Contains(it.Missing)).OrderBy(it => it.At)
                    .ThenBy(it => it.Number).ToListAsync(cancel);
                return new(reports, [person.Value, .. reports.Select(it => it.Id.Value)]);
            },
            cancel);

    static IQueryable<MissingReport> Live(CaseContext context) => context.ReportsInSight()
        .Where(it => !context.Set<MissingReport>().Any(later => later.Supersedes == it.Id));

    /// <summary>Members who gave a sample: that a table brought with the family, or of which the register knows and
    /// whose consent holds.</summary>
    static IQueryable<FamilyMember> Given(CaseContext context)
    {
        var held = context.Set<Sample>()
            .Where(it => !context.Set<ConsentWithdrawal>().Any(gone => gone.Consent == it.Consent));
        return context.Set<FamilyMember>()
            .Where(it => !it.IsMissing && (it.Sample != null || held.Any(sample => sample.Person == it.Person)));
    }

    static async Task<ReportFacts> FactsAsync(CaseContext context, MissingReport report, CancellationToken cancel)
    {
        var members = await context.Set<FamilyMember>().Where(it => it.Family == report.Family)
            .OrderBy(it => it.Name).ToListAsync(cancel);
        var given = await Given(context).Where(it => it.Family == report.Family).Select(it => it.Name)
            .ToListAsync(cancel);
        PersonId[] people = [report.Missing, .. members.Select(it => it.Person).OfType<PersonId>().Distinct()];
        var names = await FirstNames.OfAsync(context, people, cancel);
        var records = await context.Set<Person>().Where(it => people.Contains(it.Id)).ToListAsync(cancel);
        return new()
        {
            Report = report,
            Missing = records.Single(it => it.Id == report.Missing),
            Family = await context.Set<Family>().SingleOrDefaultAsync(it => it.Id == report.Family, cancel),
            Members = members,
            Given = given.ToHashSet(StringComparer.Ordinal),
            Step = report.Family is { } family ? await FamilyVersions.LastStepAsync(context, family, cancel) : null,
            People = records.ToDictionary(it => it.Id, it => names.GetValueOrDefault(it.Id)),
        };
    }
}
