using Homeward.Cases.Agencies;

namespace Homeward.Cases.Access;

/// <summary>Who reads or acts: a user, for his agency.</summary>
public sealed record Actor(UserId User, AgencyId Agency);
