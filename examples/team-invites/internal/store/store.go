// Package store keeps workspaces, members, sessions and audit events in PostgreSQL.
package store

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"example.com/roster/internal/workspaces"
)

// Open connects to PostgreSQL and checks that it answers.
func Open(ctx context.Context, databaseURL string) (*pgxpool.Pool, error) {
	pool, err := pgxpool.New(ctx, databaseURL)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("reach database: %w", err)
	}
	return pool, nil
}

// Workspaces implements workspaces.Store.
type Workspaces struct {
	pool *pgxpool.Pool
}

// NewWorkspaces returns a workspace store on pool.
func NewWorkspaces(pool *pgxpool.Pool) *Workspaces {
	return &Workspaces{pool: pool}
}

// Get returns one workspace, or workspaces.ErrNotFound.
func (s *Workspaces) Get(ctx context.Context, id uuid.UUID) (workspaces.Workspace, error) {
	var w workspaces.Workspace
	err := s.pool.QueryRow(ctx,
		`SELECT id, name, slug, created_at FROM workspaces WHERE id = $1`, id,
	).Scan(&w.ID, &w.Name, &w.Slug, &w.CreatedAt)
	if errors.Is(err, pgx.ErrNoRows) {
		return workspaces.Workspace{}, workspaces.ErrNotFound
	}
	if err != nil {
		return workspaces.Workspace{}, fmt.Errorf("get workspace: %w", err)
	}
	return w, nil
}

// ListForUser returns the user's workspaces by name.
func (s *Workspaces) ListForUser(ctx context.Context, userID uuid.UUID) ([]workspaces.Workspace, error) {
	rows, err := s.pool.Query(ctx, `
		SELECT w.id, w.name, w.slug, w.created_at
		FROM workspaces w
		JOIN members m ON m.workspace_id = w.id
		WHERE m.user_id = $1
		ORDER BY w.name, w.id`, userID)
	if err != nil {
		return nil, fmt.Errorf("list workspaces: %w", err)
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[workspaces.Workspace])
}

// ErrNoSession means that a session token is unknown or expired.
var ErrNoSession = errors.New("no such session")

// Sessions reads the sessions that the accounts service writes.
type Sessions struct {
	pool *pgxpool.Pool
}

// NewSessions returns a session store on pool.
func NewSessions(pool *pgxpool.Pool) *Sessions {
	return &Sessions{pool: pool}
}

// UserID returns whose session a token opens, or ErrNoSession. Only hashes of
// tokens are stored, so a leaked table opens no session.
func (s *Sessions) UserID(ctx context.Context, token string) (uuid.UUID, error) {
	hash := sha256.Sum256([]byte(token))
	var userID uuid.UUID
	err := s.pool.QueryRow(ctx,
		`SELECT user_id FROM sessions WHERE token_hash = $1 AND expires_at > now()`, hash[:],
	).Scan(&userID)
	if errors.Is(err, pgx.ErrNoRows) {
		return uuid.Nil, ErrNoSession
	}
	if err != nil {
		return uuid.Nil, fmt.Errorf("find session: %w", err)
	}
	return userID, nil
}
