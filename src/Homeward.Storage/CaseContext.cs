using System.Data;
using Homeward.Cases.Audit;
using Homeward.Cases.Consents;
using Homeward.Cases.Families;
using Homeward.Cases.Identification;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage;

/// <summary>The case database to EF Core. Tables are configured beside the stores that use them, by classes that
/// implement <see cref="IEntityTypeConfiguration{T}"/>; what all tables share is in <see cref="TableConventions"/>.
/// </summary>
abstract class CaseContext : DbContext
{
    /// <remarks>An act is done whole or not at all: no part of it is taken back alone, so that none needs a savepoint.
    /// </remarks>
    protected CaseContext(DbContextOptions options) : base(options) => Database.AutoSavepointsEnabled = false;

    /// <summary>The entry of the act that this context carries out; every row it writes names it.</summary>
    public EntryId? ActEntry { get; set; }

    /// <summary>Whether the act has written something that the gene database is to be told.</summary>
    public bool HasFactsForGenes { get; private set; }

    /// <summary>The query that <see cref="Door"/> asks first.</summary>
    public LiveGrants LiveGrants { get; set; } = new();

    /// <summary>What exists for the one who asks.</summary>
    public Sight Sight { get; set; } = Sight.None;

    /// <summary>So that all statements of a read or an act run on one connection.</summary>
    public Task OpenAsync(CancellationToken cancel) =>
        Database.GetDbConnection().State == ConnectionState.Open
            ? Task.CompletedTask : Database.OpenConnectionAsync(cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        Values.Configure(configuration);

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(CaseContext).Assembly);
        TableConventions.Apply(model.Model, Database.IsSqlite());
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Complete();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel = default)
    {
        Complete();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
    }

    /// <summary>What every row says of the act that wrote it, and under what a name is found.</summary>
    void Complete()
    {
        foreach (var row in ChangeTracker.Entries())
        {
            if (row.State is not (EntityState.Added or EntityState.Modified)) continue;
            HasFactsForGenes |= row.Entity is FamilyVersion or ConsentWithdrawal or PairExclusion or TypingAcceptance;
            row.Property(TableConventions.Entry).CurrentValue = ActEntry
                ?? throw new InvalidOperationException("Broken invariant: rows are written by acts only.");
            if (row.Entity is PersonName name)
                row.Property(PeopleTables.Keys).CurrentValue = PeopleTables.KeysOf(name);
        }
    }
}
