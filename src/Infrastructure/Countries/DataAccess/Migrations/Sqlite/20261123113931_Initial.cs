using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Countries.Infrastructure.DataAccess.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "countries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    alpha2 = table.Column<string>(type: "TEXT", nullable: true),
                    alpha3 = table.Column<string>(type: "TEXT", nullable: true),
                    numeric_code = table.Column<string>(type: "TEXT", nullable: true),
                    profile = table.Column<string>(type: "TEXT", nullable: true),
                    local_currency = table.Column<string>(type: "TEXT", nullable: true),
                    tender_periods = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_countries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_set_versions",
                columns: table => new
                {
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    loaded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_set_versions", x => x.version);
                }
            );

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.handler });
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    sequence = table
                        .Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    aggregate_id = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    parked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.sequence);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_countries_alpha2",
                table: "countries",
                column: "alpha2",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_countries_alpha3",
                table: "countries",
                column: "alpha3",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_countries_name_key",
                table: "countries",
                column: "name_key",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_countries_numeric_code",
                table: "countries",
                column: "numeric_code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                table: "outbox",
                column: "message_id",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_outbox_sent_at", table: "outbox", column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                table: "outbox",
                column: "sequence",
                filter: "sent_at IS NULL AND parked_at IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "countries");

            migrationBuilder.DropTable(name: "data_set_versions");

            migrationBuilder.DropTable(name: "inbox");

            migrationBuilder.DropTable(name: "outbox");
        }
    }
}
