using Homeward.Server.Language;

namespace Homeward.Server.Features.Laboratory;

static class KinWords
{
    /// <summary>"brother", or "brother 2" where there are several.</summary>
    public static string Of(Words words, (string Kin, int Number) it) =>
        words["kin." + it.Kin] + (it.Number == 0 ? "" : $" {it.Number}");
}
