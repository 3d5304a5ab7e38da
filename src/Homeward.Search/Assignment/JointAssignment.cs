using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;
using Homeward.Search.Ranking;

namespace Homeward.Search.Assignment;

/// <summary>
/// Several children and several missing members at once: the posterior over all assignments, nobody placed included,
/// so that no child is promised to two families and no family promised two children for one.
/// </summary>
/// <remarks>
/// Exact within groups that share no family and no child. A group that is too large as it stands loses fillings whose
/// posteriors together stay below a stated bound; one that is too large even so is refused (docs/math/assignment.md).
/// </remarks>
public static class JointAssignment
{
    /// <param name="families">Families with their missing members; ids differ.</param>
    /// <param name="children">Ids differ.</param>
    /// <param name="settings">What is taken for granted.</param>
    /// <param name="progress">Told the share of the families whose likelihoods are known.</param>
    public static Outcome<AssignmentResult> Of(
        IReadOnlyList<Family> families,
        IReadOnlyList<RescuedChild> children,
        AssignmentSettings settings,
        IProgress<double>? progress = null)
    {
        if (FillingList.Of(families, children, settings, progress) is not { } fillings) return new TooManyFillings();
        var groups = new List<(GroupSum Sum, double LeftOut, int FillingsLeftOut)>();
        foreach (var group in Group.Apart(fillings.Possible, Math.Log(settings.PriorOdds)))
        {
            if (GroupSum.Of(group) is { } sum)
            {
                groups.Add((sum, 0, 0));
                continue;
            }
            var (kept, bound) = LeavingOut.Of(group, settings.LeaveOut);
            foreach (var part in Group.Apart(kept, Math.Log(settings.PriorOdds)))
            {
                if (GroupSum.Of(part) is not { } ofPart)
                    return new GroupTooLarge(part.Children.Count, part.Families.Count);
                groups.Add((ofPart, bound, group.Fillings.Count - kept.Count));
            }
        }
        return new AssignmentResultBuilder(families, children, settings, fillings).Result(groups);
    }
}

/// <summary>More likelihoods would have to be calculated than is sensible.</summary>
public sealed record TooManyFillings() : Refusal(
    $"More than {FillingList.Most:N0} joint likelihoods would be needed; give only the children and the families that "
    + "compete, those of a search's candidates say.");

/// <summary>A group is beyond exact summation.</summary>
public sealed record GroupTooLarge(int Children, int Families) : Refusal(
    $"{Children:N0} children and {Families:N0} families cannot be told apart well enough to sum over all their "
    + "assignments exactly; type more relatives or more markers, give fewer families, or allow more to be left out.");
