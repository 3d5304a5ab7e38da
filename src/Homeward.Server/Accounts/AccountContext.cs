using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Server.Accounts;

/// <summary>The accounts: a database of their own, without a bridge to people of cases or to genes.</summary>
public sealed class AccountContext(DbContextOptions<AccountContext> options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options);
