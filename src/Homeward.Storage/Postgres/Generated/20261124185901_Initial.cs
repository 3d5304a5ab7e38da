using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Homeward.Storage.Postgres.Generated
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "candidates",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    child = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<string>(type: "text", nullable: false),
                    log10 = table.Column<double>(type: "double precision", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidates", x => x.number);
                    table.CheckConstraint("ck_candidates_evidence", "length(evidence) = 64");
                });

            migrationBuilder.CreateTable(
                name: "count_entries",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    metric = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "character varying(73)", maxLength: 73, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    delta = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded = table.Column<long>(type: "bigint", nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lead = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    born_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    born_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    citizenship = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    offence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    route = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    strength = table.Column<int>(type: "integer", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_count_entries", x => x.number);
                    table.CheckConstraint("ck_count_entries_metric", "metric IN ('CasesSolved', 'RingsBrokenUp', 'SuspectsDetained', 'PersonsRescued', 'Rescues', 'RoutesClosed', 'Participations', 'IdentifiedByDna', 'Reunited')");
                    table.CheckConstraint("ck_count_entries_reason", "reason IN ('Recorded', 'Merged', 'Unmerged', 'Reopened', 'Corrected', 'Withdrawn', 'TakenOver')");
                    table.CheckConstraint("ck_count_entries_route", "route IN ('CrossBorder', 'CrossRegional', 'Local')");
                    table.CheckConstraint("ck_count_entries_sex", "sex IN ('Unknown', 'Female', 'Male', 'Intersex')");
                });

            migrationBuilder.CreateTable(
                name: "done_acts",
                columns: table => new
                {
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_done_acts", x => x.act_id);
                });

            migrationBuilder.CreateTable(
                name: "family_deliveries",
                columns: table => new
                {
                    gene_family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_deliveries", x => new { x.gene_family_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "family_versions",
                columns: table => new
                {
                    gene_family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    is_released = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_versions", x => new { x.gene_family_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    profile = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installations", x => x.id);
                    table.CheckConstraint("ck_installations_kind", "kind IN ('Real', 'Demonstration')");
                    table.CheckConstraint("ck_installations_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    born_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    born_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    birth_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    vital = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    citizenship = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    marks = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => x.id);
                    table.CheckConstraint("ck_persons_birth_basis", "birth_basis IN ('Unknown', 'Document', 'Stated', 'Appearance', 'Medical')");
                    table.CheckConstraint("ck_persons_born", "born_earliest <= born_latest");
                    table.CheckConstraint("ck_persons_sex", "sex IN ('Unknown', 'Female', 'Male', 'Intersex')");
                    table.CheckConstraint("ck_persons_vital", "vital IN ('Unknown', 'Alive', 'Deceased')");
                });

            migrationBuilder.CreateTable(
                name: "regions",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    parent = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regions", x => x.code);
                    table.CheckConstraint("ck_regions_level", "level IN ('County', 'City', 'Province', 'National')");
                    table.ForeignKey(
                        name: "fk_regions_regions_parent",
                        column: x => x.parent,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "candidate_closings",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    better = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidate_closings", x => x.number);
                    table.CheckConstraint("ck_candidate_closings_better", "(reason = 'Replaced') = (better IS NOT NULL)");
                    table.CheckConstraint("ck_candidate_closings_reason", "reason IN ('Replaced', 'Gone', 'Excluded')");
                    table.ForeignKey(
                        name: "fk_candidate_closings_candidates_number",
                        column: x => x.number,
                        principalTable: "candidates",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started = table.Column<long>(type: "bigint", nullable: false),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    profile = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    recorded = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clocks", x => x.id);
                    table.CheckConstraint("ck_clocks_kind", "kind IN ('Placement', 'Sample', 'ProvisionalCertificate', 'Notice', 'Transfer', 'FinalCertificate')");
                    table.ForeignKey(
                        name: "fk_clocks_person_subject",
                        column: x => x.subject_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gene_donors",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    donor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gene_donors", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_gene_donors_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "identities",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    guard = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identities", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_identities_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_identities_persons_root",
                        column: x => x.root_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    script = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    keys = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_names", x => x.id);
                    table.CheckConstraint("ck_person_names_kind", "kind IN ('Birth', 'GivenByBuyer', 'GivenInCare', 'Alias', 'Nickname', 'Romanised')");
                    table.CheckConstraint("ck_person_names_script", "script IN ('Other', 'Hans', 'Hant', 'Latn')");
                    table.ForeignKey(
                        name: "fk_person_names_person_names_supersedes",
                        column: x => x.supersedes_id,
                        principalTable: "person_names",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_names_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                    table.CheckConstraint("ck_agencies_kind", "kind IN ('PublicSecurity', 'CivilAffairs', 'WelfareInstitution', 'RescueStation', 'DnaLaboratory', 'Prosecutor', 'Court', 'Hospital', 'BorderControl', 'ForeignLiaison', 'Statistics', 'Inspectorate')");
                    table.CheckConstraint("ck_agencies_level", "level IN ('County', 'City', 'Province', 'National')");
                    table.ForeignKey(
                        name: "fk_agencies_agencies_parent",
                        column: x => x.parent_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agencies_regions_region",
                        column: x => x.region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clock_events",
                columns: table => new
                {
                    clock_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    change = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    fact = table.Column<Guid>(type: "uuid", nullable: true),
                    order_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recorded = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_events", x => new { x.clock_id, x.number });
                    table.CheckConstraint("ck_clock_events_change", "change IN ('Satisfied', 'Suspended', 'Resumed')");
                    table.ForeignKey(
                        name: "fk_clock_events_clocks_clock",
                        column: x => x.clock_id,
                        principalTable: "clocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "name_keys",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    name_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_keys", x => new { x.key, x.name_id });
                    table.ForeignKey(
                        name: "fk_name_keys_person_names_name",
                        column: x => x.name_id,
                        principalTable: "person_names",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "facilities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    beds = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facilities", x => x.id);
                    table.CheckConstraint("ck_facilities_kind", "kind IN ('WelfareInstitution', 'RescueStation', 'Hospital', 'PoliceStation')");
                    table.CheckConstraint("ck_facilities_level", "level IN ('County', 'City', 'Province', 'National')");
                    table.CheckConstraint("ck_facilities_some_beds", "beds >= 0");
                    table.ForeignKey(
                        name: "fk_facilities_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_facilities_regions_region",
                        column: x => x.region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                    table.ForeignKey(
                        name: "fk_users_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bed_guards",
                columns: table => new
                {
                    facility_id = table.Column<Guid>(type: "uuid", nullable: false),
                    guard = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_guards", x => x.facility_id);
                    table.ForeignKey(
                        name: "fk_bed_guards_facilities_facility",
                        column: x => x.facility_id,
                        principalTable: "facilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "emergency_tasks",
                columns: table => new
                {
                    cause = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    facility_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_tasks", x => x.cause);
                    table.CheckConstraint("ck_emergency_tasks_kind", "kind IN ('Unsettled', 'DutyRemoved', 'NoBed')");
                    table.ForeignKey(
                        name: "fk_emergency_tasks_facility_facility",
                        column: x => x.facility_id,
                        principalTable: "facilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_emergency_tasks_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    facility_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notice = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptances", x => x.id);
                    table.CheckConstraint("ck_acceptances_notice", "notice <> ''");
                    table.ForeignKey(
                        name: "fk_acceptances_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptances_facility_facility",
                        column: x => x.facility_id,
                        principalTable: "facilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptances_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptances_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bed_escalations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_escalations", x => x.id);
                    table.CheckConstraint("ck_bed_escalations_level", "level IN ('County', 'City', 'Province', 'National')");
                    table.ForeignKey(
                        name: "fk_bed_escalations_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bed_escalations_regions_region",
                        column: x => x.region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bed_escalations_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletins", x => x.id);
                    table.ForeignKey(
                        name: "fk_bulletins_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_notes", x => x.id);
                    table.CheckConstraint("ck_care_notes_kind", "kind IN ('HealthCheck', 'Illness', 'Injury', 'Vaccination', 'Nutrition', 'Daily', 'Wellbeing', 'School', 'Other')");
                    table.CheckConstraint("ck_care_notes_text", "length(text) BETWEEN 1 AND 2000");
                    table.ForeignKey(
                        name: "fk_care_notes_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_notes_care_notes_supersedes",
                        column: x => x.supersedes_id,
                        principalTable: "care_notes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_notes_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_notes_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    given_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    document = table.Column<string>(type: "text", nullable: false),
                    given = table.Column<long>(type: "bigint", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.CheckConstraint("ck_consents_basis", "basis IN ('Law', 'Donor', 'Guardian')");
                    table.CheckConstraint("ck_consents_by_whom", "(basis <> 'Law' OR given_by_id IS NULL)\nAND (basis <> 'Donor' OR given_by_id IS NOT NULL AND given_by_id = person_id)\nAND (basis <> 'Guardian' OR given_by_id IS NULL OR given_by_id <> person_id)");
                    table.CheckConstraint("ck_consents_given", "given <= \"at\"");
                    table.ForeignKey(
                        name: "fk_consents_persons_given_by",
                        column: x => x.given_by_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    facility_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duties", x => x.id);
                    table.ForeignKey(
                        name: "fk_duties_facilities_facility",
                        column: x => x.facility_id,
                        principalTable: "facilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duties_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duties_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "families",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_families", x => x.id);
                    table.ForeignKey(
                        name: "fk_families_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    compartment = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    granted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                    table.CheckConstraint("ck_grants_first", "granted_by_id IS NOT NULL OR (id = '00000000-0000-7000-8000-000000000001' AND role = 'Administrator')");
                    table.CheckConstraint("ck_grants_not_to_oneself", "granted_by_id <> user_id");
                    table.CheckConstraint("ck_grants_role", "role IN ('Investigator', 'Commander', 'Headquarters', 'Caseworker', 'PanelMember', 'Analyst', 'Prosecutor', 'Liaison', 'Statistician', 'Administrator', 'Inspector', 'Approver')");
                    table.CheckConstraint("ck_grants_time", "until > since AND until - since <= 63158400000000");
                    table.ForeignKey(
                        name: "fk_grants_agency_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_grants_regions_region",
                        column: x => x.region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_grants_user_granted_by",
                        column: x => x.granted_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_grants_user_user",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imported_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_files", x => x.id);
                    table.CheckConstraint("ck_imported_files_kind", "kind IN ('People', 'Reports')");
                    table.ForeignKey(
                        name: "fk_imported_files_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imported_files_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "investigations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigations", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigations_agencies_lead",
                        column: x => x.lead_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_investigations_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "match_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    candidate = table.Column<long>(type: "bigint", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_match_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_match_proposals_candidates_candidate",
                        column: x => x.candidate,
                        principalTable: "candidates",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_match_proposals_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    h_hour = table.Column<long>(type: "bigint", nullable: false),
                    expected_children = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations", x => x.id);
                    table.CheckConstraint("ck_operations_children", "expected_children >= 0");
                    table.CheckConstraint("ck_operations_kind", "kind IN ('Joint', 'CrossBorder', 'Provincial', 'Campaign')");
                    table.ForeignKey(
                        name: "fk_operations_agencies_lead",
                        column: x => x.lead_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_operations_users_author",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pair_exclusions",
                columns: table => new
                {
                    candidate = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_exclusions", x => x.candidate);
                    table.CheckConstraint("ck_pair_exclusions_reason", "reason IN ('Markers', 'Lineage', 'Age', 'Sex', 'OtherRelation')");
                    table.ForeignKey(
                        name: "fk_pair_exclusions_candidates_candidate",
                        column: x => x.candidate,
                        principalTable: "candidates",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pair_exclusions_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    into_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                    table.CheckConstraint("ck_person_merges_basis", "basis IN ('Document', 'Biometric', 'DnaOfSamePerson', 'Statement', 'RecordedTwice')");
                    table.CheckConstraint("ck_person_merges_two", "person_id <> into_id");
                    table.ForeignKey(
                        name: "fk_person_merges_persons_into",
                        column: x => x.into_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_merges_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_merges_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "photos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photos", x => x.id);
                    table.CheckConstraint("ck_photos_size", "width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600");
                    table.ForeignKey(
                        name: "fk_photos_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_photos_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "possible_duplicates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_possible_duplicates", x => x.id);
                    table.CheckConstraint("ck_possible_duplicates_two", "first_id <> second_id");
                    table.ForeignKey(
                        name: "fk_possible_duplicates_persons_first",
                        column: x => x.first_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_possible_duplicates_persons_second",
                        column: x => x.second_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_possible_duplicates_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refused_screenings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    named_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refused_screenings", x => x.id);
                    table.ForeignKey(
                        name: "fk_refused_screenings_person_named",
                        column: x => x.named_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_refused_screenings_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rings", x => x.id);
                    table.CheckConstraint("ck_rings_kind", "kind IN ('Family', 'Regional', 'CrossRegional', 'CrossBorder')");
                    table.ForeignKey(
                        name: "fk_rings_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "routes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_routes", x => x.id);
                    table.CheckConstraint("ck_routes_kind", "kind IN ('CrossBorder', 'CrossRegional', 'Local')");
                    table.ForeignKey(
                        name: "fk_routes_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "emergency_tasks_done",
                columns: table => new
                {
                    cause = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_tasks_done", x => x.cause);
                    table.ForeignKey(
                        name: "fk_emergency_tasks_done_emergency_tasks_cause",
                        column: x => x.cause,
                        principalTable: "emergency_tasks",
                        principalColumn: "cause",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_emergency_tasks_done_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "custodies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    facility_id = table.Column<Guid>(type: "uuid", nullable: true),
                    carer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    acceptance_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    origin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custodies", x => x.id);
                    table.CheckConstraint("ck_custodies_acceptance", "acceptance_id IS NOT NULL OR kind NOT IN ('WelfareInstitution', 'RescueStation', 'FosterFamily', 'ForeignAuthority')");
                    table.CheckConstraint("ck_custodies_begun", "since <= at");
                    table.CheckConstraint("ck_custodies_facility", "facility_id IS NOT NULL OR kind NOT IN ('WelfareInstitution', 'RescueStation', 'Hospital')");
                    table.CheckConstraint("ck_custodies_foster", "carer_id IS NOT NULL OR kind <> 'FosterFamily'");
                    table.CheckConstraint("ck_custodies_incident", "kind = 'Unsettled' OR reason NOT IN ('AdverseLink', 'ReturnedToBuyer')");
                    table.CheckConstraint("ck_custodies_kind", "kind IN ('PoliceEmergency', 'Hospital', 'WelfareInstitution', 'RescueStation', 'FosterFamily', 'ForeignAuthority', 'Independent', 'MissingAgain', 'Deceased', 'Unsettled')");
                    table.CheckConstraint("ck_custodies_nobody", "(carer_id IS NULL AND facility_id IS NULL AND acceptance_id IS NULL) OR kind NOT IN ('Independent', 'MissingAgain', 'Deceased', 'Unsettled')");
                    table.CheckConstraint("ck_custodies_origin", "(origin_id = id) = (supersedes_id IS NULL)");
                    table.CheckConstraint("ck_custodies_reason", "reason IN ('Ordinary', 'Rescue', 'AdverseLink', 'ReturnedToBuyer', 'Correction')");
                    table.ForeignKey(
                        name: "fk_custodies_acceptance_acceptance",
                        column: x => x.acceptance_id,
                        principalTable: "acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_custodies_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_custodies_custodies_origin",
                        column: x => x.origin_id,
                        principalTable: "custodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_custodies_custodies_supersedes",
                        column: x => x.supersedes_id,
                        principalTable: "custodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_custodies_facility_facility",
                        column: x => x.facility_id,
                        principalTable: "facilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_custodies_person_carer",
                        column: x => x.carer_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_custodies_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_custodies_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletin_counts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bulletin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_line = table.Column<long>(type: "bigint", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_counts", x => x.id);
                    table.ForeignKey(
                        name: "fk_bulletin_counts_bulletins_bulletin",
                        column: x => x.bulletin_id,
                        principalTable: "bulletins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulletin_counts_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consent_scopes",
                columns: table => new
                {
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_scopes", x => new { x.consent_id, x.use });
                    table.CheckConstraint("ck_consent_scopes_use", "use IN ('Search', 'RepeatTyping', 'ContaminationCheck')");
                    table.ForeignKey(
                        name: "fk_consent_scopes_consents_consent",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consent_withdrawals",
                columns: table => new
                {
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_withdrawals", x => x.consent_id);
                    table.ForeignKey(
                        name: "fk_consent_withdrawals_consents_consent",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consent_withdrawals_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "samples",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    material = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    seal = table.Column<string>(type: "text", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_samples", x => x.id);
                    table.CheckConstraint("ck_samples_material", "material IN ('BloodCard', 'MouthSwab', 'Hair', 'Other')");
                    table.CheckConstraint("ck_samples_role", "role IN ('Rescued', 'Relative', 'Staff')");
                    table.CheckConstraint("ck_samples_taken", "taken <= \"at\"");
                    table.ForeignKey(
                        name: "fk_samples_consents_consent",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_samples_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_samples_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_ends",
                columns: table => new
                {
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_adverse_link = table.Column<bool>(type: "boolean", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_ends", x => x.duty_id);
                    table.ForeignKey(
                        name: "fk_duty_ends_duties_duty",
                        column: x => x.duty_id,
                        principalTable: "duties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duty_ends_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "family_members",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    father = table.Column<string>(type: "text", nullable: true),
                    mother = table.Column<string>(type: "text", nullable: true),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sample = table.Column<string>(type: "text", nullable: true),
                    is_missing = table.Column<bool>(type: "boolean", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_members", x => new { x.family_id, x.name });
                    table.CheckConstraint("ck_family_members_missing", "NOT is_missing OR sample IS NULL");
                    table.CheckConstraint("ck_family_members_parents", "(father IS NULL) = (mother IS NULL)");
                    table.CheckConstraint("ck_family_members_sex", "sex IN ('Unknown', 'Female', 'Male', 'Intersex')");
                    table.ForeignKey(
                        name: "fk_family_members_families_family",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_family_members_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "family_steps",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    markers = table.Column<string>(type: "text", nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_steps", x => new { x.family_id, x.ordinal });
                    table.CheckConstraint("ck_family_steps_kind", "kind IN ('Activated', 'Held', 'Released', 'Ended')");
                    table.CheckConstraint("ck_family_steps_why", "(kind = 'Held') = (markers IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_family_steps_family_family",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_family_steps_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gene_families",
                columns: table => new
                {
                    family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gene_family_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gene_families", x => x.family_id);
                    table.ForeignKey(
                        name: "fk_gene_families_family_family",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "missing_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    missing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    family_id = table.Column<Guid>(type: "uuid", nullable: true),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    seen_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    seen_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missing_reports", x => x.id);
                    table.CheckConstraint("ck_missing_reports_category", "category IN ('Unknown', 'Abducted', 'Lured', 'TakenByParent', 'Sold', 'Runaway', 'Lost')");
                    table.CheckConstraint("ck_missing_reports_seen", "seen_earliest <= seen_latest");
                    table.ForeignKey(
                        name: "fk_missing_reports_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_reports_families_family",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_reports_missing_reports_supersedes",
                        column: x => x.supersedes_id,
                        principalTable: "missing_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_reports_person_missing",
                        column: x => x.missing_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_reports_regions_region",
                        column: x => x.region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_reports_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_ends",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_ends", x => x.grant_id);
                    table.ForeignKey(
                        name: "fk_grant_ends_grants_grant",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_grant_ends_user_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "investigation_offences",
                columns: table => new
                {
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_offences", x => new { x.investigation_id, x.code });
                    table.ForeignKey(
                        name: "fk_investigation_offences_investigation_investigation",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "investigation_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: false),
                    into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_steps", x => x.id);
                    table.CheckConstraint("ck_investigation_steps_kind", "kind IN ('InvestigationStep', 'Merged', 'Reopened', 'Separated', 'Solved')");
                    table.CheckConstraint("ck_investigation_steps_merged", "(kind = 'Merged') = (into_id IS NOT NULL) AND (into_id IS NULL OR into_id <> investigation_id)");
                    table.CheckConstraint("ck_investigation_steps_why", "(kind IN ('Reopened', 'Separated')) = (reason IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_investigation_steps_investigation_investigation",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_investigation_steps_investigations_into_id",
                        column: x => x.into_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_investigation_steps_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bed_reservations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    facility_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beds = table.Column<int>(type: "integer", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_reservations", x => x.id);
                    table.CheckConstraint("ck_bed_reservations_number", "beds > 0");
                    table.CheckConstraint("ck_bed_reservations_time", "\"until\" > \"at\"");
                    table.ForeignKey(
                        name: "fk_bed_reservations_facilities_facility",
                        column: x => x.facility_id,
                        principalTable: "facilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bed_reservations_operations_operation",
                        column: x => x.operation_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bed_reservations_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "detentions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    during_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_detentions", x => x.id);
                    table.CheckConstraint("ck_detentions_begun", "since <= \"at\"");
                    table.CheckConstraint("ck_detentions_measure", "measure IN ('Wanted', 'Summoned', 'CriminalDetention', 'Arrest', 'AdministrativeDetention', 'ResidentialSurveillance', 'Bail', 'Released')");
                    table.ForeignKey(
                        name: "fk_detentions_agencies_authority",
                        column: x => x.authority_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_detentions_detentions_corrects",
                        column: x => x.corrects_id,
                        principalTable: "detentions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_detentions_operation_during",
                        column: x => x.during_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_detentions_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_detentions_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "operation_participants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    forces = table.Column<int>(type: "integer", nullable: false),
                    invited_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invited_at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_participants", x => x.id);
                    table.CheckConstraint("ck_operation_participants_role", "role IN ('Lead', 'Support', 'Welfare', 'Laboratory', 'Partner')");
                    table.CheckConstraint("ck_operation_participants_size", "forces >= 0");
                    table.ForeignKey(
                        name: "fk_operation_participants_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_operation_participants_operations_operation",
                        column: x => x.operation_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_operation_participants_regions_region",
                        column: x => x.region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_operation_participants_users_invited_by",
                        column: x => x.invited_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "operation_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    bulletin = table.Column<string>(type: "text", nullable: true),
                    h_hour = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_steps", x => x.id);
                    table.CheckConstraint("ck_operation_steps_kind", "kind IN ('OperationStep', 'Aborted', 'Authorised', 'Closed', 'Reopened', 'Reported', 'Rescheduled', 'Secured')");
                    table.CheckConstraint("ck_operation_steps_moved", "(kind = 'Rescheduled') = (h_hour IS NOT NULL)");
                    table.CheckConstraint("ck_operation_steps_told", "(kind = 'Reported') = (bulletin IS NOT NULL)");
                    table.CheckConstraint("ck_operation_steps_why", "(kind IN ('Aborted', 'Reopened')) = (reason IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_operation_steps_operation_operation",
                        column: x => x.operation_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_operation_steps_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "merge_reversals",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merge_reversals", x => x.merge_id);
                    table.ForeignKey(
                        name: "fk_merge_reversals_person_merges_merge",
                        column: x => x.merge_id,
                        principalTable: "person_merges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_merge_reversals_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealed_photos",
                columns: table => new
                {
                    photo_id = table.Column<Guid>(type: "uuid", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_photos", x => x.photo_id);
                    table.CheckConstraint("ck_sealed_photos_bytes", "length(box) BETWEEN 29 AND 4194332");
                    table.ForeignKey(
                        name: "fk_sealed_photos_photos_photo",
                        column: x => x.photo_id,
                        principalTable: "photos",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_dismissals",
                columns: table => new
                {
                    duplicate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_dismissals", x => x.duplicate_id);
                    table.ForeignKey(
                        name: "fk_duplicate_dismissals_possible_duplicates_duplicate",
                        column: x => x.duplicate_id,
                        principalTable: "possible_duplicates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duplicate_dismissals_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ring_memberships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ring_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_from = table.Column<DateOnly>(type: "date", nullable: true),
                    known_to = table.Column<DateOnly>(type: "date", nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ring_memberships", x => x.id);
                    table.CheckConstraint("ck_ring_memberships_certainty", "certainty IN ('Unconfirmed', 'Tentative', 'Confirmed')");
                    table.CheckConstraint("ck_ring_memberships_days", "known_from <= known_to");
                    table.CheckConstraint("ck_ring_memberships_role", "role IN ('Organiser', 'Core', 'Associate')");
                    table.ForeignKey(
                        name: "fk_ring_memberships_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ring_memberships_rings_ring",
                        column: x => x.ring_id,
                        principalTable: "rings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ring_memberships_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ring_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ring_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    proposal = table.Column<Guid>(type: "uuid", nullable: true),
                    during_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisers = table.Column<int>(type: "integer", nullable: true),
                    organisers_detained = table.Column<int>(type: "integer", nullable: true),
                    core = table.Column<int>(type: "integer", nullable: true),
                    core_detained = table.Column<int>(type: "integer", nullable: true),
                    into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ring_steps", x => x.id);
                    table.CheckConstraint("ck_ring_steps_broken_up", "(kind = 'BrokenUp') = (proposal IS NOT NULL AND organisers IS NOT NULL AND organisers_detained IS NOT NULL AND core IS NOT NULL AND core_detained IS NOT NULL)");
                    table.CheckConstraint("ck_ring_steps_criteria", "kind <> 'BrokenUp' OR (organisers > 0 AND organisers_detained = organisers AND core >= organisers AND core_detained * 100 >= core * 60)");
                    table.CheckConstraint("ck_ring_steps_kind", "kind IN ('RingStep', 'BrokenUp', 'Merged', 'Proposed', 'Resurfaced', 'Separated')");
                    table.CheckConstraint("ck_ring_steps_merged", "(kind = 'Merged') = (into_id IS NOT NULL) AND (into_id IS NULL OR into_id <> ring_id)");
                    table.CheckConstraint("ck_ring_steps_resurfaced", "(kind IN ('Resurfaced', 'Separated')) = (basis IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_ring_steps_operations_during_id",
                        column: x => x.during_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ring_steps_ring_steps_proposal",
                        column: x => x.proposal,
                        principalTable: "ring_steps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ring_steps_rings_into_id",
                        column: x => x.into_id,
                        principalTable: "rings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ring_steps_rings_ring",
                        column: x => x.ring_id,
                        principalTable: "rings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ring_steps_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "route_legs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    route_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    to_region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    crossing_point = table.Column<string>(type: "text", nullable: true),
                    known_from = table.Column<DateOnly>(type: "date", nullable: true),
                    known_to = table.Column<DateOnly>(type: "date", nullable: true),
                    certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_legs", x => x.id);
                    table.CheckConstraint("ck_route_legs_certainty", "certainty IN ('Unconfirmed', 'Tentative', 'Confirmed')");
                    table.CheckConstraint("ck_route_legs_days", "known_from <= known_to");
                    table.CheckConstraint("ck_route_legs_mode", "mode IN ('Unknown', 'Foot', 'Boat', 'Bus', 'Train', 'Car', 'Air')");
                    table.CheckConstraint("ck_route_legs_place", "number > 0");
                    table.ForeignKey(
                        name: "fk_route_legs_regions_from",
                        column: x => x.from_region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_legs_regions_to",
                        column: x => x.to_region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_legs_routes_route",
                        column: x => x.route_id,
                        principalTable: "routes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_legs_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "route_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    route_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    proposal = table.Column<Guid>(type: "uuid", nullable: true),
                    during_id = table.Column<Guid>(type: "uuid", nullable: true),
                    how = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: true),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_steps", x => x.id);
                    table.CheckConstraint("ck_route_steps_closed", "(kind = 'Closed') = (proposal IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_during", "(kind IN ('Proposed', 'Closed')) = (during_id IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_how", "how IN ('CrossingGuarded', 'OrganisersDetained', 'TransportSeized')");
                    table.CheckConstraint("ck_route_steps_kind", "kind IN ('RouteStep', 'Closed', 'Proposed', 'Reactivated', 'Reviewed', 'Sourced')");
                    table.CheckConstraint("ck_route_steps_proposed", "(kind = 'Proposed') = (how IS NOT NULL AND review_on IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_reactivated", "(kind = 'Reactivated') = (basis IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_reviewed", "(kind = 'Reviewed') = (next_on IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_source", "source IN ('Statement', 'Surveillance', 'Document', 'Agency', 'ForeignAgency', 'Tip')");
                    table.CheckConstraint("ck_route_steps_sourced", "(kind = 'Sourced') = (source IS NOT NULL) AND (kind = 'Sourced') = (reference IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_route_steps_operations_during_id",
                        column: x => x.during_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_steps_route_steps_proposal",
                        column: x => x.proposal,
                        principalTable: "route_steps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_steps_routes_route",
                        column: x => x.route_id,
                        principalTable: "routes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_steps_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_members",
                columns: table => new
                {
                    custody_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_members", x => new { x.custody_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_household_members_custodies_custody",
                        column: x => x.custody_id,
                        principalTable: "custodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_household_members_person_member",
                        column: x => x.member_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rescues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    custody_id = table.Column<Guid>(type: "uuid", nullable: false),
                    latest = table.Column<long>(type: "bigint", nullable: true),
                    region = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    condition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    age_days_least = table.Column<int>(type: "integer", nullable: true),
                    age_days_most = table.Column<int>(type: "integer", nullable: true),
                    age_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rescues", x => x.id);
                    table.CheckConstraint("ck_rescues_age", "age_days_least >= 0 AND age_days_least <= age_days_most");
                    table.CheckConstraint("ck_rescues_age_basis", "age_basis IN ('Unknown', 'Document', 'Stated', 'Appearance', 'Medical')");
                    table.CheckConstraint("ck_rescues_condition", "condition IN ('Unknown', 'Good', 'Ill', 'Injured', 'Malnourished', 'Sedated', 'Neglected', 'Dead', 'Other')");
                    table.ForeignKey(
                        name: "fk_rescues_agencies_unit",
                        column: x => x.unit_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rescues_custodies_custody",
                        column: x => x.custody_id,
                        principalTable: "custodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rescues_persons_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rescues_regions_region",
                        column: x => x.region,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rescues_rescues_supersedes",
                        column: x => x.supersedes_id,
                        principalTable: "rescues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rescues_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletin_approvals",
                columns: table => new
                {
                    count_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_approvals", x => new { x.count_id, x.by_id });
                    table.ForeignKey(
                        name: "fk_bulletin_approvals_bulletin_counts_count",
                        column: x => x.count_id,
                        principalTable: "bulletin_counts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulletin_approvals_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletin_publications",
                columns: table => new
                {
                    bulletin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    count_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_publications", x => x.bulletin_id);
                    table.ForeignKey(
                        name: "fk_bulletin_publications_bulletin_counts_count",
                        column: x => x.count_id,
                        principalTable: "bulletin_counts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulletin_publications_bulletins_bulletin",
                        column: x => x.bulletin_id,
                        principalTable: "bulletins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulletin_publications_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletin_texts",
                columns: table => new
                {
                    count_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_texts", x => new { x.count_id, x.language });
                    table.ForeignKey(
                        name: "fk_bulletin_texts_bulletin_counts_count",
                        column: x => x.count_id,
                        principalTable: "bulletin_counts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sample_handovers",
                columns: table => new
                {
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seal_intact = table.Column<bool>(type: "boolean", nullable: false),
                    seal = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sample_handovers", x => new { x.sample_id, x.ordinal });
                    table.CheckConstraint("ck_sample_handovers_hands", "from_id <> to_id");
                    table.ForeignKey(
                        name: "fk_sample_handovers_samples_sample",
                        column: x => x.sample_id,
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sample_handovers_users_from",
                        column: x => x.from_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sample_handovers_users_to",
                        column: x => x.to_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "typings",
                columns: table => new
                {
                    accession = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    laboratory_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_typings", x => x.accession);
                    table.CheckConstraint("ck_typings_accession", "length(accession) = 11");
                    table.ForeignKey(
                        name: "fk_typings_agencies_laboratory",
                        column: x => x.laboratory_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_typings_samples_sample",
                        column: x => x.sample_id,
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_typings_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imported_rows",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_rows", x => new { x.agency_id, x.kind, x.number });
                    table.CheckConstraint("ck_imported_rows_kind", "kind IN ('People', 'Reports')");
                    table.ForeignKey(
                        name: "fk_imported_rows_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imported_rows_imported_files_import",
                        column: x => x.import_id,
                        principalTable: "imported_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imported_rows_missing_reports_report",
                        column: x => x.report_id,
                        principalTable: "missing_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imported_rows_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bed_releases",
                columns: table => new
                {
                    reservation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_releases", x => x.reservation_id);
                    table.ForeignKey(
                        name: "fk_bed_releases_bed_reservations_reservation",
                        column: x => x.reservation_id,
                        principalTable: "bed_reservations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bed_releases_operations_operation",
                        column: x => x.operation_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bed_releases_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participant_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: false),
                    children = table.Column<int>(type: "integer", nullable: true),
                    suspects = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant_answers", x => x.id);
                    table.CheckConstraint("ck_participant_answers_kind", "kind IN ('ParticipantAnswer', 'Accepted', 'Confirmed', 'Declined')");
                    table.CheckConstraint("ck_participant_answers_numbers", "(kind = 'Confirmed') = (children IS NOT NULL) AND (kind = 'Confirmed') = (suspects IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_participant_answers_operation_operation",
                        column: x => x.operation_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participant_answers_participant_participant",
                        column: x => x.participant_id,
                        principalTable: "operation_participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participant_answers_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "operation_rescues",
                columns: table => new
                {
                    rescue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_rescues", x => x.rescue_id);
                    table.ForeignKey(
                        name: "fk_operation_rescues_operations_operation",
                        column: x => x.operation_id,
                        principalTable: "operations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_operation_rescues_rescue_rescue",
                        column: x => x.rescue_id,
                        principalTable: "rescues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_operation_rescues_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "party_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rescue_id = table.Column<Guid>(type: "uuid", nullable: true),
                    certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_links", x => x.id);
                    table.CheckConstraint("ck_party_links_certainty", "certainty IN ('Unconfirmed', 'Tentative', 'Confirmed')");
                    table.CheckConstraint("ck_party_links_role", "role IN ('Abductor', 'Seller', 'ParentSeller', 'Buyer', 'Broker', 'Organiser', 'Transporter', 'Harbourer', 'Forger', 'MedicalAccomplice', 'Obstructor', 'Exploiter', 'FoundWith', 'Lookout', 'Victim', 'Witness', 'Informant')");
                    table.CheckConstraint("ck_party_links_to_what", "(role = 'FoundWith') = (rescue_id IS NOT NULL) AND (rescue_id IS NULL) = (investigation_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_party_links_investigations_investigation",
                        column: x => x.investigation_id,
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_party_links_person_person",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_party_links_rescue_rescue",
                        column: x => x.rescue_id,
                        principalTable: "rescues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_party_links_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "typing_acceptances",
                columns: table => new
                {
                    accession = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    supersedes = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_typing_acceptances", x => x.accession);
                    table.ForeignKey(
                        name: "fk_typing_acceptances_typing_acceptances_supersedes",
                        column: x => x.supersedes,
                        principalTable: "typing_acceptances",
                        principalColumn: "accession",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_typing_acceptances_typings_accession",
                        column: x => x.accession,
                        principalTable: "typings",
                        principalColumn: "accession",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "typing_withdrawals",
                columns: table => new
                {
                    accession = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_typing_withdrawals", x => x.accession);
                    table.ForeignKey(
                        name: "fk_typing_withdrawals_typings_accession",
                        column: x => x.accession,
                        principalTable: "typings",
                        principalColumn: "accession",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acquittals",
                columns: table => new
                {
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    judgment = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acquittals", x => x.link_id);
                    table.CheckConstraint("ck_acquittals_judgment", "judgment <> ''");
                    table.ForeignKey(
                        name: "fk_acquittals_agencies_court",
                        column: x => x.court_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acquittals_party_links_link",
                        column: x => x.link_id,
                        principalTable: "party_links",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acquittals_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clearings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grounds = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clearings", x => x.id);
                    table.CheckConstraint("ck_clearings_basis", "basis IN ('CoVictim', 'Bystander', 'MistakenIdentity', 'RecordedInError', 'NoSuspicionLeft')");
                    table.CheckConstraint("ck_clearings_grounds", "grounds <> ''");
                    table.ForeignKey(
                        name: "fk_clearings_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clearings_party_links_link",
                        column: x => x.link_id,
                        principalTable: "party_links",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clearings_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clearing_confirmations",
                columns: table => new
                {
                    clearing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clearing_confirmations", x => x.clearing_id);
                    table.ForeignKey(
                        name: "fk_clearing_confirmations_agencies_agency",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clearing_confirmations_clearings_clearing",
                        column: x => x.clearing_id,
                        principalTable: "clearings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_clearing_confirmations_users_by",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_agency",
                table: "acceptances",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_by",
                table: "acceptances",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_facility",
                table: "acceptances",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_person",
                table: "acceptances",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_acquittals_by",
                table: "acquittals",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_acquittals_court",
                table: "acquittals",
                column: "court_id");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_parent",
                table: "agencies",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_region",
                table: "agencies",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_bed_escalations_by",
                table: "bed_escalations",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_bed_escalations_person",
                table: "bed_escalations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_bed_escalations_region",
                table: "bed_escalations",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_bed_releases_by",
                table: "bed_releases",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_bed_releases_operation",
                table: "bed_releases",
                column: "operation_id");

            migrationBuilder.CreateIndex(
                name: "ix_bed_reservations_by",
                table: "bed_reservations",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_bed_reservations_facility",
                table: "bed_reservations",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "ix_bed_reservations_operation",
                table: "bed_reservations",
                column: "operation_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletin_approvals_by",
                table: "bulletin_approvals",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletin_counts_bulletin",
                table: "bulletin_counts",
                column: "bulletin_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletin_counts_by",
                table: "bulletin_counts",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletin_publications_by",
                table: "bulletin_publications",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletin_publications_count",
                table: "bulletin_publications",
                column: "count_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletins_by",
                table: "bulletins",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletins_number",
                table: "bulletins",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_candidates_child_family_member",
                table: "candidates",
                columns: new[] { "child", "family_id", "member" });

            migrationBuilder.CreateIndex(
                name: "ix_care_notes_agency",
                table: "care_notes",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_notes_by",
                table: "care_notes",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_notes_person",
                table: "care_notes",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_notes_supersedes",
                table: "care_notes",
                column: "supersedes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_clearing_confirmations_agency",
                table: "clearing_confirmations",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_clearing_confirmations_by",
                table: "clearing_confirmations",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_clearings_agency",
                table: "clearings",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_clearings_by",
                table: "clearings",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_clearings_link",
                table: "clearings",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_clocks_due",
                table: "clocks",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "ix_clocks_subject",
                table: "clocks",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_withdrawals_by",
                table: "consent_withdrawals",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_by",
                table: "consents",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_given_by",
                table: "consents",
                column: "given_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_person",
                table: "consents",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_count_entries_figures",
                table: "count_entries",
                columns: new[] { "metric", "version", "lead", "operation_id", "occurred_on", "number", "delta", "strength", "sex", "born_earliest", "born_latest" });

            migrationBuilder.CreateIndex(
                name: "ix_count_entries_subject_metric_version_ordinal",
                table: "count_entries",
                columns: new[] { "subject", "metric", "version", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_custodies_acceptance",
                table: "custodies",
                column: "acceptance_id");

            migrationBuilder.CreateIndex(
                name: "ix_custodies_agency",
                table: "custodies",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_custodies_by",
                table: "custodies",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_custodies_carer",
                table: "custodies",
                column: "carer_id");

            migrationBuilder.CreateIndex(
                name: "ix_custodies_facility",
                table: "custodies",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "ix_custodies_origin",
                table: "custodies",
                column: "origin_id");

            migrationBuilder.CreateIndex(
                name: "ix_custodies_person",
                table: "custodies",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_custodies_supersedes",
                table: "custodies",
                column: "supersedes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_detentions_authority",
                table: "detentions",
                column: "authority_id");

            migrationBuilder.CreateIndex(
                name: "ix_detentions_by",
                table: "detentions",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_detentions_corrects",
                table: "detentions",
                column: "corrects_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_detentions_during",
                table: "detentions",
                column: "during_id");

            migrationBuilder.CreateIndex(
                name: "ix_detentions_person_since",
                table: "detentions",
                columns: new[] { "person_id", "since" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_dismissals_by",
                table: "duplicate_dismissals",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_duties_by",
                table: "duties",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_duties_facility",
                table: "duties",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "ix_duties_person",
                table: "duties",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_duty_ends_by",
                table: "duty_ends",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_tasks_facility",
                table: "emergency_tasks",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_tasks_person",
                table: "emergency_tasks",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_tasks_done_by",
                table: "emergency_tasks_done",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_facilities_agency",
                table: "facilities",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_facilities_region",
                table: "facilities",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_families_by",
                table: "families",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_families_code",
                table: "families",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_family_members_person",
                table: "family_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_steps_by",
                table: "family_steps",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_gene_donors_donor",
                table: "gene_donors",
                column: "donor_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gene_families_gene_family",
                table: "gene_families",
                column: "gene_family_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grant_ends_by",
                table: "grant_ends",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_grants_agency",
                table: "grants",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_grants_granted_by",
                table: "grants",
                column: "granted_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_grants_region",
                table: "grants",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_grants_user",
                table: "grants",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_members_member",
                table: "household_members",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_identities_root",
                table: "identities",
                column: "root_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_files_agency",
                table: "imported_files",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_files_by",
                table: "imported_files",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_rows_import",
                table: "imported_rows",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_rows_person",
                table: "imported_rows",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_imported_rows_report",
                table: "imported_rows",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_steps_by",
                table: "investigation_steps",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_steps_into_id",
                table: "investigation_steps",
                column: "into_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_steps_investigation_at",
                table: "investigation_steps",
                columns: new[] { "investigation_id", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_investigations_by",
                table: "investigations",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigations_lead_number",
                table: "investigations",
                columns: new[] { "lead_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_match_proposals_by",
                table: "match_proposals",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_match_proposals_candidate",
                table: "match_proposals",
                column: "candidate",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_merge_reversals_by",
                table: "merge_reversals",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_missing_reports_agency_number",
                table: "missing_reports",
                columns: new[] { "agency_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_missing_reports_by",
                table: "missing_reports",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_missing_reports_family",
                table: "missing_reports",
                column: "family_id");

            migrationBuilder.CreateIndex(
                name: "ix_missing_reports_missing",
                table: "missing_reports",
                column: "missing_id");

            migrationBuilder.CreateIndex(
                name: "ix_missing_reports_region",
                table: "missing_reports",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_missing_reports_supersedes",
                table: "missing_reports",
                column: "supersedes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_name_keys_name",
                table: "name_keys",
                column: "name_id");

            migrationBuilder.CreateIndex(
                name: "ix_operation_participants_agency",
                table: "operation_participants",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_operation_participants_invited_by",
                table: "operation_participants",
                column: "invited_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_operation_participants_operation_agency_region",
                table: "operation_participants",
                columns: new[] { "operation_id", "agency_id", "region" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_operation_participants_region",
                table: "operation_participants",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_operation_rescues_by",
                table: "operation_rescues",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_operation_rescues_operation",
                table: "operation_rescues",
                column: "operation_id");

            migrationBuilder.CreateIndex(
                name: "ix_operation_steps_by",
                table: "operation_steps",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_operation_steps_operation_at",
                table: "operation_steps",
                columns: new[] { "operation_id", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_operations_author",
                table: "operations",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_operations_code",
                table: "operations",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_operations_lead",
                table: "operations",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "ix_pair_exclusions_by",
                table: "pair_exclusions",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_participant_answers_by",
                table: "participant_answers",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_participant_answers_operation",
                table: "participant_answers",
                column: "operation_id");

            migrationBuilder.CreateIndex(
                name: "ix_participant_answers_participant_at",
                table: "participant_answers",
                columns: new[] { "participant_id", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_party_links_by",
                table: "party_links",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_party_links_investigation",
                table: "party_links",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_party_links_person",
                table: "party_links",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_party_links_rescue",
                table: "party_links",
                column: "rescue_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_by",
                table: "person_merges",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_into",
                table: "person_merges",
                column: "into_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_person",
                table: "person_merges",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_names_person",
                table: "person_names",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_names_supersedes",
                table: "person_names",
                column: "supersedes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_photos_by",
                table: "photos",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_photos_holder",
                table: "photos",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_photos_person",
                table: "photos",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_possible_duplicates_by",
                table: "possible_duplicates",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_possible_duplicates_first",
                table: "possible_duplicates",
                column: "first_id");

            migrationBuilder.CreateIndex(
                name: "ix_possible_duplicates_second",
                table: "possible_duplicates",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_refused_screenings_by",
                table: "refused_screenings",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_refused_screenings_named",
                table: "refused_screenings",
                column: "named_id");

            migrationBuilder.CreateIndex(
                name: "ix_regions_parent",
                table: "regions",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "ix_rescues_by",
                table: "rescues",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_rescues_custody",
                table: "rescues",
                column: "custody_id");

            migrationBuilder.CreateIndex(
                name: "ix_rescues_person",
                table: "rescues",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_rescues_region",
                table: "rescues",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_rescues_supersedes",
                table: "rescues",
                column: "supersedes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rescues_unit",
                table: "rescues",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_ring_memberships_by",
                table: "ring_memberships",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_ring_memberships_person",
                table: "ring_memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_ring_memberships_ring_person_at",
                table: "ring_memberships",
                columns: new[] { "ring_id", "person_id", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ring_steps_by",
                table: "ring_steps",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_ring_steps_during_id",
                table: "ring_steps",
                column: "during_id");

            migrationBuilder.CreateIndex(
                name: "ix_ring_steps_into_id",
                table: "ring_steps",
                column: "into_id");

            migrationBuilder.CreateIndex(
                name: "ix_ring_steps_proposal",
                table: "ring_steps",
                column: "proposal");

            migrationBuilder.CreateIndex(
                name: "ix_ring_steps_ring_at",
                table: "ring_steps",
                columns: new[] { "ring_id", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rings_by",
                table: "rings",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_rings_code_name",
                table: "rings",
                column: "code_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_route_legs_by",
                table: "route_legs",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_route_legs_from",
                table: "route_legs",
                column: "from_region");

            migrationBuilder.CreateIndex(
                name: "ix_route_legs_route_number_at",
                table: "route_legs",
                columns: new[] { "route_id", "number", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_route_legs_to",
                table: "route_legs",
                column: "to_region");

            migrationBuilder.CreateIndex(
                name: "ix_route_steps_by",
                table: "route_steps",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_route_steps_during_id",
                table: "route_steps",
                column: "during_id");

            migrationBuilder.CreateIndex(
                name: "ix_route_steps_proposal",
                table: "route_steps",
                column: "proposal");

            migrationBuilder.CreateIndex(
                name: "ix_route_steps_route_at",
                table: "route_steps",
                columns: new[] { "route_id", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_routes_by",
                table: "routes",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_routes_name",
                table: "routes",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sample_handovers_from",
                table: "sample_handovers",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_sample_handovers_to",
                table: "sample_handovers",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_samples_by",
                table: "samples",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_samples_consent",
                table: "samples",
                column: "consent_id");

            migrationBuilder.CreateIndex(
                name: "ix_samples_label",
                table: "samples",
                column: "label",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_samples_person",
                table: "samples",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_samples_seal",
                table: "samples",
                column: "seal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_typing_acceptances_supersedes",
                table: "typing_acceptances",
                column: "supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_typings_by",
                table: "typings",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_typings_laboratory",
                table: "typings",
                column: "laboratory_id");

            migrationBuilder.CreateIndex(
                name: "ix_typings_sample_ordinal",
                table: "typings",
                columns: new[] { "sample_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_users_agency",
                table: "users",
                column: "agency_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acquittals");

            migrationBuilder.DropTable(
                name: "bed_escalations");

            migrationBuilder.DropTable(
                name: "bed_guards");

            migrationBuilder.DropTable(
                name: "bed_releases");

            migrationBuilder.DropTable(
                name: "bulletin_approvals");

            migrationBuilder.DropTable(
                name: "bulletin_publications");

            migrationBuilder.DropTable(
                name: "bulletin_texts");

            migrationBuilder.DropTable(
                name: "candidate_closings");

            migrationBuilder.DropTable(
                name: "care_notes");

            migrationBuilder.DropTable(
                name: "clearing_confirmations");

            migrationBuilder.DropTable(
                name: "clock_events");

            migrationBuilder.DropTable(
                name: "consent_scopes");

            migrationBuilder.DropTable(
                name: "consent_withdrawals");

            migrationBuilder.DropTable(
                name: "count_entries");

            migrationBuilder.DropTable(
                name: "detentions");

            migrationBuilder.DropTable(
                name: "done_acts");

            migrationBuilder.DropTable(
                name: "duplicate_dismissals");

            migrationBuilder.DropTable(
                name: "duty_ends");

            migrationBuilder.DropTable(
                name: "emergency_tasks_done");

            migrationBuilder.DropTable(
                name: "family_deliveries");

            migrationBuilder.DropTable(
                name: "family_members");

            migrationBuilder.DropTable(
                name: "family_steps");

            migrationBuilder.DropTable(
                name: "family_versions");

            migrationBuilder.DropTable(
                name: "gene_donors");

            migrationBuilder.DropTable(
                name: "gene_families");

            migrationBuilder.DropTable(
                name: "grant_ends");

            migrationBuilder.DropTable(
                name: "household_members");

            migrationBuilder.DropTable(
                name: "identities");

            migrationBuilder.DropTable(
                name: "imported_rows");

            migrationBuilder.DropTable(
                name: "installations");

            migrationBuilder.DropTable(
                name: "investigation_offences");

            migrationBuilder.DropTable(
                name: "investigation_steps");

            migrationBuilder.DropTable(
                name: "match_proposals");

            migrationBuilder.DropTable(
                name: "merge_reversals");

            migrationBuilder.DropTable(
                name: "name_keys");

            migrationBuilder.DropTable(
                name: "operation_rescues");

            migrationBuilder.DropTable(
                name: "operation_steps");

            migrationBuilder.DropTable(
                name: "pair_exclusions");

            migrationBuilder.DropTable(
                name: "participant_answers");

            migrationBuilder.DropTable(
                name: "refused_screenings");

            migrationBuilder.DropTable(
                name: "ring_memberships");

            migrationBuilder.DropTable(
                name: "ring_steps");

            migrationBuilder.DropTable(
                name: "route_legs");

            migrationBuilder.DropTable(
                name: "route_steps");

            migrationBuilder.DropTable(
                name: "sample_handovers");

            migrationBuilder.DropTable(
                name: "sealed_photos");

            migrationBuilder.DropTable(
                name: "typing_acceptances");

            migrationBuilder.DropTable(
                name: "typing_withdrawals");

            migrationBuilder.DropTable(
                name: "bed_reservations");

            migrationBuilder.DropTable(
                name: "bulletin_counts");

            migrationBuilder.DropTable(
                name: "clearings");

            migrationBuilder.DropTable(
                name: "clocks");

            migrationBuilder.DropTable(
                name: "possible_duplicates");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "emergency_tasks");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "imported_files");

            migrationBuilder.DropTable(
                name: "missing_reports");

            migrationBuilder.DropTable(
                name: "person_merges");

            migrationBuilder.DropTable(
                name: "person_names");

            migrationBuilder.DropTable(
                name: "candidates");

            migrationBuilder.DropTable(
                name: "operation_participants");

            migrationBuilder.DropTable(
                name: "rings");

            migrationBuilder.DropTable(
                name: "routes");

            migrationBuilder.DropTable(
                name: "photos");

            migrationBuilder.DropTable(
                name: "typings");

            migrationBuilder.DropTable(
                name: "bulletins");

            migrationBuilder.DropTable(
                name: "party_links");

            migrationBuilder.DropTable(
                name: "families");

            migrationBuilder.DropTable(
                name: "operations");

            migrationBuilder.DropTable(
                name: "samples");

            migrationBuilder.DropTable(
                name: "investigations");

            migrationBuilder.DropTable(
                name: "rescues");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "custodies");

            migrationBuilder.DropTable(
                name: "acceptances");

            migrationBuilder.DropTable(
                name: "facilities");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "agencies");

            migrationBuilder.DropTable(
                name: "regions");
        }
    }
}
