import type { BuiltRepository } from './built-repository';

/** Repositories of more stacks, each built as its spec says. */
export const faithfulRepositories: readonly BuiltRepository[] = [
  {
    name: 'Python, Django REST framework',
    spec: `# Polls

**Status:** Completed

## Data model

### Poll

| Field | Type | Constraints |
|---|---|---|
| id | bigint | PK |
| question | varchar(200) | NOT NULL |
| closes_at | timestamptz | NULL |
| is_open | boolean | NOT NULL |
| owner_id | integer | NOT NULL |
| tags | jsonb | NOT NULL |

- Unique index on (\`owner_id\`, \`question\`)
- Index on (\`closes_at\`)

## Endpoints

| Endpoint | Does |
|---|---|
| \`GET /api/v1/polls/\` | list |
| \`POST /api/v1/polls/\` | create |
| \`DELETE /api/v1/polls/{id}/\` | delete |
| \`GET /api/v1/polls/{id}/results/\` | results |

## Code

\`\`\`python
class Poll(models.Model):
    question = models.CharField(max_length=200)

    def close(self, at: datetime) -> None: ...
\`\`\`

## Settings

- \`POLL_LIMIT\` (environment variable)

## Tests

- \`python manage.py test polls.tests.test_polls.PollTests.test_closed_polls_refuse_votes\`
`,
    files: {
      'pyproject.toml': '[project]\nname="x"\ndependencies=["django", "djangorestframework"]\n',
      'mysite/settings.py':
        'ROOT_URLCONF = "mysite.urls"\nPOLL_LIMIT = int(os.environ.get("POLL_LIMIT", "5"))\n',
      'mysite/urls.py':
        'from django.urls import include, path\n\nurlpatterns = [\n    path("admin/", admin.site.urls),\n    path("api/v1/", include("polls.urls")),\n]\n',
      'polls/urls.py':
        'from rest_framework.routers import DefaultRouter\n\nrouter = DefaultRouter()\nrouter.register(r"polls", PollViewSet, basename="poll")\n\nurlpatterns = [\n    path("polls/<int:pk>/results/", ResultsView.as_view(), name="results"),\n    path("", include(router.urls)),\n]\n',
      'polls/models.py':
        'from django.db import models\n\n\nclass Poll(models.Model):\n    question = models.CharField(max_length=200)\n\n    def close(self, at: datetime) -> None:\n        pass\n',
      'polls/migrations/0002_poll.py':
        'from django.db import migrations, models\nimport django.db.models.deletion\n\n\nclass Migration(migrations.Migration):\n    operations = [\n        migrations.CreateModel(\n            name="Poll",\n            fields=[\n                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),\n                ("question", models.CharField(max_length=200)),\n                ("closes_at", models.DateTimeField(blank=True, null=True)),\n                ("is_open", models.BooleanField(default=True)),\n                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.user")),\n                ("tags", models.JSONField(default=dict)),\n            ],\n            options={"indexes": [models.Index(fields=["closes_at"], name="poll_closes_idx")]},\n        ),\n        migrations.AddConstraint(\n            model_name="poll",\n            constraint=models.UniqueConstraint(fields=("owner", "question"), name="uq_poll"),\n        ),\n    ]\n',
      'polls/tests/test_polls.py':
        'class PollTests(TestCase):\n    def test_closed_polls_refuse_votes(self):\n        pass\n',
    },
    deviations: [],
  },
  {
    name: 'PHP, Laravel',
    spec: `# Parcels

**Status:** Implemented

## Database schema

\`\`\`sql
CREATE TABLE parcels (
  id UUID PRIMARY KEY,
  label VARCHAR(64) NOT NULL,
  depot_id BIGINT NOT NULL REFERENCES depots (id),
  weight NUMERIC(8,3),
  delivered_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX parcels_depot_label ON parcels (depot_id, label);
CREATE INDEX parcels_delivered ON parcels (delivered_at);
\`\`\`

## Endpoints

- \`GET /api/v1/parcels\`
- \`POST /api/v1/parcels/{parcel}/deliver\`
- \`POST /api/v1/depots\`

## Services

\`\`\`php
class ParcelService
{
    public function deliver(Parcel $parcel, CarbonImmutable $at): void;
}
\`\`\`

## Events

- \`parcel.delivered\`

## Environment variables

- \`PARCEL_MAX_DAYS\`

## Files

| File | Action |
|---|---|
| \`app/Services/ParcelService.php\` | create |

## Tests

- \`php artisan test --filter test_delivers_once\`
`,
    files: {
      'composer.json': '{"name":"a/b","require":{"laravel/framework":"^12.0"}}',
      'routes/api.php': `<?php\n\nuse Illuminate\\Support\\Facades\\Route;\n\nRoute::prefix('v1')->middleware('auth:sanctum')->group(function () {\n    Route::get('/parcels', [ParcelController::class, 'index']);\n    Route::post('/parcels/{parcel}/deliver', [ParcelController::class, 'deliver']);\n    Route::apiResource('depots', DepotController::class)->only(['index', 'store']);\n});\n`,
      'app/Services/ParcelService.php': `<?php\n\nnamespace App\\Services;\n\nclass ParcelService\n{\n    public function deliver(Parcel $parcel, CarbonImmutable $at): void\n    {\n        event('parcel.delivered');\n        config('parcels.max_days');\n        env('PARCEL_MAX_DAYS', 3);\n    }\n}\n`,
      'database/migrations/2026_01_01_000000_create_parcels_table.php': `<?php\n\nreturn new class extends Migration {\n    public function up(): void\n    {\n        Schema::create('parcels', function (Blueprint $table) {\n            $table->uuid('id')->primary();\n            $table->string('label', 64);\n            $table->foreignId('depot_id')->constrained()->cascadeOnDelete();\n            $table->decimal('weight', 8, 3)->nullable();\n            $table->timestampTz('delivered_at')->nullable();\n            $table->timestamps();\n            $table->unique(['depot_id', 'label']);\n            $table->index('delivered_at');\n        });\n    }\n\n    public function down(): void\n    {\n        Schema::dropIfExists('parcels');\n    }\n};\n`,
      'tests/Feature/ParcelTest.php': `<?php\n\nit('delivers a parcel once', function () {});\n\nclass ParcelTest extends TestCase\n{\n    public function test_delivers_once(): void {}\n}\n`,
    },
    deviations: [],
  },
  {
    name: 'C#, ASP.NET Core',
    spec: `# Tickets

**Status:** Implemented

## Data model

### tickets

| Column | Type | Nullable |
|---|---|---|
| id | uuid | no |
| ferry_id | uuid | no |
| name | varchar(80) | no |
| cancelled_at | timestamptz | yes |

- \`ix_tickets_ferry_id\` on (\`ferry_id\`)

## Endpoints

- \`GET /api/ferries/{id}\`
- \`POST /api/ferries/{id}/tickets\`
- \`DELETE /api/tickets/{id}\`

## Code

\`\`\`csharp
public record TicketRequest(string Name, int Seats);

public class TicketService
{
    public string Code { get; set; }
    public Task<Ticket> BuyAsync(Guid ferryId, TicketRequest request, CancellationToken token);
}
\`\`\`

## Configuration

| Key | Default |
|---|---|
| \`Tickets:MaxSeats\` | 8 |

## Tests

- \`dotnet test --filter TicketServiceTests.Refuses_when_full\`
`,
    files: {
      'Api/Api.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Npgsql" Version="9.0.0" /></ItemGroup></Project>',
      'Api/Program.cs':
        'var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapControllers();\nvar group = app.MapGroup("/api/ferries");\ngroup.MapGet("/{id:guid}", Handlers.Show);\ngroup.MapPost("/{id:guid}/tickets", Handlers.Buy);\n',
      'Api/Controllers/TicketsController.cs':
        '[ApiController]\n[Route("api/[controller]")]\npublic class TicketsController : ControllerBase\n{\n    [HttpDelete("{id}")]\n    public async Task<IActionResult> Cancel(Guid id) => NoContent();\n}\n',
      'Api/Tickets/TicketService.cs':
        'namespace Ferry;\n\npublic record TicketRequest(string Name, int Seats);\n\npublic class TicketService\n{\n    public string Code { get; set; }\n\n    public async Task<Ticket> BuyAsync(Guid ferryId, TicketRequest request, CancellationToken token = default)\n    {\n        return await Save(configuration["Tickets:MaxSeats"]);\n    }\n}\n',
      'Api/Migrations/20260101_Tickets.cs':
        'public partial class Tickets : Migration\n{\n    protected override void Up(MigrationBuilder migrationBuilder)\n    {\n        migrationBuilder.CreateTable(\n            name: "tickets",\n            columns: table => new\n            {\n                id = table.Column<Guid>(type: "uuid", nullable: false),\n                ferry_id = table.Column<Guid>(type: "uuid", nullable: false),\n                name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),\n                cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)\n            },\n            constraints: table => { table.PrimaryKey("pk_tickets", x => x.id); });\n        migrationBuilder.CreateIndex(name: "ix_tickets_ferry_id", table: "tickets", column: "ferry_id");\n    }\n    protected override void Down(MigrationBuilder migrationBuilder) { migrationBuilder.DropTable(name: "tickets"); }\n}\n',
      'Api/appsettings.json': '{"Tickets": {"MaxSeats": 8}}',
      'Tests/TicketServiceTests.cs':
        'public class TicketServiceTests\n{\n    [Fact]\n    public void Refuses_when_full() { }\n}\n',
    },
    deviations: [],
  },
  {
    name: 'Go, gin, golang-migrate',
    spec: `# Boats

- **Status**: Implemented

## Tables

### boats

| Column | Type | Constraints |
|---|---|---|
| id | BIGINT | PRIMARY KEY |
| name | TEXT | NOT NULL, UNIQUE |
| hull | ENUM(steel, wood) | NOT NULL |
| length_m | DOUBLE PRECISION | |
| tags | TEXT[] | NOT NULL |
| launched | DATE | NOT NULL |

## REST API

| Method | Route | Auth |
|---|---|---|
| GET | \`/api/v1/boats\` | yes |
| POST | \`/api/v1/boats/{id}/crew\` | yes |
| GET | \`/api/v1/crews\` | yes |

## Go

\`\`\`go
package boats

func New(db *sql.DB, opts ...Option) *Service

func (s *Service) Assign(ctx context.Context, boatID int64, personID int64) error
\`\`\`
`,
    files: {
      'go.mod': 'module x\n\nrequire github.com/gin-gonic/gin v1.10.0\n',
      'main.go':
        'package main\n\nfunc main() {\n\tr := gin.Default()\n\tapi := r.Group("/api/v1")\n\tapi.Use(auth())\n\thandlers.RegisterBoats(api, svc)\n\tcrews := api.Group("/crews")\n\t{\n\t\tcrews.GET("", listCrews)\n\t}\n\tr.Run(":8080")\n}\n',
      'handlers/boats.go':
        'package handlers\n\nfunc RegisterBoats(rg *gin.RouterGroup, svc *boats.Service) {\n\tg := rg.Group("/boats")\n\tg.GET("", list)\n\tg.POST("/:id/crew", assign)\n}\n',
      'migrations/000001_boats.up.sql':
        "CREATE TYPE hull AS ENUM ('steel', 'wood');\nCREATE TABLE boats (\n  id BIGSERIAL PRIMARY KEY,\n  \"name\" TEXT NOT NULL UNIQUE,\n  hull hull NOT NULL DEFAULT 'wood',\n  length_m DOUBLE PRECISION,\n  tags TEXT[] NOT NULL DEFAULT '{}'\n);\nALTER TABLE boats ADD COLUMN launched DATE;\nALTER TABLE boats ALTER COLUMN launched SET NOT NULL;\n",
      'migrations/000001_boats.down.sql': 'DROP TABLE boats;\n',
      'boats/service.go':
        'package boats\n\n// Service\ntype Service struct{ db *sql.DB }\n\nfunc New(db *sql.DB, opts ...Option) *Service { return nil }\n\nfunc (s *Service) Assign(ctx context.Context, boatID, personID int64) error { return nil }\n',
    },
    deviations: [],
  },
];
