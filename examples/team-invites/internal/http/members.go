package http

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/google/uuid"

	"example.com/roster/internal/members"
)

// MemberResponse is mirrored by Member in web/src/types/member.ts.
type MemberResponse struct {
	ID           uuid.UUID    `json:"id"`
	Name         string       `json:"name"`
	Email        string       `json:"email"`
	Role         members.Role `json:"role"`
	JoinedAt     time.Time    `json:"joined_at"`
	LastActiveAt *time.Time   `json:"last_active_at"`
}

// MemberListResponse is the body of GET members.
type MemberListResponse struct {
	Members []MemberResponse `json:"members"`
}

// ChangeRoleRequest is the body of PATCH members/{memberID}.
type ChangeRoleRequest struct {
	Role members.Role `json:"role"`
}

func toMemberResponse(m members.Member) MemberResponse {
	return MemberResponse{
		ID:           m.ID,
		Name:         m.Name,
		Email:        m.Email,
		Role:         m.Role,
		JoinedAt:     m.JoinedAt,
		LastActiveAt: m.LastActiveAt,
	}
}

func (s *Server) listMembers(w http.ResponseWriter, r *http.Request) {
	list, err := s.Members.List(r.Context(), currentMember(r.Context()))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body := MemberListResponse{Members: make([]MemberResponse, 0, len(list))}
	for _, m := range list {
		body.Members = append(body.Members, toMemberResponse(m))
	}
	respond(w, http.StatusOK, body)
}

func (s *Server) changeRole(w http.ResponseWriter, r *http.Request) {
	memberID, err := uuid.Parse(chi.URLParam(r, "memberID"))
	if err != nil {
		s.fail(w, r, members.ErrNotFound)
		return
	}
	var body ChangeRoleRequest
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<10)).Decode(&body); err != nil {
		s.fail(w, r, errBadRequest)
		return
	}
	m, err := s.Members.ChangeRole(r.Context(), currentMember(r.Context()), memberID, body.Role)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	respond(w, http.StatusOK, toMemberResponse(m))
}

func (s *Server) removeMember(w http.ResponseWriter, r *http.Request) {
	memberID, err := uuid.Parse(chi.URLParam(r, "memberID"))
	if err != nil {
		s.fail(w, r, members.ErrNotFound)
		return
	}
	if err := s.Members.Remove(r.Context(), currentMember(r.Context()), memberID); err != nil {
		s.fail(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
