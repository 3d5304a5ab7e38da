using Homeward.Server.Accounts;

namespace Homeward.Server.Features.Administration;

/// <summary>How far somebody is with signing in.</summary>
public enum SignInStanding
{
    NotInvited,
    Invited,
    Can,
    RecoveryAsked,
    RecoverySent,
    Blocked,
}

static class SignInStandings
{
    public static SignInStanding Of(Account? account, Invitation? open) => account switch
    {
        { IsBlocked: true } => SignInStanding.Blocked,
        _ when open is { IsWaiting: true } => SignInStanding.RecoveryAsked,
        _ when open is { IsRecovery: true } => SignInStanding.RecoverySent,
        { IsEnrolled: true } => SignInStanding.Can,
        _ => open is null ? SignInStanding.NotInvited : SignInStanding.Invited,
    };

    /// <summary>How a page shows it.</summary>
    public static string LookOf(SignInStanding standing) => standing switch
    {
        SignInStanding.Can => "chip chip-good",
        SignInStanding.Invited or SignInStanding.RecoverySent => "chip",
        SignInStanding.NotInvited or SignInStanding.RecoveryAsked => "chip chip-warn",
        SignInStanding.Blocked => "chip chip-alarm",
    };
}
