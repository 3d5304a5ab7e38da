using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Audit;

/// <summary>The log, for those who watch over the others. To read it is a read like any other, and is recorded.
/// </summary>
public sealed class AuditStore(CaseSession session)
{
    /// <summary>Entries of all chains, the last first.</summary>
    public Task<AuditPart> LatestAsync(AuditQuestion question, CancellationToken cancel) =>
        session.ReadAsync<AuditPart>(
            new(Permission.ReadAudit, FieldClasses.Internal),
            _ =>
            {
                var part = Read(reader => reader.Latest(question, cancel));
                return Task.FromResult<Found<AuditPart>>(new(part, SubjectsOf(part.Entries)));
            },
            cancel);

    /// <summary>Who has looked at a human being, or changed something, under whichever record; the last first.
    /// </summary>
    public Task<IReadOnlyList<AuditEntry>> AboutAsync(PersonId person, int most, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<AuditEntry>>(
            new(Permission.ReadAudit, FieldClasses.Internal),
            async context =>
            {
                var identities = context.Set<Identity>();
                var records = await identities
                    .Where(it => identities.Any(mine => mine.Person == person && mine.Root == it.Root))
                    .Select(it => it.Person).ToListAsync(cancel);
                var entries = Read(reader => reader.About([.. records.Select(it => it.Value)], most));
                return new(entries, [person.Value]);
            },
            cancel);

    /// <summary>Reads the whole log and holds it against the case database. Without a checkpoint from outside it tells
    /// whether the chains agree with themselves.</summary>
    public async Task<AuditReport> VerifyAsync(CancellationToken cancel)
    {
        await session.ReadAsync<string>(
            new(Permission.ReadAudit, FieldClasses.Internal), _ => Task.FromResult<Found<string>>(new("", [])), cancel);
        return await AuditVerification.RunAsync(session.Log, session.Location, [], cancel);
    }

    T Read<T>(Func<AuditReader, T> read)
    {
        using var connection = session.Log.ConnectToRead();
        using var transaction = session.Log.BeginRead(connection);
        return read(new(session.Log, transaction));
    }

    /// <summary>Whose doings were looked at.</summary>
    static List<Guid> SubjectsOf(IReadOnlyList<AuditEntry> entries) =>
        [.. entries.Select(it => it.Record.Who).OfType<UserId>().Select(it => it.Value).Distinct()];
}
