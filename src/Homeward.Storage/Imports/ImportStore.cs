using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Cases.Imports;
using Homeward.Cases.Installations;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Imports;

/// <summary>Takes in tables that agencies keep: each file whole or not at all, the same row once.</summary>
public sealed class ImportStore(CaseSession session)
{
    /// <param name="kind">What the table holds.</param>
    /// <param name="digest">Of the file.</param>
    /// <param name="drafts">Its rows; a row that is known from before and says the same is left as it is.</param>
    /// <param name="cancel">Stops waiting; what is not done then is not done at all.</param>
    public Task<Outcome<ImportResult>> TakeInAsync(
        ImportKind kind, string digest, IReadOnlyList<ImportDraft> drafts, CancellationToken cancel) =>
        session.ActAsync<ImportResult>(
            new(
                Permission.ImportFile, FieldClasses.Identifying, [.. drafts.Select(it => it.Person.Id.Value)]),
            async context =>
            {
                var known = await KnownAsync(context, kind, cancel);
                var added = drafts.Where(it => !known.ContainsKey(it.Number)).ToList();
                var problems = Changed(drafts, known);
                problems.AddAll(await MisplacedAsync(context, added, cancel));
                if (problems.Any) return new ImportRefusal.Rows(problems);
                Add(context, kind, digest, added);
                return new ImportResult(added.Count, drafts.Count - added.Count);
            },
            cancel);

    /// <summary>What this agency's rows said when they were taken in, by number.</summary>
    Task<Dictionary<string, string>> KnownAsync(CaseContext context, ImportKind kind, CancellationToken cancel) =>
        context.Set<ImportedRow>().AsNoTracking()
            .Where(it => it.Agency == session.Actor.Agency && it.Kind == kind)
            .ToDictionaryAsync(it => it.Number, it => it.Digest, cancel);

    static Problems Changed(IReadOnlyList<ImportDraft> drafts, Dictionary<string, string> known)
    {
        var problems = new Problems();
        foreach (var draft in drafts)
            if (known.TryGetValue(draft.Number, out var digest) && digest != draft.Digest)
                problems.Add(
                    draft.Place,
                    "says otherwise than when this number was imported before; correct the record itself, and leave "
                    + "the row as it was");
        return problems;
    }

    /// <summary>Names that must or must not be marked as made up, regions that are not known, reports taken otherwise.
    /// </summary>
    async Task<Problems> MisplacedAsync(
        CaseContext context, List<ImportDraft> added, CancellationToken cancel)
    {
        var problems = new Problems();
        var installation = await context.Set<Installation>().AsNoTracking().SingleOrDefaultAsync(cancel);
        var isMadeUp = installation?.Kind == InstallationKind.Demonstration;
        var regions = await context.Set<Region>().AsNoTracking().Select(it => it.Code).ToHashSetAsync(cancel);
        var numbers = added.Where(it => it.Report is not null).Select(it => it.Number).ToList();
        var taken = (await context.Set<MissingReport>().AsNoTracking()
                .Where(it => it.Agency == session.Actor.Agency && numbers.Contains(it.Number))
                .Select(it => it.Number).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in added)
        {
            if (installation is not null && Synthetic.IsMarked(draft.Name.Text) != isMadeUp)
                problems.Add(draft.Place, new InstallationRefusal.OtherKind(installation.Kind).Reason);
            if (draft.Report is not { } report) continue;
            if (!regions.Contains(report.Region)) problems.Add(draft.Place, "names a region that is not known here");
            if (taken.Contains(draft.Number))
                problems.Add(draft.Place, "has the number of a report that was recorded here otherwise");
        }
        return problems;
    }

    void Add(CaseContext context, ImportKind kind, string digest, List<ImportDraft> added)
    {
        if (added.Count == 0) return;
        var (user, agency, now) = (session.Actor.User, session.Actor.Agency, session.Now);
        var file = new ImportedFile
        {
            Id = new(session.Ids.Next()),
            Kind = kind,
            Agency = agency,
            Digest = digest,
            By = user,
            At = now,
        };
        context.Add(file);
        foreach (var draft in added)
        {
            context.Add(draft.Person);
            context.Add(draft.Name with { At = now });
            if (draft.Report is { } report) context.Add(report with { Agency = agency, By = user, At = now });
            context.Add(new ImportedRow
            {
                Agency = agency,
                Kind = kind,
                Number = draft.Number,
                Import = file.Id,
                Digest = draft.Digest,
                Person = draft.Person.Id,
                Report = draft.Report?.Id,
            });
        }
    }
}
