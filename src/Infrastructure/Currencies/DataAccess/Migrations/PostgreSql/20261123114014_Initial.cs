using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Currencies.Infrastructure.DataAccess.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "currencies");

            migrationBuilder.CreateTable(
                name: "currencies",
                schema: "currencies",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    profile = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_currencies", x => x.code);
                }
            );

            migrationBuilder.CreateTable(
                name: "data_set_versions",
                schema: "currencies",
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
                schema: "currencies",
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
                schema: "currencies",
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
                name: "ix_outbox_message_id",
                schema: "currencies",
                table: "outbox",
                column: "message_id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sent_at",
                schema: "currencies",
                table: "outbox",
                column: "sent_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                schema: "currencies",
                table: "outbox",
                column: "sequence",
                filter: "sent_at IS NULL AND parked_at IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "currencies", schema: "currencies");

            migrationBuilder.DropTable(name: "data_set_versions", schema: "currencies");

            migrationBuilder.DropTable(name: "inbox", schema: "currencies");

            migrationBuilder.DropTable(name: "outbox", schema: "currencies");
        }
    }
}
