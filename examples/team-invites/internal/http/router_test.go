package http

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"example.com/roster/internal/audit"
	"example.com/roster/internal/members"
	"example.com/roster/internal/store"
	"example.com/roster/internal/workspaces"
)

var (
	workspaceID = uuid.MustParse("6f1c2a34-0000-4000-8000-000000000001")
	owner       = members.Member{ID: uuid.New(), WorkspaceID: workspaceID, UserID: uuid.New(), Name: "Olga", Role: members.RoleOwner}
	member      = members.Member{ID: uuid.New(), WorkspaceID: workspaceID, UserID: uuid.New(), Name: "Mika", Role: members.RoleMember}
)

// fakeSessions takes the name of a member for a session token.
type fakeSessions struct{}

func (fakeSessions) UserID(_ context.Context, token string) (uuid.UUID, error) {
	for _, m := range []members.Member{owner, member} {
		if m.Name == token {
			return m.UserID, nil
		}
	}
	if token == "stranger" {
		return uuid.New(), nil
	}
	return uuid.Nil, store.ErrNoSession
}

type fakeWorkspaces struct{}

func (fakeWorkspaces) Get(_ context.Context, id uuid.UUID) (workspaces.Workspace, error) {
	return workspaces.Workspace{ID: id, Name: "Harbour", Slug: "harbour"}, nil
}

func (f fakeWorkspaces) ListForUser(ctx context.Context, _ uuid.UUID) ([]workspaces.Workspace, error) {
	ws, err := f.Get(ctx, workspaceID)
	return []workspaces.Workspace{ws}, err
}

type fakeMembers struct{}

func (fakeMembers) List(context.Context, uuid.UUID) ([]members.Member, error) {
	return []members.Member{owner, member}, nil
}

func (fakeMembers) Get(_ context.Context, _, memberID uuid.UUID) (members.Member, error) {
	for _, m := range []members.Member{owner, member} {
		if m.ID == memberID {
			return m, nil
		}
	}
	return members.Member{}, members.ErrNotFound
}

func (fakeMembers) GetByUser(_ context.Context, id, userID uuid.UUID) (members.Member, error) {
	for _, m := range []members.Member{owner, member} {
		if m.WorkspaceID == id && m.UserID == userID {
			return m, nil
		}
	}
	return members.Member{}, members.ErrNotFound
}

func (fakeMembers) UpdateRole(_ context.Context, _, memberID uuid.UUID, _ members.Role, _ audit.Event) error {
	if memberID == owner.ID {
		return members.ErrLastOwner
	}
	return nil
}

func (fakeMembers) Remove(context.Context, uuid.UUID, uuid.UUID, audit.Event) error {
	return nil
}

// fakeAudit holds the events 3, 2 and 1.
type fakeAudit struct{}

func (fakeAudit) List(_ context.Context, _ uuid.UUID, before int64, limit int) ([]audit.Event, error) {
	var list []audit.Event
	for id := int64(3); id > 0 && len(list) < limit; id-- {
		if before == 0 || id < before {
			list = append(list, audit.Event{ID: id, Action: audit.ActionRoleChanged})
		}
	}
	return list, nil
}

func (fakeAudit) DeleteOlderThan(context.Context, time.Time) (int64, error) {
	return 0, nil
}

func request(t *testing.T, session, method, path, body string) *httptest.ResponseRecorder {
	t.Helper()
	server := &Server{
		Log:        slog.New(slog.NewTextHandler(io.Discard, nil)),
		Sessions:   fakeSessions{},
		Workspaces: fakeWorkspaces{},
		Members:    members.NewService(fakeMembers{}),
		Audit:      fakeAudit{},
	}
	r := httptest.NewRequest(method, "/api/v1/workspaces/"+workspaceID.String()+path, strings.NewReader(body))
	if session != "" {
		r.AddCookie(&http.Cookie{Name: SessionCookie, Value: session})
	}
	w := httptest.NewRecorder()
	server.Router().ServeHTTP(w, r)
	return w
}

func TestAccess(t *testing.T) {
	tests := []struct {
		name     string
		session  string
		method   string
		path     string
		body     string
		wantCode int
		wantBody string
	}{
		{"no session", "", "GET", "/members", "", 401, "unauthenticated"},
		{"an expired session", "expired", "GET", "/members", "", 401, "unauthenticated"},
		{"somebody else's workspace", "stranger", "GET", "/members", "", 404, "workspace_not_found"},
		{"a member sees members", "Mika", "GET", "/members", "", 200, `"members"`},
		{"a member reads no audit log", "Mika", "GET", "/audit-events", "", 403, "forbidden"},
		{"a member changes no role", "Mika", "PATCH", "/members/" + owner.ID.String(), `{"role":"member"}`, 403, "forbidden"},
		{"a member leaves", "Mika", "DELETE", "/members/" + member.ID.String(), "", 204, ""},
		{"an owner changes a role", "Olga", "PATCH", "/members/" + member.ID.String(), `{"role":"admin"}`, 200, `"role":"admin"`},
		{"an unknown role", "Olga", "PATCH", "/members/" + member.ID.String(), `{"role":"guest"}`, 422, "invalid_role"},
		{"a body that is no JSON", "Olga", "PATCH", "/members/" + member.ID.String(), `role=admin`, 400, "bad_request"},
		{"an unknown member", "Olga", "PATCH", "/members/" + uuid.NewString(), `{"role":"admin"}`, 404, "member_not_found"},
		{"the last owner", "Olga", "PATCH", "/members/" + owner.ID.String(), `{"role":"member"}`, 409, "last_owner"},
		{"a page that is too large", "Olga", "GET", "/audit-events?limit=101", "", 400, "bad_request"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := request(t, tt.session, tt.method, tt.path, tt.body)
			if w.Code != tt.wantCode || !strings.Contains(w.Body.String(), tt.wantBody) {
				t.Errorf("%d %s, want %d with %s", w.Code, w.Body, tt.wantCode, tt.wantBody)
			}
		})
	}
}

func TestListAuditEventsPages(t *testing.T) {
	var ids []int64
	path := "/audit-events?limit=2"
	for page := 0; page < 2; page++ {
		w := request(t, "Olga", "GET", path, "")
		var body AuditEventListResponse
		if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
			t.Fatal(err)
		}
		for _, e := range body.Events {
			ids = append(ids, e.ID)
		}
		if page == 0 {
			if body.NextBefore == nil || *body.NextBefore != 2 {
				t.Fatalf("next_before = %v, want 2", body.NextBefore)
			}
			path += "&before=2"
		} else if body.NextBefore != nil {
			t.Errorf("next_before = %d on the last page, want null", *body.NextBefore)
		}
	}
	if len(ids) != 3 || ids[0] != 3 || ids[2] != 1 {
		t.Errorf("ids = %v, want 3, 2, 1", ids)
	}
}
