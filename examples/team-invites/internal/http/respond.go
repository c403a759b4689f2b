package http

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/go-chi/chi/v5/middleware"

	"example.com/roster/internal/members"
	"example.com/roster/internal/store"
	"example.com/roster/internal/workspaces"
)

// errorBody is what every failed request answers with.
type errorBody struct {
	Error apiError `json:"error"`
}

type apiError struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// errBadRequest means that the request itself cannot be understood.
var errBadRequest = errors.New("the request is not valid")

// taxonomy maps errors to what a client sees, first match first.
var taxonomy = []struct {
	err     error
	status  int
	code    string
	message string
}{
	{errBadRequest, http.StatusBadRequest, "bad_request", "The request is not valid."},
	{store.ErrNoSession, http.StatusUnauthorized, "unauthenticated", "Sign in to continue."},
	{members.ErrForbidden, http.StatusForbidden, "forbidden", "Your role does not allow this."},
	{workspaces.ErrNotFound, http.StatusNotFound, "workspace_not_found", "This workspace does not exist."},
	{members.ErrNotFound, http.StatusNotFound, "member_not_found", "This person is not a member of the workspace."},
	{members.ErrLastOwner, http.StatusConflict, "last_owner", "A workspace needs at least one owner."},
	{members.ErrInvalidRole, http.StatusUnprocessableEntity, "invalid_role", "Choose owner, admin or member."},
}

func respond(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	// A failed write means that the client is gone: nobody is left to tell.
	_ = json.NewEncoder(w).Encode(body)
}

func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	for _, known := range taxonomy {
		if errors.Is(err, known.err) {
			respond(w, known.status, errorBody{apiError{known.code, known.message}})
			return
		}
	}
	s.Log.ErrorContext(r.Context(), "request failed",
		"method", r.Method, "path", r.URL.Path, "request_id", middleware.GetReqID(r.Context()), "error", err)
	respond(w, http.StatusInternalServerError, errorBody{apiError{"internal", "Something went wrong on our side."}})
}
