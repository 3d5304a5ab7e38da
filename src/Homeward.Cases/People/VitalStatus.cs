namespace Homeward.Cases.People;

public enum VitalStatus
{
    Unknown,
    Alive,
    Deceased,
}
