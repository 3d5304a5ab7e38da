using System.Globalization;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Cli.Inputs;
using Homeward.Genetics.Kinship;
using Homeward.Server.Genes;
using Homeward.Storage.Genes;

namespace Homeward.Cli.Commands.Genes;

/// <summary>Gives samples and families their numbers and hands them to the gene database.</summary>
/// <remarks>The numbers are on the disk before anything is accepted under them: an import that was stopped anywhere
/// is made again with the same numbers, and what was accepted is recognised.</remarks>
sealed class GeneImport(GeneSession session, NumberFile numbers, LaboratoryCheck check)
{
    public sealed record Answer(
        int Accepted,
        int AlreadyThere,
        int Families,
        int FamiliesAlreadyThere,
        IReadOnlyList<LaboratoryCheck.Pair> Alike,
        IReadOnlyList<LaboratoryCheck.Contradiction> Contradictory);

    /// <summary>Null when something was refused; then nothing was accepted.</summary>
    public async Task<Answer?> RunAsync(ImportCommand.Input input, Refusals refusals, CancellationToken cancel)
    {
        foreach (var samples in new[] { input.Children, input.Relatives, input.Staff })
            foreach (var sample in samples.Keys) numbers.OfSample(sample);
        foreach (var family in input.Families) numbers.OfFamily(family.Id);
        var families = input.Families.Select(it => refusals.Take("--families", Numbered(it))).ToList();
        if (refusals.Any) return null;
        numbers.Save();
        var (accepted, there) = await AcceptAsync(input, refusals, cancel);
        if (refusals.Any) return null;
        var (taken, known) = (0, 0);
        foreach (var family in families)
            switch (await new FamilyInbox(session).TakeAsync(family!, cancel))
            {
                case AcceptanceResult.Accepted: taken++; break;
                case AcceptanceResult.AlreadyThere: known++; break;
                default:
                    refusals.Add("--families", "", "a family is there with other members; it is left as it is");
                    return null;
            }
        return new(accepted, there, taken, known, check.Alike, check.Contradictory);
    }

    async Task<(int Accepted, int There)> AcceptAsync(
        ImportCommand.Input input, Refusals refusals, CancellationToken cancel)
    {
        var (accepted, there) = (0, 0);
        await using var batch = await session.AcceptAsync(cancel);
        await batch.AddAllAsync(
            Acceptances(input),
            (acceptance, result) =>
            {
                switch (result)
                {
                    case AcceptanceResult.Accepted: accepted++; break;
                    case AcceptanceResult.AlreadyThere: there++; break;
                    case AcceptanceResult.Contradicts:
                        refusals.Add(
                            numbers.Path, $"sample {acceptance.Profile.Id}", "has another profile already");
                        break;
                    case AcceptanceResult.DonorErased:
                        refusals.Add(
                            numbers.Path, $"sample {acceptance.Profile.Id}", "was erased and is not taken again");
                        break;
                }
            },
            cancel);
        if (!refusals.Any) batch.Commit();
        return (accepted, there);
    }

    IEnumerable<Acceptance> Acceptances(ImportCommand.Input input)
    {
        foreach (var (profiles, kind) in new[]
        {
            (input.Children, ProfileKind.Unidentified), (input.Relatives, ProfileKind.Reference),
            (input.Staff, ProfileKind.Staff),
        })
            foreach (var profile in profiles.Values)
            {
                var (accession, donor) = numbers.OfSample(profile.Id);
                yield return new() { Accession = accession, Donor = donor, Kind = kind, Profile = profile };
            }
    }

    /// <summary>Members by their place in the file: their names stay outside.</summary>
    Genetics.Primitives.Parsed<GeneFamily> Numbered(Family family)
    {
        var members = family.Pedigree.Members.Select((it, i) => new GeneFamilyMember(
            NameOf(i)!, it.Sex, NameOf(it.Father), NameOf(it.Mother),
            family.Profiles[i] is { } profile ? numbers.OfSample(profile.Id).Accession : null,
            family.Missing.Contains(i)));
        return GeneFamily.From(numbers.OfFamily(family.Id), 1, [.. members]);
    }

    static string? NameOf(int member) =>
        member < 0 ? null : (member + 1).ToString(CultureInfo.InvariantCulture);
}
