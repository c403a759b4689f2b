// Package http serves the JSON API.
package http

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"example.com/roster/internal/audit"
	"example.com/roster/internal/members"
	"example.com/roster/internal/workspaces"
)

// Server answers API requests. Every field must be set.
type Server struct {
	Log        *slog.Logger
	Sessions   Sessions
	Workspaces workspaces.Store
	Members    *members.Service
	Audit      audit.Store
}

// Router returns the handler of all routes.
func (s *Server) Router() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.RequestID, middleware.Recoverer, middleware.Timeout(10*time.Second))

	r.Get("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})

	r.Route("/api/v1", func(r chi.Router) {
		r.Use(s.requireSession)
		r.Get("/workspaces", s.listWorkspaces)
		r.Route("/workspaces/{workspaceID}", func(r chi.Router) {
			r.Use(s.requireMember)
			r.Get("/", s.getWorkspace)
			r.Get("/members", s.listMembers)
			r.Delete("/members/{memberID}", s.removeMember)
			r.Group(func(r chi.Router) {
				r.Use(s.requireManager)
				r.Patch("/members/{memberID}", s.changeRole)
				r.Get("/audit-events", s.listAuditEvents)
			})
		})
	})
	return r
}
