using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Homeward.Storage.Sqlite.Generated
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
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    child = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    family_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    log10 = table.Column<double>(type: "REAL", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidates", x => x.number);
                    table.CheckConstraint("ck_candidates_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_candidates_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_candidates_evidence", "length(evidence) = 64");
                    table.CheckConstraint("ck_candidates_family_id", "typeof(family_id) IN ('null', 'text') AND length(family_id) = 36 AND family_id = upper(family_id)");
                    table.CheckConstraint("ck_candidates_member", "typeof(member) IN ('null', 'text')");
                    table.CheckConstraint("ck_candidates_number", "typeof(number) IN ('null', 'integer')");
                    table.CheckConstraint("ck_candidates_version", "typeof(version) IN ('null', 'integer')");
                });

            migrationBuilder.CreateTable(
                name: "count_entries",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    metric = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 73, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    delta = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recorded = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lead = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    operation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    born_earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    born_latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    citizenship = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    offence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    strength = table.Column<int>(type: "INTEGER", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_count_entries", x => x.number);
                    table.CheckConstraint("ck_count_entries_born_earliest", "date(born_earliest) = born_earliest");
                    table.CheckConstraint("ck_count_entries_born_latest", "date(born_latest) = born_latest");
                    table.CheckConstraint("ck_count_entries_citizenship", "typeof(citizenship) IN ('null', 'text')");
                    table.CheckConstraint("ck_count_entries_delta", "typeof(delta) IN ('null', 'integer')");
                    table.CheckConstraint("ck_count_entries_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_count_entries_metric", "metric IN ('CasesSolved', 'RingsBrokenUp', 'SuspectsDetained', 'PersonsRescued', 'Rescues', 'RoutesClosed', 'Participations', 'IdentifiedByDna', 'Reunited')");
                    table.CheckConstraint("ck_count_entries_number", "typeof(number) IN ('null', 'integer')");
                    table.CheckConstraint("ck_count_entries_occurred_on", "date(occurred_on) = occurred_on");
                    table.CheckConstraint("ck_count_entries_offence", "typeof(offence) IN ('null', 'text')");
                    table.CheckConstraint("ck_count_entries_operation_id", "typeof(operation_id) IN ('null', 'text') AND length(operation_id) = 36 AND operation_id = upper(operation_id)");
                    table.CheckConstraint("ck_count_entries_ordinal", "typeof(ordinal) IN ('null', 'integer')");
                    table.CheckConstraint("ck_count_entries_reason", "reason IN ('Recorded', 'Merged', 'Unmerged', 'Reopened', 'Corrected', 'Withdrawn', 'TakenOver')");
                    table.CheckConstraint("ck_count_entries_recorded", "typeof(recorded) IN ('null', 'integer')");
                    table.CheckConstraint("ck_count_entries_route", "route IN ('CrossBorder', 'CrossRegional', 'Local')");
                    table.CheckConstraint("ck_count_entries_sex", "sex IN ('Unknown', 'Female', 'Male', 'Intersex')");
                    table.CheckConstraint("ck_count_entries_strength", "typeof(strength) IN ('null', 'integer')");
                    table.CheckConstraint("ck_count_entries_subject", "typeof(subject) IN ('null', 'text')");
                    table.CheckConstraint("ck_count_entries_version", "typeof(version) IN ('null', 'integer')");
                });

            migrationBuilder.CreateTable(
                name: "done_acts",
                columns: table => new
                {
                    act_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_done_acts", x => x.act_id);
                    table.CheckConstraint("ck_done_acts_act_id", "typeof(act_id) IN ('null', 'text') AND length(act_id) = 36 AND act_id = upper(act_id)");
                    table.CheckConstraint("ck_done_acts_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                });

            migrationBuilder.CreateTable(
                name: "family_deliveries",
                columns: table => new
                {
                    gene_family_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_deliveries", x => new { x.gene_family_id, x.version });
                    table.CheckConstraint("ck_family_deliveries_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_family_deliveries_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_family_deliveries_gene_family_id", "typeof(gene_family_id) IN ('null', 'text') AND length(gene_family_id) = 36 AND gene_family_id = upper(gene_family_id)");
                    table.CheckConstraint("ck_family_deliveries_version", "typeof(version) IN ('null', 'integer')");
                });

            migrationBuilder.CreateTable(
                name: "family_versions",
                columns: table => new
                {
                    gene_family_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    is_released = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_versions", x => new { x.gene_family_id, x.version });
                    table.CheckConstraint("ck_family_versions_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_family_versions_body", "typeof(body) IN ('null', 'text')");
                    table.CheckConstraint("ck_family_versions_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_family_versions_gene_family_id", "typeof(gene_family_id) IN ('null', 'text') AND length(gene_family_id) = 36 AND gene_family_id = upper(gene_family_id)");
                    table.CheckConstraint("ck_family_versions_is_released", "is_released IN (0, 1)");
                    table.CheckConstraint("ck_family_versions_version", "typeof(version) IN ('null', 'integer')");
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    profile = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installations", x => x.id);
                    table.CheckConstraint("ck_installations_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_installations_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_installations_id", "typeof(id) IN ('null', 'integer')");
                    table.CheckConstraint("ck_installations_kind", "kind IN ('Real', 'Demonstration')");
                    table.CheckConstraint("ck_installations_one", "id = 1");
                    table.CheckConstraint("ck_installations_profile", "typeof(profile) IN ('null', 'text')");
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    born_earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    born_latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    birth_basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vital = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    citizenship = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    marks = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => x.id);
                    table.CheckConstraint("ck_persons_birth_basis", "birth_basis IN ('Unknown', 'Document', 'Stated', 'Appearance', 'Medical')");
                    table.CheckConstraint("ck_persons_born", "born_earliest <= born_latest");
                    table.CheckConstraint("ck_persons_born_earliest", "date(born_earliest) = born_earliest");
                    table.CheckConstraint("ck_persons_born_latest", "date(born_latest) = born_latest");
                    table.CheckConstraint("ck_persons_citizenship", "typeof(citizenship) IN ('null', 'text')");
                    table.CheckConstraint("ck_persons_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_persons_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_persons_language", "typeof(language) IN ('null', 'text')");
                    table.CheckConstraint("ck_persons_marks", "typeof(marks) IN ('null', 'text')");
                    table.CheckConstraint("ck_persons_sex", "sex IN ('Unknown', 'Female', 'Male', 'Intersex')");
                    table.CheckConstraint("ck_persons_version", "typeof(version) IN ('null', 'integer')");
                    table.CheckConstraint("ck_persons_vital", "vital IN ('Unknown', 'Alive', 'Deceased')");
                });

            migrationBuilder.CreateTable(
                name: "regions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    parent = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regions", x => x.code);
                    table.CheckConstraint("ck_regions_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_regions_level", "level IN ('County', 'City', 'Province', 'National')");
                    table.CheckConstraint("ck_regions_name", "typeof(name) IN ('null', 'text')");
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
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    better = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidate_closings", x => x.number);
                    table.CheckConstraint("ck_candidate_closings_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_candidate_closings_better", "(reason = 'Replaced') = (better IS NOT NULL)");
                    table.CheckConstraint("ck_candidate_closings_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_candidate_closings_number", "typeof(number) IN ('null', 'integer')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started = table.Column<long>(type: "INTEGER", nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: false),
                    profile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    recorded = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clocks", x => x.id);
                    table.CheckConstraint("ck_clocks_basis", "typeof(basis) IN ('null', 'text')");
                    table.CheckConstraint("ck_clocks_due", "typeof(due) IN ('null', 'integer')");
                    table.CheckConstraint("ck_clocks_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_clocks_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_clocks_kind", "kind IN ('Placement', 'Sample', 'ProvisionalCertificate', 'Notice', 'Transfer', 'FinalCertificate')");
                    table.CheckConstraint("ck_clocks_profile", "typeof(profile) IN ('null', 'text')");
                    table.CheckConstraint("ck_clocks_recorded", "typeof(recorded) IN ('null', 'integer')");
                    table.CheckConstraint("ck_clocks_started", "typeof(started) IN ('null', 'integer')");
                    table.CheckConstraint("ck_clocks_subject_id", "typeof(subject_id) IN ('null', 'text') AND length(subject_id) = 36 AND subject_id = upper(subject_id)");
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
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    donor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gene_donors", x => x.person_id);
                    table.CheckConstraint("ck_gene_donors_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_gene_donors_donor_id", "typeof(donor_id) IN ('null', 'text') AND length(donor_id) = 36 AND donor_id = upper(donor_id)");
                    table.CheckConstraint("ck_gene_donors_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_gene_donors_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
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
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    root_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    guard = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identities", x => x.person_id);
                    table.CheckConstraint("ck_identities_guard", "typeof(guard) IN ('null', 'integer')");
                    table.CheckConstraint("ck_identities_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_identities_root_id", "typeof(root_id) IN ('null', 'text') AND length(root_id) = 36 AND root_id = upper(root_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    script = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    keys = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_names", x => x.id);
                    table.CheckConstraint("ck_person_names_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_person_names_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_person_names_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_person_names_keys", "typeof(keys) IN ('null', 'text')");
                    table.CheckConstraint("ck_person_names_kind", "kind IN ('Birth', 'GivenByBuyer', 'GivenInCare', 'Alias', 'Nickname', 'Romanised')");
                    table.CheckConstraint("ck_person_names_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_person_names_script", "script IN ('Other', 'Hans', 'Hant', 'Latn')");
                    table.CheckConstraint("ck_person_names_supersedes_id", "typeof(supersedes_id) IN ('null', 'text') AND length(supersedes_id) = 36 AND supersedes_id = upper(supersedes_id)");
                    table.CheckConstraint("ck_person_names_text", "typeof(text) IN ('null', 'text')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                    table.CheckConstraint("ck_agencies_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_agencies_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_agencies_kind", "kind IN ('PublicSecurity', 'CivilAffairs', 'WelfareInstitution', 'RescueStation', 'DnaLaboratory', 'Prosecutor', 'Court', 'Hospital', 'BorderControl', 'ForeignLiaison', 'Statistics', 'Inspectorate')");
                    table.CheckConstraint("ck_agencies_level", "level IN ('County', 'City', 'Province', 'National')");
                    table.CheckConstraint("ck_agencies_name", "typeof(name) IN ('null', 'text')");
                    table.CheckConstraint("ck_agencies_parent_id", "typeof(parent_id) IN ('null', 'text') AND length(parent_id) = 36 AND parent_id = upper(parent_id)");
                    table.CheckConstraint("ck_agencies_version", "typeof(version) IN ('null', 'integer')");
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
                    clock_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    fact = table.Column<Guid>(type: "TEXT", nullable: true),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    recorded = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_events", x => new { x.clock_id, x.number });
                    table.CheckConstraint("ck_clock_events_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_clock_events_change", "change IN ('Satisfied', 'Suspended', 'Resumed')");
                    table.CheckConstraint("ck_clock_events_clock_id", "typeof(clock_id) IN ('null', 'text') AND length(clock_id) = 36 AND clock_id = upper(clock_id)");
                    table.CheckConstraint("ck_clock_events_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_clock_events_fact", "typeof(fact) IN ('null', 'text') AND length(fact) = 36 AND fact = upper(fact)");
                    table.CheckConstraint("ck_clock_events_number", "typeof(number) IN ('null', 'integer')");
                    table.CheckConstraint("ck_clock_events_order_number", "typeof(order_number) IN ('null', 'text')");
                    table.CheckConstraint("ck_clock_events_recorded", "typeof(recorded) IN ('null', 'integer')");
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
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    name_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_keys", x => new { x.key, x.name_id });
                    table.CheckConstraint("ck_name_keys_key", "typeof(key) IN ('null', 'text')");
                    table.CheckConstraint("ck_name_keys_name_id", "typeof(name_id) IN ('null', 'text') AND length(name_id) = 36 AND name_id = upper(name_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    beds = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facilities", x => x.id);
                    table.CheckConstraint("ck_facilities_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_facilities_beds", "typeof(beds) IN ('null', 'integer')");
                    table.CheckConstraint("ck_facilities_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_facilities_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_facilities_kind", "kind IN ('WelfareInstitution', 'RescueStation', 'Hospital', 'PoliceStation')");
                    table.CheckConstraint("ck_facilities_level", "level IN ('County', 'City', 'Province', 'National')");
                    table.CheckConstraint("ck_facilities_name", "typeof(name) IN ('null', 'text')");
                    table.CheckConstraint("ck_facilities_some_beds", "beds >= 0");
                    table.CheckConstraint("ck_facilities_version", "typeof(version) IN ('null', 'integer')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                    table.CheckConstraint("ck_users_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_users_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_users_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_users_name", "typeof(name) IN ('null', 'text')");
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
                    facility_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    guard = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_guards", x => x.facility_id);
                    table.CheckConstraint("ck_bed_guards_facility_id", "typeof(facility_id) IN ('null', 'text') AND length(facility_id) = 36 AND facility_id = upper(facility_id)");
                    table.CheckConstraint("ck_bed_guards_guard", "typeof(guard) IN ('null', 'integer')");
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
                    cause = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    facility_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_tasks", x => x.cause);
                    table.CheckConstraint("ck_emergency_tasks_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_emergency_tasks_cause", "typeof(cause) IN ('null', 'text') AND length(cause) = 36 AND cause = upper(cause)");
                    table.CheckConstraint("ck_emergency_tasks_facility_id", "typeof(facility_id) IN ('null', 'text') AND length(facility_id) = 36 AND facility_id = upper(facility_id)");
                    table.CheckConstraint("ck_emergency_tasks_kind", "kind IN ('Unsettled', 'DutyRemoved', 'NoBed')");
                    table.CheckConstraint("ck_emergency_tasks_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    facility_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    notice = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptances", x => x.id);
                    table.CheckConstraint("ck_acceptances_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_acceptances_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_acceptances_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_acceptances_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_acceptances_facility_id", "typeof(facility_id) IN ('null', 'text') AND length(facility_id) = 36 AND facility_id = upper(facility_id)");
                    table.CheckConstraint("ck_acceptances_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_acceptances_notice", "notice <> ''");
                    table.CheckConstraint("ck_acceptances_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_escalations", x => x.id);
                    table.CheckConstraint("ck_bed_escalations_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_bed_escalations_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_bed_escalations_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_bed_escalations_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_bed_escalations_level", "level IN ('County', 'City', 'Province', 'National')");
                    table.CheckConstraint("ck_bed_escalations_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletins", x => x.id);
                    table.CheckConstraint("ck_bulletins_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_bulletins_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_bulletins_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_bulletins_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_bulletins_number", "typeof(number) IN ('null', 'text')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_notes", x => x.id);
                    table.CheckConstraint("ck_care_notes_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_care_notes_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_care_notes_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_care_notes_day", "date(day) = day");
                    table.CheckConstraint("ck_care_notes_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_care_notes_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_care_notes_kind", "kind IN ('HealthCheck', 'Illness', 'Injury', 'Vaccination', 'Nutrition', 'Daily', 'Wellbeing', 'School', 'Other')");
                    table.CheckConstraint("ck_care_notes_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_care_notes_supersedes_id", "typeof(supersedes_id) IN ('null', 'text') AND length(supersedes_id) = 36 AND supersedes_id = upper(supersedes_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    given_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    given = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.CheckConstraint("ck_consents_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_consents_basis", "basis IN ('Law', 'Donor', 'Guardian')");
                    table.CheckConstraint("ck_consents_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_consents_by_whom", "(basis <> 'Law' OR given_by_id IS NULL)\nAND (basis <> 'Donor' OR given_by_id IS NOT NULL AND given_by_id = person_id)\nAND (basis <> 'Guardian' OR given_by_id IS NULL OR given_by_id <> person_id)");
                    table.CheckConstraint("ck_consents_document", "typeof(document) IN ('null', 'text')");
                    table.CheckConstraint("ck_consents_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_consents_given", "given <= \"at\"");
                    table.CheckConstraint("ck_consents_given_by_id", "typeof(given_by_id) IN ('null', 'text') AND length(given_by_id) = 36 AND given_by_id = upper(given_by_id)");
                    table.CheckConstraint("ck_consents_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_consents_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    facility_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duties", x => x.id);
                    table.CheckConstraint("ck_duties_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_duties_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_duties_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_duties_facility_id", "typeof(facility_id) IN ('null', 'text') AND length(facility_id) = 36 AND facility_id = upper(facility_id)");
                    table.CheckConstraint("ck_duties_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_duties_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_families", x => x.id);
                    table.CheckConstraint("ck_families_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_families_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_families_code", "typeof(code) IN ('null', 'text')");
                    table.CheckConstraint("ck_families_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_families_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    compartment = table.Column<Guid>(type: "TEXT", nullable: true),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    granted_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                    table.CheckConstraint("ck_grants_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_grants_compartment", "typeof(compartment) IN ('null', 'text') AND length(compartment) = 36 AND compartment = upper(compartment)");
                    table.CheckConstraint("ck_grants_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_grants_first", "granted_by_id IS NOT NULL OR (id = '00000000-0000-7000-8000-000000000001' AND role = 'Administrator')");
                    table.CheckConstraint("ck_grants_granted_by_id", "typeof(granted_by_id) IN ('null', 'text') AND length(granted_by_id) = 36 AND granted_by_id = upper(granted_by_id)");
                    table.CheckConstraint("ck_grants_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_grants_not_to_oneself", "granted_by_id <> user_id");
                    table.CheckConstraint("ck_grants_role", "role IN ('Investigator', 'Commander', 'Headquarters', 'Caseworker', 'PanelMember', 'Analyst', 'Prosecutor', 'Liaison', 'Statistician', 'Administrator', 'Inspector', 'Approver')");
                    table.CheckConstraint("ck_grants_since", "typeof(since) IN ('null', 'integer')");
                    table.CheckConstraint("ck_grants_time", "until > since AND until - since <= 63158400000000");
                    table.CheckConstraint("ck_grants_until", "typeof(until) IN ('null', 'integer')");
                    table.CheckConstraint("ck_grants_user_id", "typeof(user_id) IN ('null', 'text') AND length(user_id) = 36 AND user_id = upper(user_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_files", x => x.id);
                    table.CheckConstraint("ck_imported_files_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_imported_files_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_imported_files_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_imported_files_digest", "typeof(digest) IN ('null', 'text')");
                    table.CheckConstraint("ck_imported_files_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_imported_files_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    lead_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigations", x => x.id);
                    table.CheckConstraint("ck_investigations_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_investigations_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_investigations_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_investigations_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_investigations_lead_id", "typeof(lead_id) IN ('null', 'text') AND length(lead_id) = 36 AND lead_id = upper(lead_id)");
                    table.CheckConstraint("ck_investigations_number", "typeof(number) IN ('null', 'text')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    candidate = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_match_proposals", x => x.id);
                    table.CheckConstraint("ck_match_proposals_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_match_proposals_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_match_proposals_candidate", "typeof(candidate) IN ('null', 'integer')");
                    table.CheckConstraint("ck_match_proposals_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_match_proposals_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    lead_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    h_hour = table.Column<long>(type: "INTEGER", nullable: false),
                    expected_children = table.Column<int>(type: "INTEGER", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    planned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations", x => x.id);
                    table.CheckConstraint("ck_operations_author_id", "typeof(author_id) IN ('null', 'text') AND length(author_id) = 36 AND author_id = upper(author_id)");
                    table.CheckConstraint("ck_operations_children", "expected_children >= 0");
                    table.CheckConstraint("ck_operations_code", "typeof(code) IN ('null', 'text')");
                    table.CheckConstraint("ck_operations_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_operations_expected_children", "typeof(expected_children) IN ('null', 'integer')");
                    table.CheckConstraint("ck_operations_h_hour", "typeof(h_hour) IN ('null', 'integer')");
                    table.CheckConstraint("ck_operations_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_operations_kind", "kind IN ('Joint', 'CrossBorder', 'Provincial', 'Campaign')");
                    table.CheckConstraint("ck_operations_lead_id", "typeof(lead_id) IN ('null', 'text') AND length(lead_id) = 36 AND lead_id = upper(lead_id)");
                    table.CheckConstraint("ck_operations_planned_at", "typeof(planned_at) IN ('null', 'integer')");
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
                    candidate = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_exclusions", x => x.candidate);
                    table.CheckConstraint("ck_pair_exclusions_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_pair_exclusions_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_pair_exclusions_candidate", "typeof(candidate) IN ('null', 'integer')");
                    table.CheckConstraint("ck_pair_exclusions_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    into_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                    table.CheckConstraint("ck_person_merges_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_person_merges_basis", "basis IN ('Document', 'Biometric', 'DnaOfSamePerson', 'Statement', 'RecordedTwice')");
                    table.CheckConstraint("ck_person_merges_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_person_merges_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_person_merges_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_person_merges_into_id", "typeof(into_id) IN ('null', 'text') AND length(into_id) = 36 AND into_id = upper(into_id)");
                    table.CheckConstraint("ck_person_merges_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photos", x => x.id);
                    table.CheckConstraint("ck_photos_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_photos_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_photos_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_photos_height", "typeof(height) IN ('null', 'integer')");
                    table.CheckConstraint("ck_photos_holder_id", "typeof(holder_id) IN ('null', 'text') AND length(holder_id) = 36 AND holder_id = upper(holder_id)");
                    table.CheckConstraint("ck_photos_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_photos_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_photos_size", "width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600");
                    table.CheckConstraint("ck_photos_width", "typeof(width) IN ('null', 'integer')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_possible_duplicates", x => x.id);
                    table.CheckConstraint("ck_possible_duplicates_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_possible_duplicates_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_possible_duplicates_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_possible_duplicates_first_id", "typeof(first_id) IN ('null', 'text') AND length(first_id) = 36 AND first_id = upper(first_id)");
                    table.CheckConstraint("ck_possible_duplicates_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_possible_duplicates_second_id", "typeof(second_id) IN ('null', 'text') AND length(second_id) = 36 AND second_id = upper(second_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    named_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refused_screenings", x => x.id);
                    table.CheckConstraint("ck_refused_screenings_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_refused_screenings_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_refused_screenings_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_refused_screenings_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_refused_screenings_named_id", "typeof(named_id) IN ('null', 'text') AND length(named_id) = 36 AND named_id = upper(named_id)");
                    table.CheckConstraint("ck_refused_screenings_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code_name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rings", x => x.id);
                    table.CheckConstraint("ck_rings_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_rings_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_rings_code_name", "typeof(code_name) IN ('null', 'text')");
                    table.CheckConstraint("ck_rings_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_rings_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_routes", x => x.id);
                    table.CheckConstraint("ck_routes_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_routes_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_routes_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_routes_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_routes_kind", "kind IN ('CrossBorder', 'CrossRegional', 'Local')");
                    table.CheckConstraint("ck_routes_name", "typeof(name) IN ('null', 'text')");
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
                    cause = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_tasks_done", x => x.cause);
                    table.CheckConstraint("ck_emergency_tasks_done_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_emergency_tasks_done_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_emergency_tasks_done_cause", "typeof(cause) IN ('null', 'text') AND length(cause) = 36 AND cause = upper(cause)");
                    table.CheckConstraint("ck_emergency_tasks_done_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    facility_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    carer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    acceptance_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    origin_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custodies", x => x.id);
                    table.CheckConstraint("ck_custodies_acceptance", "acceptance_id IS NOT NULL OR kind NOT IN ('WelfareInstitution', 'RescueStation', 'FosterFamily', 'ForeignAuthority')");
                    table.CheckConstraint("ck_custodies_acceptance_id", "typeof(acceptance_id) IN ('null', 'text') AND length(acceptance_id) = 36 AND acceptance_id = upper(acceptance_id)");
                    table.CheckConstraint("ck_custodies_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_custodies_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_custodies_begun", "since <= at");
                    table.CheckConstraint("ck_custodies_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_custodies_carer_id", "typeof(carer_id) IN ('null', 'text') AND length(carer_id) = 36 AND carer_id = upper(carer_id)");
                    table.CheckConstraint("ck_custodies_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_custodies_facility", "facility_id IS NOT NULL OR kind NOT IN ('WelfareInstitution', 'RescueStation', 'Hospital')");
                    table.CheckConstraint("ck_custodies_facility_id", "typeof(facility_id) IN ('null', 'text') AND length(facility_id) = 36 AND facility_id = upper(facility_id)");
                    table.CheckConstraint("ck_custodies_foster", "carer_id IS NOT NULL OR kind <> 'FosterFamily'");
                    table.CheckConstraint("ck_custodies_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_custodies_incident", "kind = 'Unsettled' OR reason NOT IN ('AdverseLink', 'ReturnedToBuyer')");
                    table.CheckConstraint("ck_custodies_kind", "kind IN ('PoliceEmergency', 'Hospital', 'WelfareInstitution', 'RescueStation', 'FosterFamily', 'ForeignAuthority', 'Independent', 'MissingAgain', 'Deceased', 'Unsettled')");
                    table.CheckConstraint("ck_custodies_nobody", "(carer_id IS NULL AND facility_id IS NULL AND acceptance_id IS NULL) OR kind NOT IN ('Independent', 'MissingAgain', 'Deceased', 'Unsettled')");
                    table.CheckConstraint("ck_custodies_origin", "(origin_id = id) = (supersedes_id IS NULL)");
                    table.CheckConstraint("ck_custodies_origin_id", "typeof(origin_id) IN ('null', 'text') AND length(origin_id) = 36 AND origin_id = upper(origin_id)");
                    table.CheckConstraint("ck_custodies_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_custodies_reason", "reason IN ('Ordinary', 'Rescue', 'AdverseLink', 'ReturnedToBuyer', 'Correction')");
                    table.CheckConstraint("ck_custodies_since", "typeof(since) IN ('null', 'integer')");
                    table.CheckConstraint("ck_custodies_supersedes_id", "typeof(supersedes_id) IN ('null', 'text') AND length(supersedes_id) = 36 AND supersedes_id = upper(supersedes_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bulletin_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    last_line = table.Column<long>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_counts", x => x.id);
                    table.CheckConstraint("ck_bulletin_counts_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_bulletin_counts_bulletin_id", "typeof(bulletin_id) IN ('null', 'text') AND length(bulletin_id) = 36 AND bulletin_id = upper(bulletin_id)");
                    table.CheckConstraint("ck_bulletin_counts_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_bulletin_counts_digest", "typeof(digest) IN ('null', 'text')");
                    table.CheckConstraint("ck_bulletin_counts_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_bulletin_counts_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_bulletin_counts_json", "typeof(json) IN ('null', 'text')");
                    table.CheckConstraint("ck_bulletin_counts_last_line", "typeof(last_line) IN ('null', 'integer')");
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
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_scopes", x => new { x.consent_id, x.use });
                    table.CheckConstraint("ck_consent_scopes_consent_id", "typeof(consent_id) IN ('null', 'text') AND length(consent_id) = 36 AND consent_id = upper(consent_id)");
                    table.CheckConstraint("ck_consent_scopes_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_withdrawals", x => x.consent_id);
                    table.CheckConstraint("ck_consent_withdrawals_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_consent_withdrawals_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_consent_withdrawals_consent_id", "typeof(consent_id) IN ('null', 'text') AND length(consent_id) = 36 AND consent_id = upper(consent_id)");
                    table.CheckConstraint("ck_consent_withdrawals_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    material = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    seal = table.Column<string>(type: "TEXT", nullable: false),
                    taken = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_samples", x => x.id);
                    table.CheckConstraint("ck_samples_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_samples_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_samples_consent_id", "typeof(consent_id) IN ('null', 'text') AND length(consent_id) = 36 AND consent_id = upper(consent_id)");
                    table.CheckConstraint("ck_samples_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_samples_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_samples_label", "typeof(label) IN ('null', 'text')");
                    table.CheckConstraint("ck_samples_material", "material IN ('BloodCard', 'MouthSwab', 'Hair', 'Other')");
                    table.CheckConstraint("ck_samples_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_samples_role", "role IN ('Rescued', 'Relative', 'Staff')");
                    table.CheckConstraint("ck_samples_seal", "typeof(seal) IN ('null', 'text')");
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
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_adverse_link = table.Column<bool>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_ends", x => x.duty_id);
                    table.CheckConstraint("ck_duty_ends_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_duty_ends_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_duty_ends_duty_id", "typeof(duty_id) IN ('null', 'text') AND length(duty_id) = 36 AND duty_id = upper(duty_id)");
                    table.CheckConstraint("ck_duty_ends_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_duty_ends_for_adverse_link", "for_adverse_link IN (0, 1)");
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
                    family_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    father = table.Column<string>(type: "TEXT", nullable: true),
                    mother = table.Column<string>(type: "TEXT", nullable: true),
                    sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sample = table.Column<string>(type: "TEXT", nullable: true),
                    is_missing = table.Column<bool>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_members", x => new { x.family_id, x.name });
                    table.CheckConstraint("ck_family_members_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_family_members_family_id", "typeof(family_id) IN ('null', 'text') AND length(family_id) = 36 AND family_id = upper(family_id)");
                    table.CheckConstraint("ck_family_members_father", "typeof(father) IN ('null', 'text')");
                    table.CheckConstraint("ck_family_members_is_missing", "is_missing IN (0, 1)");
                    table.CheckConstraint("ck_family_members_missing", "NOT is_missing OR sample IS NULL");
                    table.CheckConstraint("ck_family_members_mother", "typeof(mother) IN ('null', 'text')");
                    table.CheckConstraint("ck_family_members_name", "typeof(name) IN ('null', 'text')");
                    table.CheckConstraint("ck_family_members_parents", "(father IS NULL) = (mother IS NULL)");
                    table.CheckConstraint("ck_family_members_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_family_members_sample", "typeof(sample) IN ('null', 'text')");
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
                    family_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    markers = table.Column<string>(type: "TEXT", nullable: true),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_steps", x => new { x.family_id, x.ordinal });
                    table.CheckConstraint("ck_family_steps_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_family_steps_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_family_steps_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_family_steps_family_id", "typeof(family_id) IN ('null', 'text') AND length(family_id) = 36 AND family_id = upper(family_id)");
                    table.CheckConstraint("ck_family_steps_kind", "kind IN ('Activated', 'Held', 'Released', 'Ended')");
                    table.CheckConstraint("ck_family_steps_markers", "typeof(markers) IN ('null', 'text')");
                    table.CheckConstraint("ck_family_steps_ordinal", "typeof(ordinal) IN ('null', 'integer')");
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
                    family_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gene_family_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gene_families", x => x.family_id);
                    table.CheckConstraint("ck_gene_families_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_gene_families_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_gene_families_family_id", "typeof(family_id) IN ('null', 'text') AND length(family_id) = 36 AND family_id = upper(family_id)");
                    table.CheckConstraint("ck_gene_families_gene_family_id", "typeof(gene_family_id) IN ('null', 'text') AND length(gene_family_id) = 36 AND gene_family_id = upper(gene_family_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    missing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    family_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seen_earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    seen_latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missing_reports", x => x.id);
                    table.CheckConstraint("ck_missing_reports_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_missing_reports_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_missing_reports_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_missing_reports_category", "category IN ('Unknown', 'Abducted', 'Lured', 'TakenByParent', 'Sold', 'Runaway', 'Lost')");
                    table.CheckConstraint("ck_missing_reports_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_missing_reports_family_id", "typeof(family_id) IN ('null', 'text') AND length(family_id) = 36 AND family_id = upper(family_id)");
                    table.CheckConstraint("ck_missing_reports_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_missing_reports_missing_id", "typeof(missing_id) IN ('null', 'text') AND length(missing_id) = 36 AND missing_id = upper(missing_id)");
                    table.CheckConstraint("ck_missing_reports_number", "typeof(number) IN ('null', 'text')");
                    table.CheckConstraint("ck_missing_reports_seen", "seen_earliest <= seen_latest");
                    table.CheckConstraint("ck_missing_reports_seen_earliest", "date(seen_earliest) = seen_earliest");
                    table.CheckConstraint("ck_missing_reports_seen_latest", "date(seen_latest) = seen_latest");
                    table.CheckConstraint("ck_missing_reports_supersedes_id", "typeof(supersedes_id) IN ('null', 'text') AND length(supersedes_id) = 36 AND supersedes_id = upper(supersedes_id)");
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
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_ends", x => x.grant_id);
                    table.CheckConstraint("ck_grant_ends_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_grant_ends_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_grant_ends_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_grant_ends_grant_id", "typeof(grant_id) IN ('null', 'text') AND length(grant_id) = 36 AND grant_id = upper(grant_id)");
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
                    investigation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_offences", x => new { x.investigation_id, x.code });
                    table.CheckConstraint("ck_investigation_offences_code", "typeof(code) IN ('null', 'text')");
                    table.CheckConstraint("ck_investigation_offences_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_investigation_offences_investigation_id", "typeof(investigation_id) IN ('null', 'text') AND length(investigation_id) = 36 AND investigation_id = upper(investigation_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    investigation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 21, nullable: false),
                    into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_steps", x => x.id);
                    table.CheckConstraint("ck_investigation_steps_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_investigation_steps_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_investigation_steps_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_investigation_steps_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_investigation_steps_into_id", "typeof(into_id) IN ('null', 'text') AND length(into_id) = 36 AND into_id = upper(into_id)");
                    table.CheckConstraint("ck_investigation_steps_investigation_id", "typeof(investigation_id) IN ('null', 'text') AND length(investigation_id) = 36 AND investigation_id = upper(investigation_id)");
                    table.CheckConstraint("ck_investigation_steps_kind", "kind IN ('InvestigationStep', 'Merged', 'Reopened', 'Separated', 'Solved')");
                    table.CheckConstraint("ck_investigation_steps_merged", "(kind = 'Merged') = (into_id IS NOT NULL) AND (into_id IS NULL OR into_id <> investigation_id)");
                    table.CheckConstraint("ck_investigation_steps_reason", "typeof(reason) IN ('null', 'text')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    facility_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    beds = table.Column<int>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_reservations", x => x.id);
                    table.CheckConstraint("ck_bed_reservations_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_bed_reservations_beds", "typeof(beds) IN ('null', 'integer')");
                    table.CheckConstraint("ck_bed_reservations_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_bed_reservations_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_bed_reservations_facility_id", "typeof(facility_id) IN ('null', 'text') AND length(facility_id) = 36 AND facility_id = upper(facility_id)");
                    table.CheckConstraint("ck_bed_reservations_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_bed_reservations_number", "beds > 0");
                    table.CheckConstraint("ck_bed_reservations_operation_id", "typeof(operation_id) IN ('null', 'text') AND length(operation_id) = 36 AND operation_id = upper(operation_id)");
                    table.CheckConstraint("ck_bed_reservations_time", "\"until\" > \"at\"");
                    table.CheckConstraint("ck_bed_reservations_until", "typeof(until) IN ('null', 'integer')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    authority_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    during_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    corrects_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_detentions", x => x.id);
                    table.CheckConstraint("ck_detentions_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_detentions_authority_id", "typeof(authority_id) IN ('null', 'text') AND length(authority_id) = 36 AND authority_id = upper(authority_id)");
                    table.CheckConstraint("ck_detentions_begun", "since <= \"at\"");
                    table.CheckConstraint("ck_detentions_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_detentions_corrects_id", "typeof(corrects_id) IN ('null', 'text') AND length(corrects_id) = 36 AND corrects_id = upper(corrects_id)");
                    table.CheckConstraint("ck_detentions_during_id", "typeof(during_id) IN ('null', 'text') AND length(during_id) = 36 AND during_id = upper(during_id)");
                    table.CheckConstraint("ck_detentions_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_detentions_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_detentions_measure", "measure IN ('Wanted', 'Summoned', 'CriminalDetention', 'Arrest', 'AdministrativeDetention', 'ResidentialSurveillance', 'Bail', 'Released')");
                    table.CheckConstraint("ck_detentions_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_detentions_since", "typeof(since) IN ('null', 'integer')");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    forces = table.Column<int>(type: "INTEGER", nullable: false),
                    invited_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    invited_at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_participants", x => x.id);
                    table.CheckConstraint("ck_operation_participants_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_operation_participants_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_operation_participants_forces", "typeof(forces) IN ('null', 'integer')");
                    table.CheckConstraint("ck_operation_participants_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_operation_participants_invited_at", "typeof(invited_at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_operation_participants_invited_by_id", "typeof(invited_by_id) IN ('null', 'text') AND length(invited_by_id) = 36 AND invited_by_id = upper(invited_by_id)");
                    table.CheckConstraint("ck_operation_participants_operation_id", "typeof(operation_id) IN ('null', 'text') AND length(operation_id) = 36 AND operation_id = upper(operation_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    bulletin = table.Column<string>(type: "TEXT", nullable: true),
                    h_hour = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_steps", x => x.id);
                    table.CheckConstraint("ck_operation_steps_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_operation_steps_bulletin", "typeof(bulletin) IN ('null', 'text')");
                    table.CheckConstraint("ck_operation_steps_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_operation_steps_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_operation_steps_h_hour", "typeof(h_hour) IN ('null', 'integer')");
                    table.CheckConstraint("ck_operation_steps_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_operation_steps_kind", "kind IN ('OperationStep', 'Aborted', 'Authorised', 'Closed', 'Reopened', 'Reported', 'Rescheduled', 'Secured')");
                    table.CheckConstraint("ck_operation_steps_moved", "(kind = 'Rescheduled') = (h_hour IS NOT NULL)");
                    table.CheckConstraint("ck_operation_steps_operation_id", "typeof(operation_id) IN ('null', 'text') AND length(operation_id) = 36 AND operation_id = upper(operation_id)");
                    table.CheckConstraint("ck_operation_steps_reason", "typeof(reason) IN ('null', 'text')");
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
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merge_reversals", x => x.merge_id);
                    table.CheckConstraint("ck_merge_reversals_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_merge_reversals_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_merge_reversals_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_merge_reversals_merge_id", "typeof(merge_id) IN ('null', 'text') AND length(merge_id) = 36 AND merge_id = upper(merge_id)");
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
                    photo_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_photos", x => x.photo_id);
                    table.CheckConstraint("ck_sealed_photos_box", "typeof(box) IN ('null', 'blob')");
                    table.CheckConstraint("ck_sealed_photos_bytes", "length(box) BETWEEN 29 AND 4194332");
                    table.CheckConstraint("ck_sealed_photos_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_sealed_photos_photo_id", "typeof(photo_id) IN ('null', 'text') AND length(photo_id) = 36 AND photo_id = upper(photo_id)");
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
                    duplicate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_dismissals", x => x.duplicate_id);
                    table.CheckConstraint("ck_duplicate_dismissals_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_duplicate_dismissals_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_duplicate_dismissals_duplicate_id", "typeof(duplicate_id) IN ('null', 'text') AND length(duplicate_id) = 36 AND duplicate_id = upper(duplicate_id)");
                    table.CheckConstraint("ck_duplicate_dismissals_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ring_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    known_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    known_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ring_memberships", x => x.id);
                    table.CheckConstraint("ck_ring_memberships_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_ring_memberships_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_ring_memberships_certainty", "certainty IN ('Unconfirmed', 'Tentative', 'Confirmed')");
                    table.CheckConstraint("ck_ring_memberships_days", "known_from <= known_to");
                    table.CheckConstraint("ck_ring_memberships_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_ring_memberships_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_ring_memberships_known_from", "date(known_from) = known_from");
                    table.CheckConstraint("ck_ring_memberships_known_to", "date(known_to) = known_to");
                    table.CheckConstraint("ck_ring_memberships_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_ring_memberships_ring_id", "typeof(ring_id) IN ('null', 'text') AND length(ring_id) = 36 AND ring_id = upper(ring_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ring_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    proposal = table.Column<Guid>(type: "TEXT", nullable: true),
                    during_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    organisers = table.Column<int>(type: "INTEGER", nullable: true),
                    organisers_detained = table.Column<int>(type: "INTEGER", nullable: true),
                    core = table.Column<int>(type: "INTEGER", nullable: true),
                    core_detained = table.Column<int>(type: "INTEGER", nullable: true),
                    into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ring_steps", x => x.id);
                    table.CheckConstraint("ck_ring_steps_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_ring_steps_basis", "typeof(basis) IN ('null', 'text')");
                    table.CheckConstraint("ck_ring_steps_broken_up", "(kind = 'BrokenUp') = (proposal IS NOT NULL AND organisers IS NOT NULL AND organisers_detained IS NOT NULL AND core IS NOT NULL AND core_detained IS NOT NULL)");
                    table.CheckConstraint("ck_ring_steps_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_ring_steps_core", "typeof(core) IN ('null', 'integer')");
                    table.CheckConstraint("ck_ring_steps_core_detained", "typeof(core_detained) IN ('null', 'integer')");
                    table.CheckConstraint("ck_ring_steps_criteria", "kind <> 'BrokenUp' OR (organisers > 0 AND organisers_detained = organisers AND core >= organisers AND core_detained * 100 >= core * 60)");
                    table.CheckConstraint("ck_ring_steps_during_id", "typeof(during_id) IN ('null', 'text') AND length(during_id) = 36 AND during_id = upper(during_id)");
                    table.CheckConstraint("ck_ring_steps_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_ring_steps_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_ring_steps_into_id", "typeof(into_id) IN ('null', 'text') AND length(into_id) = 36 AND into_id = upper(into_id)");
                    table.CheckConstraint("ck_ring_steps_kind", "kind IN ('RingStep', 'BrokenUp', 'Merged', 'Proposed', 'Resurfaced', 'Separated')");
                    table.CheckConstraint("ck_ring_steps_merged", "(kind = 'Merged') = (into_id IS NOT NULL) AND (into_id IS NULL OR into_id <> ring_id)");
                    table.CheckConstraint("ck_ring_steps_organisers", "typeof(organisers) IN ('null', 'integer')");
                    table.CheckConstraint("ck_ring_steps_organisers_detained", "typeof(organisers_detained) IN ('null', 'integer')");
                    table.CheckConstraint("ck_ring_steps_proposal", "typeof(proposal) IN ('null', 'text') AND length(proposal) = 36 AND proposal = upper(proposal)");
                    table.CheckConstraint("ck_ring_steps_resurfaced", "(kind IN ('Resurfaced', 'Separated')) = (basis IS NOT NULL)");
                    table.CheckConstraint("ck_ring_steps_ring_id", "typeof(ring_id) IN ('null', 'text') AND length(ring_id) = 36 AND ring_id = upper(ring_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    route_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from_region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    to_region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    crossing_point = table.Column<string>(type: "TEXT", nullable: true),
                    known_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    known_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_legs", x => x.id);
                    table.CheckConstraint("ck_route_legs_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_route_legs_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_route_legs_certainty", "certainty IN ('Unconfirmed', 'Tentative', 'Confirmed')");
                    table.CheckConstraint("ck_route_legs_crossing_point", "typeof(crossing_point) IN ('null', 'text')");
                    table.CheckConstraint("ck_route_legs_days", "known_from <= known_to");
                    table.CheckConstraint("ck_route_legs_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_route_legs_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_route_legs_known_from", "date(known_from) = known_from");
                    table.CheckConstraint("ck_route_legs_known_to", "date(known_to) = known_to");
                    table.CheckConstraint("ck_route_legs_mode", "mode IN ('Unknown', 'Foot', 'Boat', 'Bus', 'Train', 'Car', 'Air')");
                    table.CheckConstraint("ck_route_legs_number", "typeof(number) IN ('null', 'integer')");
                    table.CheckConstraint("ck_route_legs_place", "number > 0");
                    table.CheckConstraint("ck_route_legs_route_id", "typeof(route_id) IN ('null', 'text') AND length(route_id) = 36 AND route_id = upper(route_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    route_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    proposal = table.Column<Guid>(type: "TEXT", nullable: true),
                    during_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    how = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: true),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reference = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_steps", x => x.id);
                    table.CheckConstraint("ck_route_steps_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_route_steps_basis", "typeof(basis) IN ('null', 'text')");
                    table.CheckConstraint("ck_route_steps_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_route_steps_closed", "(kind = 'Closed') = (proposal IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_during", "(kind IN ('Proposed', 'Closed')) = (during_id IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_during_id", "typeof(during_id) IN ('null', 'text') AND length(during_id) = 36 AND during_id = upper(during_id)");
                    table.CheckConstraint("ck_route_steps_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_route_steps_how", "how IN ('CrossingGuarded', 'OrganisersDetained', 'TransportSeized')");
                    table.CheckConstraint("ck_route_steps_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_route_steps_kind", "kind IN ('RouteStep', 'Closed', 'Proposed', 'Reactivated', 'Reviewed', 'Sourced')");
                    table.CheckConstraint("ck_route_steps_next_on", "date(next_on) = next_on");
                    table.CheckConstraint("ck_route_steps_proposal", "typeof(proposal) IN ('null', 'text') AND length(proposal) = 36 AND proposal = upper(proposal)");
                    table.CheckConstraint("ck_route_steps_proposed", "(kind = 'Proposed') = (how IS NOT NULL AND review_on IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_reactivated", "(kind = 'Reactivated') = (basis IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_reference", "typeof(reference) IN ('null', 'text')");
                    table.CheckConstraint("ck_route_steps_review_on", "date(review_on) = review_on");
                    table.CheckConstraint("ck_route_steps_reviewed", "(kind = 'Reviewed') = (next_on IS NOT NULL)");
                    table.CheckConstraint("ck_route_steps_route_id", "typeof(route_id) IN ('null', 'text') AND length(route_id) = 36 AND route_id = upper(route_id)");
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
                    custody_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_members", x => new { x.custody_id, x.member_id });
                    table.CheckConstraint("ck_household_members_custody_id", "typeof(custody_id) IN ('null', 'text') AND length(custody_id) = 36 AND custody_id = upper(custody_id)");
                    table.CheckConstraint("ck_household_members_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_household_members_member_id", "typeof(member_id) IN ('null', 'text') AND length(member_id) = 36 AND member_id = upper(member_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    custody_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    latest = table.Column<long>(type: "INTEGER", nullable: true),
                    region = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    condition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    age_days_least = table.Column<int>(type: "INTEGER", nullable: true),
                    age_days_most = table.Column<int>(type: "INTEGER", nullable: true),
                    age_basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rescues", x => x.id);
                    table.CheckConstraint("ck_rescues_age", "age_days_least >= 0 AND age_days_least <= age_days_most");
                    table.CheckConstraint("ck_rescues_age_basis", "age_basis IN ('Unknown', 'Document', 'Stated', 'Appearance', 'Medical')");
                    table.CheckConstraint("ck_rescues_age_days_least", "typeof(age_days_least) IN ('null', 'integer')");
                    table.CheckConstraint("ck_rescues_age_days_most", "typeof(age_days_most) IN ('null', 'integer')");
                    table.CheckConstraint("ck_rescues_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_rescues_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_rescues_condition", "condition IN ('Unknown', 'Good', 'Ill', 'Injured', 'Malnourished', 'Sedated', 'Neglected', 'Dead', 'Other')");
                    table.CheckConstraint("ck_rescues_custody_id", "typeof(custody_id) IN ('null', 'text') AND length(custody_id) = 36 AND custody_id = upper(custody_id)");
                    table.CheckConstraint("ck_rescues_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_rescues_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_rescues_latest", "typeof(latest) IN ('null', 'integer')");
                    table.CheckConstraint("ck_rescues_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_rescues_place", "typeof(place) IN ('null', 'text')");
                    table.CheckConstraint("ck_rescues_supersedes_id", "typeof(supersedes_id) IN ('null', 'text') AND length(supersedes_id) = 36 AND supersedes_id = upper(supersedes_id)");
                    table.CheckConstraint("ck_rescues_unit_id", "typeof(unit_id) IN ('null', 'text') AND length(unit_id) = 36 AND unit_id = upper(unit_id)");
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
                    count_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_approvals", x => new { x.count_id, x.by_id });
                    table.CheckConstraint("ck_bulletin_approvals_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_bulletin_approvals_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_bulletin_approvals_count_id", "typeof(count_id) IN ('null', 'text') AND length(count_id) = 36 AND count_id = upper(count_id)");
                    table.CheckConstraint("ck_bulletin_approvals_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    bulletin_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    count_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_publications", x => x.bulletin_id);
                    table.CheckConstraint("ck_bulletin_publications_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_bulletin_publications_bulletin_id", "typeof(bulletin_id) IN ('null', 'text') AND length(bulletin_id) = 36 AND bulletin_id = upper(bulletin_id)");
                    table.CheckConstraint("ck_bulletin_publications_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_bulletin_publications_count_id", "typeof(count_id) IN ('null', 'text') AND length(count_id) = 36 AND count_id = upper(count_id)");
                    table.CheckConstraint("ck_bulletin_publications_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    count_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_texts", x => new { x.count_id, x.language });
                    table.CheckConstraint("ck_bulletin_texts_count_id", "typeof(count_id) IN ('null', 'text') AND length(count_id) = 36 AND count_id = upper(count_id)");
                    table.CheckConstraint("ck_bulletin_texts_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_bulletin_texts_html", "typeof(html) IN ('null', 'text')");
                    table.CheckConstraint("ck_bulletin_texts_language", "typeof(language) IN ('null', 'text')");
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
                    sample_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seal_intact = table.Column<bool>(type: "INTEGER", nullable: false),
                    seal = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sample_handovers", x => new { x.sample_id, x.ordinal });
                    table.CheckConstraint("ck_sample_handovers_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_sample_handovers_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_sample_handovers_from_id", "typeof(from_id) IN ('null', 'text') AND length(from_id) = 36 AND from_id = upper(from_id)");
                    table.CheckConstraint("ck_sample_handovers_hands", "from_id <> to_id");
                    table.CheckConstraint("ck_sample_handovers_ordinal", "typeof(ordinal) IN ('null', 'integer')");
                    table.CheckConstraint("ck_sample_handovers_sample_id", "typeof(sample_id) IN ('null', 'text') AND length(sample_id) = 36 AND sample_id = upper(sample_id)");
                    table.CheckConstraint("ck_sample_handovers_seal", "typeof(seal) IN ('null', 'text')");
                    table.CheckConstraint("ck_sample_handovers_seal_intact", "seal_intact IN (0, 1)");
                    table.CheckConstraint("ck_sample_handovers_to_id", "typeof(to_id) IN ('null', 'text') AND length(to_id) = 36 AND to_id = upper(to_id)");
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
                    accession = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    sample_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    laboratory_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_typings", x => x.accession);
                    table.CheckConstraint("ck_typings_accession", "length(accession) = 11");
                    table.CheckConstraint("ck_typings_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_typings_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_typings_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_typings_laboratory_id", "typeof(laboratory_id) IN ('null', 'text') AND length(laboratory_id) = 36 AND laboratory_id = upper(laboratory_id)");
                    table.CheckConstraint("ck_typings_ordinal", "typeof(ordinal) IN ('null', 'integer')");
                    table.CheckConstraint("ck_typings_sample_id", "typeof(sample_id) IN ('null', 'text') AND length(sample_id) = 36 AND sample_id = upper(sample_id)");
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
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_rows", x => new { x.agency_id, x.kind, x.number });
                    table.CheckConstraint("ck_imported_rows_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_imported_rows_digest", "typeof(digest) IN ('null', 'text')");
                    table.CheckConstraint("ck_imported_rows_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_imported_rows_import_id", "typeof(import_id) IN ('null', 'text') AND length(import_id) = 36 AND import_id = upper(import_id)");
                    table.CheckConstraint("ck_imported_rows_kind", "kind IN ('People', 'Reports')");
                    table.CheckConstraint("ck_imported_rows_number", "typeof(number) IN ('null', 'text')");
                    table.CheckConstraint("ck_imported_rows_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_imported_rows_report_id", "typeof(report_id) IN ('null', 'text') AND length(report_id) = 36 AND report_id = upper(report_id)");
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
                    reservation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bed_releases", x => x.reservation_id);
                    table.CheckConstraint("ck_bed_releases_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_bed_releases_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_bed_releases_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_bed_releases_operation_id", "typeof(operation_id) IN ('null', 'text') AND length(operation_id) = 36 AND operation_id = upper(operation_id)");
                    table.CheckConstraint("ck_bed_releases_reservation_id", "typeof(reservation_id) IN ('null', 'text') AND length(reservation_id) = 36 AND reservation_id = upper(reservation_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    participant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 21, nullable: false),
                    children = table.Column<int>(type: "INTEGER", nullable: true),
                    suspects = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant_answers", x => x.id);
                    table.CheckConstraint("ck_participant_answers_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_participant_answers_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_participant_answers_children", "typeof(children) IN ('null', 'integer')");
                    table.CheckConstraint("ck_participant_answers_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_participant_answers_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_participant_answers_kind", "kind IN ('ParticipantAnswer', 'Accepted', 'Confirmed', 'Declined')");
                    table.CheckConstraint("ck_participant_answers_numbers", "(kind = 'Confirmed') = (children IS NOT NULL) AND (kind = 'Confirmed') = (suspects IS NOT NULL)");
                    table.CheckConstraint("ck_participant_answers_operation_id", "typeof(operation_id) IN ('null', 'text') AND length(operation_id) = 36 AND operation_id = upper(operation_id)");
                    table.CheckConstraint("ck_participant_answers_participant_id", "typeof(participant_id) IN ('null', 'text') AND length(participant_id) = 36 AND participant_id = upper(participant_id)");
                    table.CheckConstraint("ck_participant_answers_suspects", "typeof(suspects) IN ('null', 'integer')");
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
                    rescue_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    operation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_rescues", x => x.rescue_id);
                    table.CheckConstraint("ck_operation_rescues_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_operation_rescues_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_operation_rescues_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_operation_rescues_operation_id", "typeof(operation_id) IN ('null', 'text') AND length(operation_id) = 36 AND operation_id = upper(operation_id)");
                    table.CheckConstraint("ck_operation_rescues_rescue_id", "typeof(rescue_id) IN ('null', 'text') AND length(rescue_id) = 36 AND rescue_id = upper(rescue_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    investigation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    rescue_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_links", x => x.id);
                    table.CheckConstraint("ck_party_links_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_party_links_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_party_links_certainty", "certainty IN ('Unconfirmed', 'Tentative', 'Confirmed')");
                    table.CheckConstraint("ck_party_links_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_party_links_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_party_links_investigation_id", "typeof(investigation_id) IN ('null', 'text') AND length(investigation_id) = 36 AND investigation_id = upper(investigation_id)");
                    table.CheckConstraint("ck_party_links_person_id", "typeof(person_id) IN ('null', 'text') AND length(person_id) = 36 AND person_id = upper(person_id)");
                    table.CheckConstraint("ck_party_links_rescue_id", "typeof(rescue_id) IN ('null', 'text') AND length(rescue_id) = 36 AND rescue_id = upper(rescue_id)");
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
                    accession = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    supersedes = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_typing_acceptances", x => x.accession);
                    table.CheckConstraint("ck_typing_acceptances_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_typing_acceptances_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    accession = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_typing_withdrawals", x => x.accession);
                    table.CheckConstraint("ck_typing_withdrawals_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_typing_withdrawals_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
                    link_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    court_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    judgment = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acquittals", x => x.link_id);
                    table.CheckConstraint("ck_acquittals_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_acquittals_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_acquittals_court_id", "typeof(court_id) IN ('null', 'text') AND length(court_id) = 36 AND court_id = upper(court_id)");
                    table.CheckConstraint("ck_acquittals_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_acquittals_judgment", "judgment <> ''");
                    table.CheckConstraint("ck_acquittals_link_id", "typeof(link_id) IN ('null', 'text') AND length(link_id) = 36 AND link_id = upper(link_id)");
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    grounds = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clearings", x => x.id);
                    table.CheckConstraint("ck_clearings_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_clearings_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_clearings_basis", "basis IN ('CoVictim', 'Bystander', 'MistakenIdentity', 'RecordedInError', 'NoSuspicionLeft')");
                    table.CheckConstraint("ck_clearings_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_clearings_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
                    table.CheckConstraint("ck_clearings_grounds", "grounds <> ''");
                    table.CheckConstraint("ck_clearings_id", "typeof(id) IN ('null', 'text') AND length(id) = 36 AND id = upper(id)");
                    table.CheckConstraint("ck_clearings_link_id", "typeof(link_id) IN ('null', 'text') AND length(link_id) = 36 AND link_id = upper(link_id)");
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
                    clearing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clearing_confirmations", x => x.clearing_id);
                    table.CheckConstraint("ck_clearing_confirmations_agency_id", "typeof(agency_id) IN ('null', 'text') AND length(agency_id) = 36 AND agency_id = upper(agency_id)");
                    table.CheckConstraint("ck_clearing_confirmations_at", "typeof(at) IN ('null', 'integer')");
                    table.CheckConstraint("ck_clearing_confirmations_by_id", "typeof(by_id) IN ('null', 'text') AND length(by_id) = 36 AND by_id = upper(by_id)");
                    table.CheckConstraint("ck_clearing_confirmations_clearing_id", "typeof(clearing_id) IN ('null', 'text') AND length(clearing_id) = 36 AND clearing_id = upper(clearing_id)");
                    table.CheckConstraint("ck_clearing_confirmations_entry_id", "typeof(entry_id) IN ('null', 'text') AND length(entry_id) = 36 AND entry_id = upper(entry_id)");
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
