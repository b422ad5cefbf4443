using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Countries.Infrastructure.DataAccess.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "countries");

            migrationBuilder.CreateTable(
                name: "countries",
                schema: "countries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    alpha2 = table.Column<string>(type: "text", nullable: true),
                    alpha3 = table.Column<string>(type: "text", nullable: true),
                    numeric_code = table.Column<string>(type: "text", nullable: true),
                    profile = table.Column<string>(type: "text", nullable: true),
                    local_currency = table.Column<string>(type: "text", nullable: true),
                    tender_periods = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_countries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_set_versions",
                schema: "countries",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_set_versions", x => x.version);
                }
            );

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "countries",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "countries",
                columns: table => new
                {
                    sequence = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    aggregate_id = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.sequence);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_countries_alpha2",
                schema: "countries",
                table: "countries",
                column: "alpha2",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_countries_alpha3",
                schema: "countries",
                table: "countries",
                column: "alpha3",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_countries_name_key",
                schema: "countries",
                table: "countries",
                column: "name_key",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_countries_numeric_code",
                schema: "countries",
                table: "countries",
                column: "numeric_code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                schema: "countries",
                table: "outbox",
                column: "message_id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sent_at",
                schema: "countries",
                table: "outbox",
                column: "sent_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                schema: "countries",
                table: "outbox",
                column: "sequence",
                filter: "sent_at IS NULL AND parked_at IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "countries", schema: "countries");

            migrationBuilder.DropTable(name: "data_set_versions", schema: "countries");

            migrationBuilder.DropTable(name: "inbox", schema: "countries");

            migrationBuilder.DropTable(name: "outbox", schema: "countries");
        }
    }
}
