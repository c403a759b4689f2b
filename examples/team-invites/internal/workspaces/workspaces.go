// Package workspaces describes the spaces that teams share.
package workspaces

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
)

// Workspace is what a team shares: its name and its address in the product.
type Workspace struct {
	ID        uuid.UUID
	Name      string
	Slug      string
	CreatedAt time.Time
}

// ErrNotFound means that there is no such workspace.
var ErrNotFound = errors.New("workspace not found")

// Store reads workspaces.
type Store interface {
	Get(ctx context.Context, id uuid.UUID) (Workspace, error)
	// ListForUser returns the workspaces the user is a member of, by name.
	ListForUser(ctx context.Context, userID uuid.UUID) ([]Workspace, error)
}
