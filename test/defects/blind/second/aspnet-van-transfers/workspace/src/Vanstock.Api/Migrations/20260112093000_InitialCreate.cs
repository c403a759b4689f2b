using Microsoft.EntityFrameworkCore.Migrations;

namespace Vanstock.Api.Migrations;

public partial class InitialCreate : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "vans",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                plate = table.Column<string>(type: "text", nullable: false),
                technician = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table => { table.PrimaryKey("pk_vans", x => x.id); });
        migrationBuilder.CreateTable(
            name: "parts",
            columns: table => new
            {
                id = table.Column<Guid>(type: "uuid", nullable: false),
                number = table.Column<string>(type: "text", nullable: false),
                name = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table => { table.PrimaryKey("pk_parts", x => x.id); });
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "parts");
        migrationBuilder.DropTable(name: "vans");
    }
}
