using Homeward.Cases.Agencies;
using Homeward.Cases.Identification;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Identification;

sealed class CandidateTables :
    IEntityTypeConfiguration<FoundCandidate>,
    IEntityTypeConfiguration<CandidateClosing>,
    IEntityTypeConfiguration<PairExclusion>,
    IEntityTypeConfiguration<MatchProposal>,
    IEntityTypeConfiguration<OpenCandidate>
{
    public void Configure(EntityTypeBuilder<FoundCandidate> builder)
    {
        builder.HoldsFacts("candidates", it => it.Number);
        builder.Property(it => it.Number).ValueGeneratedNever();
        builder.HasIndex(it => new { it.Child, it.Family, it.Member });
        builder.ToTable(it => it.HasCheckConstraint("ck_candidates_evidence", "length(evidence) = 64"));
    }

    public void Configure(EntityTypeBuilder<CandidateClosing> builder)
    {
        builder.HoldsFacts("candidate_closings", it => it.Number)
            .Refers<CandidateClosing, FoundCandidate>(it => it.Number);
        builder.Property(it => it.Number).ValueGeneratedNever();
        builder.ToTable(it =>
            it.HasCheckConstraint("ck_candidate_closings_better", "(reason = 'Replaced') = (better IS NOT NULL)"));
    }

    public void Configure(EntityTypeBuilder<PairExclusion> builder)
    {
        builder.HoldsFacts("pair_exclusions", it => it.Candidate)
            .Refers<PairExclusion, FoundCandidate>(it => it.Candidate)
            .Refers<PairExclusion, User>(it => it.By);
        builder.Property(it => it.Candidate).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<MatchProposal> builder) =>
        builder.HoldsFacts("match_proposals", it => it.Id)
            .Refers<MatchProposal, FoundCandidate>(it => it.Candidate)
            .Refers<MatchProposal, User>(it => it.By)
            .HasIndex(it => it.Candidate).IsUnique();

    public void Configure(EntityTypeBuilder<OpenCandidate> builder) => builder.IsView("open_candidates");
}
