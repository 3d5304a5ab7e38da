namespace Homeward.Cases.Investigations;

public enum LinkCertainty
{
    Unconfirmed,
    Tentative,
    Confirmed,
}
