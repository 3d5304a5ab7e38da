using Homeward.Cases.Access;
using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Genetics.Primitives;
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

    public Task<IReadOnlyList<FamilyMember>> MembersAsync(FamilyId family, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<FamilyMember>>(
            new(Permission.ReadReports, FieldClasses.Identifying),
            async context =>
            {
                var members = await context.Set<FamilyMember>().Where(it => it.Family == family)
                    .OrderBy(it => it.Name).ToListAsync(cancel);
                var people = members.Select(it => it.Person).OfType<PersonId>().Select(it => it.Value);
                return new(members, [family.Value, .. people]);
            },
            cancel);
}
