package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"example.com/roster/internal/audit"
)

// Audit implements audit.Store.
type Audit struct {
	pool *pgxpool.Pool
}

// NewAudit returns an audit store on pool.
func NewAudit(pool *pgxpool.Pool) *Audit {
	return &Audit{pool: pool}
}

// List returns a page of events, newest first.
func (s *Audit) List(ctx context.Context, workspaceID uuid.UUID, before int64, limit int) ([]audit.Event, error) {
	rows, err := s.pool.Query(ctx, `
		SELECT e.id, e.workspace_id, e.actor_id, u.name, e.action, e.subject_id, e.detail, e.created_at
		FROM audit_events e
		JOIN users u ON u.id = e.actor_id
		WHERE e.workspace_id = $1 AND ($2::bigint = 0 OR e.id < $2)
		ORDER BY e.id DESC
		LIMIT $3`, workspaceID, before, limit)
	if err != nil {
		return nil, fmt.Errorf("list audit events: %w", err)
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[audit.Event])
}

// DeleteOlderThan removes expired events of every workspace.
func (s *Audit) DeleteOlderThan(ctx context.Context, limit time.Time) (int64, error) {
	tag, err := s.pool.Exec(ctx, `DELETE FROM audit_events WHERE created_at < $1`, limit)
	if err != nil {
		return 0, fmt.Errorf("prune audit events: %w", err)
	}
	return tag.RowsAffected(), nil
}

// recordEvent writes event within the transaction of the change it describes.
func recordEvent(ctx context.Context, tx pgx.Tx, event audit.Event) error {
	detail := event.Detail
	if detail == nil {
		detail = map[string]string{}
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO audit_events (workspace_id, actor_id, action, subject_id, detail)
		VALUES ($1, $2, $3, $4, $5)`,
		event.WorkspaceID, event.ActorID, event.Action, event.SubjectID, detail)
	if err != nil {
		return fmt.Errorf("record audit event: %w", err)
	}
	return nil
}
