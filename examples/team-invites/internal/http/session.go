package http

import (
	"context"
	"errors"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/google/uuid"

	"example.com/roster/internal/members"
	"example.com/roster/internal/store"
	"example.com/roster/internal/workspaces"
)

// SessionCookie is the cookie that carries the session token.
const SessionCookie = "roster_session"

// Sessions tells whose session a token opens, or store.ErrNoSession.
type Sessions interface {
	UserID(ctx context.Context, token string) (uuid.UUID, error)
}

type contextKey int

const (
	userKey contextKey = iota
	memberKey
)

func currentUser(ctx context.Context) uuid.UUID {
	return ctx.Value(userKey).(uuid.UUID)
}

func currentMember(ctx context.Context) members.Member {
	return ctx.Value(memberKey).(members.Member)
}

// requireSession answers 401 unless the request carries a valid session cookie.
func (s *Server) requireSession(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cookie, err := r.Cookie(SessionCookie)
		if err != nil {
			s.fail(w, r, store.ErrNoSession)
			return
		}
		userID, err := s.Sessions.UserID(r.Context(), cookie.Value)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey, userID)))
	})
}

// requireMember answers 404 unless the user belongs to the workspace of the path:
// to everybody else a workspace does not exist.
func (s *Server) requireMember(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		workspaceID, err := uuid.Parse(chi.URLParam(r, "workspaceID"))
		if err != nil {
			s.fail(w, r, workspaces.ErrNotFound)
			return
		}
		member, err := s.Members.Membership(r.Context(), workspaceID, currentUser(r.Context()))
		if errors.Is(err, members.ErrNotFound) {
			s.fail(w, r, workspaces.ErrNotFound)
			return
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), memberKey, member)))
	})
}

// requireManager answers 403 unless the member may manage members.
func (s *Server) requireManager(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !currentMember(r.Context()).Role.CanManageMembers() {
			s.fail(w, r, members.ErrForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
