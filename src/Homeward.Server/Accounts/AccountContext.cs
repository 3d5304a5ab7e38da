using Homeward.Cases.Time;
using Homeward.Server.Api;
using Homeward.Server.Features.SettingUp;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Homeward.Server.Accounts;

/// <summary>The accounts: a database of their own, without a bridge to people of cases or to genes.</summary>
public sealed class AccountContext(DbContextOptions<AccountContext> options)
    : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<SetUp> SetUps => Set<SetUp>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<Microseconds>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Session>(it =>
        {
            it.ToTable("sessions").HasKey(session => session.Id);
            it.HasIndex(session => session.Account);
        });
        builder.Entity<Invitation>(it =>
        {
            it.ToTable("invitations").HasKey(invitation => invitation.Id);
            it.HasIndex(invitation => invitation.KeyHash).IsUnique();
            it.HasIndex(invitation => invitation.Account);
        });
        builder.Entity<AccessToken>(it =>
        {
            it.ToTable("access_tokens").HasKey(token => token.Id);
            it.HasIndex(token => token.Account);
        });
        builder.Entity<RecoveryCode>(it =>
            it.ToTable("recovery_codes").HasKey(code => new { code.Account, code.Hash }));
        builder.Entity<SetUp>(it =>
        {
            it.ToTable("set_up").HasKey(setUp => setUp.Id);
            it.Property(setUp => setUp.Id).ValueGeneratedNever();
        });
    }

    sealed class Microseconds()
        : ValueConverter<Instant, long>(it => it.Microseconds, it => new Instant(it));
}
