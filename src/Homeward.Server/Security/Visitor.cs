using Homeward.Cases.Access;
using Homeward.Server.Language;

namespace Homeward.Server.Security;

/// <summary>Who looks at a page.</summary>
/// <param name="Actor">Null when nobody is signed in.</param>
/// <param name="Title">What the head of the page calls him.</param>
/// <param name="Roles">In which he acts now.</param>
/// <param name="Tongue">In which he reads.</param>
/// <param name="Place">The path and query of the page.</param>
public sealed record Visitor(
    Actor? Actor, string Title, IReadOnlySet<Role> Roles, Tongue Tongue, string Place)
{
    /// <summary>Whether one of the roles has the permission and shows these fields. Only what a page offers depends on
    /// it: the store decides again.</summary>
    public bool May(Permission permission, FieldClasses fields = FieldClasses.None) => Roles.Any(it =>
        RolePowers.Of(it).Permissions.Contains(permission) && (fields & ~RolePowers.Of(it).Fields) == 0);
}
