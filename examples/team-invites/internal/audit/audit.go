// Package audit describes what happened in a workspace, who did it and to whom.
package audit

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Action names what was done. Stored as text, so new actions need no migration.
type Action string

const (
	ActionRoleChanged   Action = "member.role_changed"
	ActionMemberRemoved Action = "member.removed"
)

// Event is one line of the audit log. Events are written once and never changed.
type Event struct {
	ID          int64
	WorkspaceID uuid.UUID
	ActorID     uuid.UUID
	ActorName   string
	Action      Action
	SubjectID   uuid.UUID
	Detail      map[string]string
	CreatedAt   time.Time
}

// MaxPageSize is the largest number of events one request may ask for.
const MaxPageSize = 100

// Store reads and prunes events. Writing is the business of the store that makes
// the change, in the same transaction, so that no change goes unrecorded.
type Store interface {
	// List returns events older than the event with id before, newest first; before 0 starts at the newest.
	List(ctx context.Context, workspaceID uuid.UUID, before int64, limit int) ([]Event, error)
	// DeleteOlderThan removes events of every workspace and returns how many there were.
	DeleteOlderThan(ctx context.Context, limit time.Time) (int64, error)
}

// Prune deletes expired events now and then every interval until ctx ends.
// report is called after each round.
func Prune(ctx context.Context, store Store, retention, interval time.Duration, report func(deleted int64, err error)) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		report(store.DeleteOlderThan(ctx, time.Now().Add(-retention)))
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
