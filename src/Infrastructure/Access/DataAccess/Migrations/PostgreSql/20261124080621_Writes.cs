using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Access.Infrastructure.DataAccess.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Writes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "history",
                schema: "access",
                columns: table => new
                {
                    sequence = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    record = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    contract = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_history", x => x.sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "kept_answers",
                schema: "access",
                columns: table => new
                {
                    caller = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_answers", x => new { x.caller, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "removed_records",
                schema: "access",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removed_records", x => x.key);
                }
            );

            migrationBuilder.CreateIndex(name: "ix_history_at", schema: "access", table: "history", column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_history_record_record_id_sequence",
                schema: "access",
                table: "history",
                columns: new[] { "record", "record_id", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_kept_answers_given_at",
                schema: "access",
                table: "kept_answers",
                column: "given_at"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "history", schema: "access");

            migrationBuilder.DropTable(name: "kept_answers", schema: "access");

            migrationBuilder.DropTable(name: "removed_records", schema: "access");
        }
    }
}
