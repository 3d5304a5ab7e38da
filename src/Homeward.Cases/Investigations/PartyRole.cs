namespace Homeward.Cases.Investigations;

/// <summary>What a person is to a trafficking case.</summary>
public enum PartyRole
{
    Abductor,
    Seller,
    ParentSeller,
    Buyer,
    Broker,
    Organiser,
    Transporter,
    Harbourer,
    Forger,
    MedicalAccomplice,
    Obstructor,
    Exploiter,

    /// <summary>Was with a rescued person at the rescue, and nobody has determined yet that it is another
    /// victim.</summary>
    FoundWith,

    Lookout,
    Victim,
    Witness,
    Informant,
}
