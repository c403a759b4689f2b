import { describe, expect, it } from 'vitest';
import { conformanceFindings, shown } from './built-repository';

const spec = `# Tech Spec: Invites

**Status:** Implemented

## API Design

#### GET /api/v1/teams/{teamID}/invites

#### POST /api/v1/teams/{teamID}/invites

#### DELETE /api/v1/invites/{id}
`;

interface Served {
  readonly framework: string;
  readonly files: Readonly<Record<string, string>>;
  /** A text of the first file, and what stands there instead; the endpoints are then served elsewhere. */
  readonly from: string;
  readonly to: string;
}

const mod = 'module example.org/shed\n\ngo 1.24\n';
const served: readonly Served[] = [
  {
    framework: 'Phoenix',
    files: {
      'lib/shed_web/router.ex': `defmodule ShedWeb.Router do
  use ShedWeb, :router

  pipeline :api do
    plug :accepts, ["json"]
  end

  scope "/api", ShedWeb do
    pipe_through :api

    scope "/v1" do
      resources "/teams", TeamController, only: [:index] do
        resources "/invites", InviteController,
          only: [:index, :create]
      end

      delete "/invites/:id", InviteController, :delete
    end
  end
end
`,
      'mix.exs': 'defmodule Shed.MixProject do\n  defp deps do\n    [{:phoenix, "~> 1.7"}]\n  end\nend\n',
    },
    from: '"/v1"',
    to: '"/v2"',
  },
  {
    framework: 'Phoenix that forwards',
    files: {
      'lib/shed_web/router.ex': `defmodule ShedWeb.Router do
  use Phoenix.Router

  forward "/api/v1", ShedWeb.InviteRouter
end
`,
      'lib/shed_web/invite_router.ex': `defmodule ShedWeb.InviteRouter do
  use Phoenix.Router

  get "/teams/:team_id/invites", InviteController, :index
  post("/teams/:team_id/invites", InviteController, :create)
  delete "/invites/:id", InviteController, :delete
end
`,
    },
    from: '/api/v1',
    to: '/api/v2',
  },
  {
    framework: 'Ktor',
    files: {
      'src/main/kotlin/Application.kt': `package shed

import io.ktor.server.application.*
import io.ktor.server.routing.*

fun Application.module() {
    routing {
        route("/api") {
            route("/v1") {
                authenticate("session") {
                    inviteRoutes(inviteService)
                }
            }
        }
    }
}
`,
      'src/main/kotlin/InviteRoutes.kt': `package shed

import io.ktor.server.routing.*

fun Route.inviteRoutes(service: InviteService) {
    route("/teams/{teamId}/invites") {
        get { call.respond(service.list()) }
        post<CreateInvite> { call.respond(service.create(it)) }
    }
    delete("/invites/{id}") {
        val mail = client.get("https://mail.example.org/health") { }
    }
}
`,
    },
    from: '"/v1"',
    to: '"/v2"',
  },
  {
    framework: 'Ktor in one file',
    files: {
      'src/main/kotlin/Application.kt': `package shed

import io.ktor.server.routing.*

fun Application.module() {
    routing {
        route("/api/v1") {
            inviteRoutes()
        }
    }
}

fun Route.inviteRoutes() {
    get("/teams/{teamId}/invites") { }
    post("/teams/{teamId}/invites") { }
    delete("/invites/{id}") { }
}
`,
    },
    from: '/api/v1',
    to: '/api/v2',
  },
  {
    framework: 'net/http with a prefix as a constant',
    files: {
      'internal/http/router.go': `package http

const base = "/api/v1"

func Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET "+base+"/teams/{teamID}/invites", list)
	mux.HandleFunc("POST " + base + "/teams/{teamID}/invites", create)
	mux.Handle("DELETE "+base+"/invites/{id}", remove)
}
`,
      'go.mod': mod,
    },
    from: '/api/v1',
    to: '/api/v2',
  },
  {
    framework: 'net/http with a router of its own',
    files: {
      'internal/http/router.go': `package http

func Routes() http.Handler {
	api := http.NewServeMux()
	api.HandleFunc("GET /teams/{teamID}/invites", list)
	api.HandleFunc("POST /teams/{teamID}/invites", create)
	api.HandleFunc("DELETE /invites/{id}", remove)
	mux := http.NewServeMux()
	mux.Handle("/api/v1/", http.StripPrefix("/api/v1", api))
	return mux
}
`,
      'go.mod': mod,
    },
    from: 'StripPrefix("/api/v1"',
    to: 'StripPrefix("/api/v2"',
  },
  {
    framework: 'net/http with whole paths below one that is handled',
    files: {
      'internal/http/router.go': `package http

func Routes() http.Handler {
	api := http.NewServeMux()
	api.HandleFunc("GET /api/v1/teams/{teamID}/invites", list)
	api.HandleFunc("POST /api/v1/teams/{teamID}/invites", create)
	api.HandleFunc("DELETE /api/v1/invites/{id}", remove)
	mux := http.NewServeMux()
	mux.Handle("/api/", session(api))
	return mux
}
`,
      'go.mod': mod,
    },
    from: '/api/v1/invites/{id}',
    to: '/api/v2/invites/{id}',
  },
  {
    framework: 'chi with functions of one file',
    files: {
      'internal/http/router.go': `package http

func (s *Server) Routes() http.Handler {
	r := chi.NewRouter()
	r.Route("/api/v1", func(r chi.Router) {
		s.inviteRoutes(r)
	})
	r.Route("/admin", func(r chi.Router) {
		s.adminRoutes(r)
	})
	return r
}

func (s *Server) inviteRoutes(r chi.Router) {
	r.Get("/teams/{teamID}/invites", s.list)
	r.Post("/teams/{teamID}/invites", s.create)
	r.Delete("/invites/{id}", s.remove)
}

func (s *Server) adminRoutes(r chi.Router) {
	r.Get("/users", s.users)
}
`,
      'go.mod': mod,
    },
    from: '"/api/v1"',
    to: '"/api/v2"',
  },
  {
    framework: 'gin with a group of a constant',
    files: {
      'internal/http/router.go': `package http

const version = "/v1"

func Routes(router *gin.Engine) {
	api := router.Group("/api" + version)
	api.GET("/teams/:teamID/invites", list)
	api.POST("/teams/:teamID/invites", create)
	api.DELETE("/invites/:id", remove)
}
`,
      'go.mod': mod,
    },
    from: '"/v1"',
    to: '"/v2"',
  },
];

describe.each(served)('endpoints of $framework', ({ files, from, to }) => {
  it('are found below all prefixes', async () => {
    expect((await conformanceFindings(spec, files)).map(shown)).toEqual([]);
  });

  it('are reported below another prefix, with where they are', async () => {
    const [path = '', text = ''] = Object.entries(files)[0] ?? [];
    expect(text).toContain(from);
    const found = await conformanceFindings(spec, { ...files, [path]: text.replace(from, to) });
    expect(found.map(({ check }) => check)).toEqual(found.map(() => 'conformance-endpoint'));
    expect(found.map(shown).join('\n')).toContain('DELETE /api/v2/invites/');
  });
});
