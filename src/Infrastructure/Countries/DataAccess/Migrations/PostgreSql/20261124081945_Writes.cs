using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Countries.Infrastructure.DataAccess.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Writes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "edited",
                schema: "countries",
                table: "countries",
                type: "text",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<string>(
                name: "origin",
                schema: "countries",
                table: "countries",
                type: "text",
                nullable: false,
                defaultValue: "DataSet"
            );

            migrationBuilder.CreateTable(
                name: "history",
                schema: "countries",
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
                schema: "countries",
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
                schema: "countries",
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

            migrationBuilder.CreateIndex(name: "ix_history_at", schema: "countries", table: "history", column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_history_record_record_id_sequence",
                schema: "countries",
                table: "history",
                columns: new[] { "record", "record_id", "sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_kept_answers_given_at",
                schema: "countries",
                table: "kept_answers",
                column: "given_at"
            );

            migrationBuilder.Sql("UPDATE countries.countries SET origin = 'Local' WHERE alpha2 IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "history", schema: "countries");

            migrationBuilder.DropTable(name: "kept_answers", schema: "countries");

            migrationBuilder.DropTable(name: "removed_records", schema: "countries");

            migrationBuilder.DropColumn(name: "edited", schema: "countries", table: "countries");

            migrationBuilder.DropColumn(name: "origin", schema: "countries", table: "countries");
        }
    }
}
