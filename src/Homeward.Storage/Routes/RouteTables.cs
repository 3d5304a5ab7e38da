using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.Routes;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Routes;

sealed class RouteTables :
    IEntityTypeConfiguration<Route>,
    IEntityTypeConfiguration<RouteLeg>,
    IEntityTypeConfiguration<RouteStep>,
    IEntityTypeConfiguration<RouteStep.Proposed>,
    IEntityTypeConfiguration<RouteStep.Closed>
{
    public void Configure(EntityTypeBuilder<Route> builder) =>
        builder.HoldsFacts("routes", it => it.Id)
            .Refers<Route, User>(it => it.By)
            .HasIndex(it => it.Name).IsUnique();

    public void Configure(EntityTypeBuilder<RouteLeg> builder)
    {
        builder.HoldsFacts("route_legs", it => it.Id)
            .Refers<RouteLeg, Route>(it => it.Route)
            .Refers<RouteLeg, Region>(it => it.From)
            .Refers<RouteLeg, Region>(it => it.To)
            .Refers<RouteLeg, User>(it => it.By)
            .HasIndex(it => new { it.Route, it.Number, it.At }).IsUnique();
        builder.Property(it => it.From).HasColumnName("from_region");
        builder.Property(it => it.To).HasColumnName("to_region");
        builder.ToTable(it =>
        {
            it.HasCheckConstraint("ck_route_legs_place", "number > 0");
            it.HasCheckConstraint("ck_route_legs_days", "known_from <= known_to");
        });
    }

    public void Configure(EntityTypeBuilder<RouteStep> builder)
    {
        builder.HoldsFacts("route_steps", it => it.Id)
            .Refers<RouteStep, Route>(it => it.Route)
            .Refers<RouteStep, User>(it => it.By)
            .HasIndex(it => new { it.Route, it.At }).IsUnique();
        builder.HasDiscriminator<string>("kind")
            .HasValue<RouteStep.Sourced>("Sourced")
            .HasValue<RouteStep.Proposed>("Proposed")
            .HasValue<RouteStep.Closed>("Closed")
            .HasValue<RouteStep.Reviewed>("Reviewed")
            .HasValue<RouteStep.Reactivated>("Reactivated");
        builder.ToTable(it =>
        {
            it.HasCheckConstraint(
                "ck_route_steps_sourced",
                "(kind = 'Sourced') = (source IS NOT NULL) AND (kind = 'Sourced') = (reference IS NOT NULL)");
            it.HasCheckConstraint(
                "ck_route_steps_proposed",
                "(kind = 'Proposed') = (how IS NOT NULL AND review_on IS NOT NULL)");
            it.HasCheckConstraint("ck_route_steps_closed", "(kind = 'Closed') = (proposal IS NOT NULL)");
            it.HasCheckConstraint(
                "ck_route_steps_during", "(kind IN ('Proposed', 'Closed')) = (during_id IS NOT NULL)");
            it.HasCheckConstraint("ck_route_steps_reviewed", "(kind = 'Reviewed') = (next_on IS NOT NULL)");
            it.HasCheckConstraint("ck_route_steps_reactivated", "(kind = 'Reactivated') = (basis IS NOT NULL)");
        });
    }

    public void Configure(EntityTypeBuilder<RouteStep.Proposed> builder) =>
        builder.Refers<RouteStep.Proposed, Operation>(it => it.During)
            .Property(it => it.During).HasColumnName("during");

    public void Configure(EntityTypeBuilder<RouteStep.Closed> builder) =>
        // The column is that of the proposal, and so is its reference.
        builder.Refers<RouteStep.Closed, RouteStep>(it => it.Proposal)
            .Property(it => it.During).HasColumnName("during");
}
