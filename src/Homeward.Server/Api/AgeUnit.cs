namespace Homeward.Server.Api;

public enum AgeUnit
{
    Years,
    Months,
}
