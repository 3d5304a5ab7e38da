namespace Homeward.Server.Security;

/// <summary>Whether the installation was set up. Until then nothing else can be done, and afterwards it cannot be done
/// again.</summary>
sealed class InstallationState(bool isSettled)
{
    volatile bool _isSettled = isSettled;

    public bool IsSettled => _isSettled;

    public void Settle() => _isSettled = true;
}
