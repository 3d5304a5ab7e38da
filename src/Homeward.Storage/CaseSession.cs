using System.Data.Common;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Audit;
using Homeward.Storage.Rules;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage;

/// <summary>Reading and acting for one actor. Every read is recorded before its rows are handed out, every act before
/// it is done; if the log cannot be written, neither happens.</summary>
public sealed class CaseSession
{
    const int MostAttempts = 10;

    readonly CaseDatabase _database;
    readonly Purpose _purpose;

    internal CaseSession(CaseDatabase database, Actor actor, Purpose purpose) =>
        (_database, Actor, _purpose) = (database, actor, purpose);

    public Actor Actor { get; }
    /// <summary>A new id, for a row that is to be recorded.</summary>
    public Guid NewId() => Ids.Next();

    public Instant Now => Instant.Of(_database.Clock.GetUtcNow());

    internal Ids Ids => _database.Ids;

    /// <summary>The log itself, for those who may read it.</summary>
    internal AuditDatabase Log => _database.Audit.Database;

    internal CaseLocation Location => _database.Location;

    /// <summary>The roles in which the actor acts now. They are his own and tell nothing of anybody else, so that no
    /// entry is written; whatever a page then shows is asked for and recorded.</summary>
    public async Task<IReadOnlySet<Role>> RolesAsync(CancellationToken cancel)
    {
        await using var context = _database.Location.NewContext();
        var grants = await context.LiveGrants.OfAsync(context, Actor.User, cancel);
        var now = Now;
        return grants.Where(it => it.Agency == Actor.Agency && it.Since <= now && now < it.Until)
            .Select(it => it.Role).ToHashSet();
    }

    /// <summary>Runs a query, records whom its answer is about, and only then hands it out.</summary>
    /// <exception cref="AccessRefusedException">The actor may not read this; the log says that he asked.</exception>
    internal async Task<T> ReadAsync<T>(
        Asked asked, Func<CaseContext, Task<Found<T>>> query, CancellationToken cancel)
    {
        AccessRefusal? refusal;
        Found<T> found = default;
        // Given back before the log is waited for: as few connections are open as queries run.
        await using (var context = _database.Location.NewContext())
        {
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            await context.OpenAsync(cancel);
            refusal = (AccessRefusal?)(await Door.AdmitAsync(context, Actor, asked, Now, cancel)).Refusal;
            if (refusal is null) found = await query(context);
        }
        if (refusal is not null)
        {
            await _database.Audit.AppendAsync(Record(AuditKind.Refused, asked), CancellationToken.None);
            throw new AccessRefusedException(refusal);
        }
        await _database.Audit.AppendAsync(Record(AuditKind.Read, asked) with { Subjects = found.Subjects }, cancel);
        return found.Value;
    }

    /// <summary>Records an act, then runs it in a transaction. What it adds to the context is saved when it is allowed;
    /// what it refuses, or a rule of the database refuses, leaves nothing but an entry that says so.</summary>
    internal async Task<Outcome<T>> ActAsync<T>(
        Asked asked, Func<CaseContext, Task<Outcome<T>>> act, CancellationToken cancel)
        where T : class
    {
        var entry = await _database.Audit.AppendAsync(Record(AuditKind.Act, asked), cancel);
        var outcome = await TryAsync(asked, entry, act, cancel);
        if (!outcome.IsAllowed) await AfterwardsAsync(AuditKind.Refused, asked, entry);
        return outcome;
    }

    async Task<Outcome<T>> TryAsync<T>(
        Asked asked, EntryId entry, Func<CaseContext, Task<Outcome<T>>> act, CancellationToken cancel)
        where T : class
    {
        await _database.Writers.WaitAsync(cancel);
        try
        {
            for (var attempt = 1; ; attempt++)
                try
                {
                    return await OnceAsync(asked, entry, act, cancel);
                }
                catch (Exception e) when (attempt < MostAttempts && IsTransient(e))
                {
                    // Somebody else's act came between; the same one is tried on what it left.
                }
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RuleRefusal(RuleRefusal.Meanwhile);
        }
        catch (Exception e) when (RuleRefusal.From(Driver(e)) is { } refusal)
        {
            return refusal;
        }
        catch
        {
            await AfterwardsAsync(AuditKind.Failed, asked, entry);
            throw;
        }
        finally
        {
            _database.Writers.Release();
        }
    }

    async Task<Outcome<T>> OnceAsync<T>(
        Asked asked, EntryId entry, Func<CaseContext, Task<Outcome<T>>> act, CancellationToken cancel)
        where T : class
    {
        await using var context = _database.Location.NewContext();
        context.ActEntry = entry;
        await context.OpenAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var admitted = await Door.AdmitAsync(context, Actor, asked, Now, cancel);
        if (admitted.Refusal is { } refusal) return refusal;
        var outcome = await act(context);
        if (!outcome.IsAllowed) return outcome;
        context.Add(new DoneAct(entry));
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _database.Acts.Done(asked.What);
        if (context.HasFactsForGenes) _database.NoteFactsForGenes();
        return outcome;
    }

    /// <summary>Not to be cancelled: what was announced and not done must be told.</summary>
    Task<EntryId> AfterwardsAsync(AuditKind kind, Asked asked, EntryId about) =>
        _database.Audit.AppendAsync(Record(kind, asked) with { About = about }, CancellationToken.None);

    bool IsTransient(Exception exception) =>
        Driver(exception) is { } driver && _database.Location.IsTransient(driver);

    static DbException? Driver(Exception exception) =>
        exception as DbException ?? exception.InnerException as DbException;

    AuditRecord Record(AuditKind kind, Asked asked) => new()
    {
        Kind = kind,
        What = asked.What,
        Who = Actor.User,
        Agency = Actor.Agency,
        Purpose = _purpose,
        Fields = asked.Fields,
        Subjects = asked.Subjects ?? [],
    };
}
