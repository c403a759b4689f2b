//go:build integration

package store

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgxpool"

	"example.com/roster/internal/audit"
	"example.com/roster/internal/members"
)

// openTestDatabase expects a migrated database; see "make test-integration".
func openTestDatabase(t *testing.T) *pgxpool.Pool {
	t.Helper()
	url := os.Getenv("ROSTER_TEST_DATABASE_URL")
	if url == "" {
		t.Skip("ROSTER_TEST_DATABASE_URL is not set")
	}
	pool, err := Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

// seedWorkspace creates a workspace with one member per role and returns them in that order.
func seedWorkspace(t *testing.T, pool *pgxpool.Pool, roles ...members.Role) []members.Member {
	t.Helper()
	ctx := context.Background()
	workspaceID := uuid.New()
	_, err := pool.Exec(ctx, `INSERT INTO workspaces (id, name, slug) VALUES ($1, 'Test', $2)`, workspaceID, workspaceID.String())
	if err != nil {
		t.Fatal(err)
	}
	list := make([]members.Member, 0, len(roles))
	for _, role := range roles {
		m := members.Member{ID: uuid.New(), WorkspaceID: workspaceID, UserID: uuid.New(), Role: role}
		if _, err := pool.Exec(ctx, `INSERT INTO users (id, name, email) VALUES ($1, 'Test user', $2)`, m.UserID, m.UserID.String()+"@example.com"); err != nil {
			t.Fatal(err)
		}
		if _, err := pool.Exec(ctx, `INSERT INTO members (id, workspace_id, user_id, role) VALUES ($1, $2, $3, $4)`, m.ID, workspaceID, m.UserID, role); err != nil {
			t.Fatal(err)
		}
		list = append(list, m)
	}
	return list
}

func roleChange(actor, subject members.Member) audit.Event {
	return audit.Event{
		WorkspaceID: actor.WorkspaceID,
		ActorID:     actor.UserID,
		Action:      audit.ActionRoleChanged,
		SubjectID:   subject.UserID,
		Detail:      map[string]string{"from": string(subject.Role)},
	}
}

func TestUpdateRoleRecordsTheChange(t *testing.T) {
	ctx, pool := context.Background(), openTestDatabase(t)
	list := seedWorkspace(t, pool, members.RoleOwner, members.RoleMember)
	owner, member := list[0], list[1]

	if err := NewMembers(pool).UpdateRole(ctx, owner.WorkspaceID, member.ID, members.RoleAdmin, roleChange(owner, member)); err != nil {
		t.Fatal(err)
	}
	events, err := NewAudit(pool).List(ctx, owner.WorkspaceID, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(events) != 1 || events[0].Action != audit.ActionRoleChanged || events[0].Detail["from"] != "member" {
		t.Errorf("events = %+v, want the role change", events)
	}
	after, err := NewMembers(pool).List(ctx, owner.WorkspaceID)
	if err != nil {
		t.Fatal(err)
	}
	if len(after) != 2 {
		t.Fatalf("%d members, want 2", len(after))
	}
	for _, m := range after {
		if wasActive := m.LastActiveAt != nil; wasActive != (m.UserID == owner.UserID) {
			t.Errorf("member %s with role %s: active = %v", m.ID, m.Role, wasActive)
		}
	}
}

func TestTheLastOwnerStays(t *testing.T) {
	ctx, pool := context.Background(), openTestDatabase(t)
	list := seedWorkspace(t, pool, members.RoleOwner, members.RoleAdmin)
	owner := list[0]
	store := NewMembers(pool)

	if err := store.UpdateRole(ctx, owner.WorkspaceID, owner.ID, members.RoleMember, roleChange(owner, owner)); !errors.Is(err, members.ErrLastOwner) {
		t.Errorf("demoting: error = %v, want ErrLastOwner", err)
	}
	if err := store.Remove(ctx, owner.WorkspaceID, owner.ID, roleChange(owner, owner)); !errors.Is(err, members.ErrLastOwner) {
		t.Errorf("removing: error = %v, want ErrLastOwner", err)
	}
	events, err := NewAudit(pool).List(ctx, owner.WorkspaceID, 0, 10)
	if err != nil || len(events) != 0 {
		t.Errorf("events = %+v, error = %v, want neither", events, err)
	}
}

func TestDeleteOlderThanKeepsWhatIsYounger(t *testing.T) {
	ctx, pool := context.Background(), openTestDatabase(t)
	owner := seedWorkspace(t, pool, members.RoleOwner)[0]
	for _, age := range []string{"400 days", "10 days"} {
		_, err := pool.Exec(ctx, `
			INSERT INTO audit_events (workspace_id, actor_id, action, subject_id, created_at)
			VALUES ($1, $2, 'member.removed', $2, now() - $3::text::interval)`, owner.WorkspaceID, owner.UserID, age)
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := NewAudit(pool).DeleteOlderThan(ctx, time.Now().AddDate(0, 0, -365)); err != nil {
		t.Fatal(err)
	}
	events, err := NewAudit(pool).List(ctx, owner.WorkspaceID, 0, 10)
	if err != nil || len(events) != 1 {
		t.Errorf("events = %+v, error = %v, want the younger one", events, err)
	}
}
