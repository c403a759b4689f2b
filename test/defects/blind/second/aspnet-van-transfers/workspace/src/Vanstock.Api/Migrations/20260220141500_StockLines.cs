using Microsoft.EntityFrameworkCore.Migrations;

namespace Vanstock.Api.Migrations;

public partial class StockLines : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "stock_lines",
            columns: table => new
            {
                van_id = table.Column<Guid>(type: "uuid", nullable: false),
                part_id = table.Column<Guid>(type: "uuid", nullable: false),
                quantity = table.Column<int>(type: "integer", nullable: false)
            },
            constraints: table => { table.PrimaryKey("pk_stock_lines", x => new { x.van_id, x.part_id }); });
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "stock_lines");
    }
}
