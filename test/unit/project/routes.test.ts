import { describe, expect, it } from 'vitest';
import { maskCode } from '../../../src/core/project/code/find-symbols';
import { languageOf } from '../../../src/core/project/code/languages';
import { findRoutes } from '../../../src/core/project/routes/find-routes';

function routes(path: string, text: string): readonly string[] {
  const language = languageOf(path);
  if (language === null) throw new Error(`No language for ${path}`);
  return findRoutes(path, text, maskCode(text, language), language).map(
    ({ method, route, line }) => `${line} ${method} ${route}`,
  );
}

describe('endpoints', () => {
  it('of chi have the prefixes of the groups around them', () => {
    const text = `func router() {
  r.Get("/healthz", health)
  // r.Get("/old", old)
  r.Route("/api/v1", func(r chi.Router) {
    r.Route("/teams/{id}", func(r chi.Router) {
      r.Get("/", get)
      r.Post("/members", add)
    })
    r.Delete("/sessions", logout)
  })
  r.Put("/after", put)
}`;
    expect(routes('router.go', text)).toEqual([
      '2 GET /healthz',
      '6 GET /api/v1/teams/{id}',
      '7 POST /api/v1/teams/{id}/members',
      '9 DELETE /api/v1/sessions',
      '11 PUT /after',
    ]);
  });

  it('of gin and net/http have the prefix of their group and the method of their pattern', () => {
    const text = `v1 := r.Group("/v1")
teams := v1.Group("/teams")
teams.GET("/:id", get)
mux.HandleFunc("POST /invites", create)
mux.Handle("/static/", files)
mux.HandleFunc("/teams", list).Methods("GET", "HEAD")
value := header.Get("X-Id")`;
    expect(routes('main.go', text)).toEqual([
      '3 GET /v1/teams/:id',
      '4 POST /invites',
      '5 ANY /static',
      '6 GET /teams',
      '6 HEAD /teams',
    ]);
  });

  it('of Express and Nest are found, calls of a client are not', () => {
    const express = `const router = express.Router();
router.get('/invites/:id', show);
app.use('/api', router);
app.post("/login", login);
await api.get('/members');
axios.get('/members');`;
    expect(routes('server.ts', express)).toEqual(['2 GET /api/invites/:id', '4 POST /login']);
    const nest = `@Controller('teams')
export class TeamsController {
  @Get()
  list() {}

  @Post(':id/invites')
  invite() {}
}

@Controller('health')
export class HealthController {
  @Get('live')
  live() {}
}`;
    expect(routes('teams.controller.ts', nest)).toEqual([
      '3 GET /teams',
      '6 POST /teams/:id/invites',
      '12 GET /health/live',
    ]);
  });

  it('of Next come from where the file lies', () => {
    expect(
      routes(
        'web/app/(team)/api/invites/[id]/route.ts',
        'export async function GET() {}\nexport const DELETE = x;\n',
      ),
    ).toEqual(['1 GET /api/invites/[id]', '2 DELETE /api/invites/[id]']);
    expect(routes('src/pages/api/teams/index.ts', 'export default handler;')).toEqual(['1 ANY /api/teams']);
  });

  it('of FastAPI, Flask and Django are found', () => {
    const fast = `router = APIRouter(tags=["x"], prefix="/teams")

@router.post("/{id}/invites", status_code=201)
async def invite(): ...

@app.get("/healthz")
def health(): ...`;
    expect(routes('api.py', fast)).toEqual(['3 POST /teams/{id}/invites', '6 GET /healthz']);
    const flask = `bp = Blueprint("teams", __name__, url_prefix="/teams")
@bp.route("/<int:id>", methods=["GET", "PUT"])
def team(id): ...`;
    expect(routes('views.py', flask)).toEqual(['2 GET /teams/<int:id>', '2 PUT /teams/<int:id>']);
    const django = `urlpatterns = [\n  path("teams/<int:pk>/", views.team),\n  path("api/", include("api.urls")),\n]`;
    expect(routes('app/urls.py', django)).toEqual(['2 ANY /teams/<int:pk>']);
  });

  it('of Spring and ASP.NET have the prefix of their class', () => {
    const spring = `@RestController
@RequestMapping("/api/teams")
public class TeamController {
  @GetMapping("/{id}")
  public Team get() { return null; }

  @PostMapping
  public Team create() { return null; }
}`;
    expect(routes('TeamController.java', spring)).toEqual(['4 GET /api/teams/{id}', '7 POST /api/teams']);
    const net = `[Route("api/teams")]
public class TeamsController : ControllerBase
{
  [HttpGet("{id}")]
  public Team Get() => null;
  [HttpPost]
  public Team Create() => null;
}`;
    expect(routes('TeamsController.cs', net)).toEqual(['4 GET /api/teams/{id}', '6 POST /api/teams']);
    expect(routes('Program.cs', 'var v1 = app.MapGroup("/v1");\nv1.MapGet("/teams", List);')).toEqual([
      '2 GET /v1/teams',
    ]);
  });

  it('of Laravel, Symfony, axum, Actix Web and Sinatra are found', () => {
    expect(
      routes(
        'api.php',
        "Route::prefix('v1')->middleware('auth')->group(function () {\n  Route::get('/teams', [T::class]);\n});\nRoute::post('login', x);",
      ),
    ).toEqual(['2 GET /v1/teams', '4 POST /login']);
    expect(
      routes(
        'api.php',
        "Route::middleware(['auth', 'ability:read'])->get('/teams/{team}', [T::class, 'show']);\nRoute::name('x')\n  ->middleware(limit(3))->post('login', y);",
      ),
    ).toEqual(['1 GET /teams/{team}', '2 POST /login']);
    expect(
      routes('A.php', "class A {\n#[Route('/teams', methods: ['GET', 'POST'])]\npublic function a() {}\n}"),
    ).toEqual(['2 GET /teams', '2 POST /teams']);
    expect(
      routes('main.rs', 'let app = Router::new().route("/teams", get(list));\n#[post("/login")]\n'),
    ).toEqual(['1 GET /teams', '2 POST /login']);
    expect(routes('app.rb', "get '/teams' do\nend\n")).toEqual(['1 GET /teams']);
  });
});
