using Homeward.Cases.Access;
using Homeward.Cases.Agencies;

namespace Homeward.Server.Accounts;

/// <summary>Somebody made up whom a visitor of a demonstration can be.</summary>
/// <param name="User">The user of the case database.</param>
/// <param name="Agency">Whom he acts for.</param>
/// <param name="Role">What he is there.</param>
/// <param name="AgencyName">As it is shown.</param>
public sealed record ReadyUser(UserId User, AgencyId Agency, Role Role, string AgencyName);
