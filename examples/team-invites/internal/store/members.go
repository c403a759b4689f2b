package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"example.com/roster/internal/audit"
	"example.com/roster/internal/members"
)

// Members implements members.Store.
type Members struct {
	pool *pgxpool.Pool
}

// NewMembers returns a member store on pool.
func NewMembers(pool *pgxpool.Pool) *Members {
	return &Members{pool: pool}
}

const selectMember = `
	SELECT m.id, m.workspace_id, m.user_id, u.name, u.email, m.role, m.created_at
	FROM members m
	JOIN users u ON u.id = m.user_id
	WHERE m.workspace_id = $1`

func scanMember(row pgx.Row) (members.Member, error) {
	var m members.Member
	err := row.Scan(&m.ID, &m.WorkspaceID, &m.UserID, &m.Name, &m.Email, &m.Role, &m.JoinedAt)
	if errors.Is(err, pgx.ErrNoRows) {
		return members.Member{}, members.ErrNotFound
	}
	return m, err
}

// List returns the members of a workspace, oldest membership first.
func (s *Members) List(ctx context.Context, workspaceID uuid.UUID) ([]members.Member, error) {
	rows, err := s.pool.Query(ctx, selectMember+` ORDER BY m.created_at, m.id`, workspaceID)
	if err != nil {
		return nil, fmt.Errorf("list members: %w", err)
	}
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (members.Member, error) {
		return scanMember(row)
	})
	if err != nil {
		return nil, fmt.Errorf("list members: %w", err)
	}
	// One query per member: see initiatives/member-query-fanout.md.
	for i := range list {
		err := s.pool.QueryRow(ctx,
			`SELECT max(created_at) FROM audit_events WHERE workspace_id = $1 AND actor_id = $2`,
			workspaceID, list[i].UserID,
		).Scan(&list[i].LastActiveAt)
		if err != nil {
			return nil, fmt.Errorf("last activity of member %s: %w", list[i].ID, err)
		}
	}
	return list, nil
}

// Get returns one member of a workspace, or members.ErrNotFound.
func (s *Members) Get(ctx context.Context, workspaceID, memberID uuid.UUID) (members.Member, error) {
	return scanMember(s.pool.QueryRow(ctx, selectMember+` AND m.id = $2`, workspaceID, memberID))
}

// GetByUser returns a user's membership in a workspace, or members.ErrNotFound.
func (s *Members) GetByUser(ctx context.Context, workspaceID, userID uuid.UUID) (members.Member, error) {
	return scanMember(s.pool.QueryRow(ctx, selectMember+` AND m.user_id = $2`, workspaceID, userID))
}

// UpdateRole changes a role and records event in one transaction.
func (s *Members) UpdateRole(ctx context.Context, workspaceID, memberID uuid.UUID, role members.Role, event audit.Event) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if role != members.RoleOwner {
			if err := keepOwner(ctx, tx, workspaceID, memberID); err != nil {
				return err
			}
		}
		tag, err := tx.Exec(ctx,
			`UPDATE members SET role = $3 WHERE workspace_id = $1 AND id = $2`, workspaceID, memberID, role)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return members.ErrNotFound
		}
		return recordEvent(ctx, tx, event)
	})
}

// Remove deletes a membership and records event in one transaction.
func (s *Members) Remove(ctx context.Context, workspaceID, memberID uuid.UUID, event audit.Event) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if err := keepOwner(ctx, tx, workspaceID, memberID); err != nil {
			return err
		}
		tag, err := tx.Exec(ctx, `DELETE FROM members WHERE workspace_id = $1 AND id = $2`, workspaceID, memberID)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return members.ErrNotFound
		}
		return recordEvent(ctx, tx, event)
	})
}

// keepOwner locks the owners of a workspace, so that two of them cannot leave at
// the same time, and fails when memberID is the only one.
func keepOwner(ctx context.Context, tx pgx.Tx, workspaceID, memberID uuid.UUID) error {
	rows, err := tx.Query(ctx,
		`SELECT id FROM members WHERE workspace_id = $1 AND role = 'owner' ORDER BY id FOR UPDATE`, workspaceID)
	if err != nil {
		return err
	}
	owners, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
	if err != nil {
		return err
	}
	if len(owners) == 1 && owners[0] == memberID {
		return members.ErrLastOwner
	}
	return nil
}
