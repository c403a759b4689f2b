package http

import (
	"net/http"
	"time"

	"github.com/google/uuid"

	"example.com/roster/internal/members"
	"example.com/roster/internal/workspaces"
)

// WorkspaceResponse is mirrored by Workspace in web/src/types/member.ts.
type WorkspaceResponse struct {
	ID        uuid.UUID `json:"id"`
	Name      string    `json:"name"`
	Slug      string    `json:"slug"`
	CreatedAt time.Time `json:"created_at"`
}

// WorkspaceDetailResponse adds what the caller may do there.
type WorkspaceDetailResponse struct {
	WorkspaceResponse
	Role members.Role `json:"role"`
}

// WorkspaceListResponse is the body of GET workspaces.
type WorkspaceListResponse struct {
	Workspaces []WorkspaceResponse `json:"workspaces"`
}

func toWorkspaceResponse(ws workspaces.Workspace) WorkspaceResponse {
	return WorkspaceResponse{ID: ws.ID, Name: ws.Name, Slug: ws.Slug, CreatedAt: ws.CreatedAt}
}

func (s *Server) listWorkspaces(w http.ResponseWriter, r *http.Request) {
	list, err := s.Workspaces.ListForUser(r.Context(), currentUser(r.Context()))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body := WorkspaceListResponse{Workspaces: make([]WorkspaceResponse, 0, len(list))}
	for _, ws := range list {
		body.Workspaces = append(body.Workspaces, toWorkspaceResponse(ws))
	}
	respond(w, http.StatusOK, body)
}

func (s *Server) getWorkspace(w http.ResponseWriter, r *http.Request) {
	member := currentMember(r.Context())
	ws, err := s.Workspaces.Get(r.Context(), member.WorkspaceID)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	respond(w, http.StatusOK, WorkspaceDetailResponse{toWorkspaceResponse(ws), member.Role})
}
