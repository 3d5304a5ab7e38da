namespace Homeward.Tests;

/// <summary>How often a randomised test tries: many times more under <c>./test.sh --soak</c>.</summary>
static class Soak
{
    const int Times = 50;

    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("HOMEWARD_SOAK") == "1";

    public static int Rounds(int usual) => IsOn ? usual * Times : usual;
}
