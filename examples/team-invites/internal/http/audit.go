package http

import (
	"net/http"
	"strconv"
	"time"

	"github.com/google/uuid"

	"example.com/roster/internal/audit"
)

// AuditEventResponse is mirrored by AuditEvent in web/src/types/audit-event.ts.
type AuditEventResponse struct {
	ID        int64             `json:"id"`
	ActorID   uuid.UUID         `json:"actor_id"`
	ActorName string            `json:"actor_name"`
	Action    audit.Action      `json:"action"`
	SubjectID uuid.UUID         `json:"subject_id"`
	Detail    map[string]string `json:"detail"`
	CreatedAt time.Time         `json:"created_at"`
}

// AuditEventListResponse is the body of GET audit-events. NextBefore continues
// the list and is null on the last page.
type AuditEventListResponse struct {
	Events     []AuditEventResponse `json:"events"`
	NextBefore *int64               `json:"next_before"`
}

func (s *Server) listAuditEvents(w http.ResponseWriter, r *http.Request) {
	before, err := queryNumber(r, "before", 0)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	limit, err := queryNumber(r, "limit", 50)
	if err != nil || limit < 1 || limit > audit.MaxPageSize {
		s.fail(w, r, errBadRequest)
		return
	}
	// One more than asked for tells whether there is a next page.
	events, err := s.Audit.List(r.Context(), currentMember(r.Context()).WorkspaceID, before, int(limit)+1)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body := AuditEventListResponse{Events: make([]AuditEventResponse, 0, len(events))}
	if len(events) > int(limit) {
		events = events[:limit]
		body.NextBefore = &events[limit-1].ID
	}
	for _, e := range events {
		body.Events = append(body.Events, AuditEventResponse{
			ID:        e.ID,
			ActorID:   e.ActorID,
			ActorName: e.ActorName,
			Action:    e.Action,
			SubjectID: e.SubjectID,
			Detail:    e.Detail,
			CreatedAt: e.CreatedAt,
		})
	}
	respond(w, http.StatusOK, body)
}

// queryNumber reads a non-negative number from the query, or errBadRequest.
func queryNumber(r *http.Request, name string, fallback int64) (int64, error) {
	raw := r.URL.Query().Get(name)
	if raw == "" {
		return fallback, nil
	}
	n, err := strconv.ParseInt(raw, 10, 64)
	if err != nil || n < 0 {
		return 0, errBadRequest
	}
	return n, nil
}
