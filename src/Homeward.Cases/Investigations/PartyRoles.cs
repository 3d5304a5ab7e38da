namespace Homeward.Cases.Investigations;

public static class PartyRoles
{
    /// <summary>The closed list: whoever has one of these may look after nobody.</summary>
    public static IReadOnlyList<PartyRole> Adverse { get; } =
    [
        PartyRole.Abductor, PartyRole.Seller, PartyRole.ParentSeller, PartyRole.Buyer, PartyRole.Broker,
        PartyRole.Organiser, PartyRole.Transporter, PartyRole.Harbourer, PartyRole.Forger,
        PartyRole.MedicalAccomplice, PartyRole.Obstructor, PartyRole.Exploiter, PartyRole.FoundWith,
    ];

    public static bool IsAdverse(this PartyRole role) => Adverse.Contains(role);
}
