// Package members decides who belongs to a workspace and what each member may do.
package members

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"example.com/roster/internal/audit"
)

// Role is what a member may do in one workspace.
type Role string

const (
	RoleOwner  Role = "owner"
	RoleAdmin  Role = "admin"
	RoleMember Role = "member"
)

// Valid reports whether r is one of the three roles.
func (r Role) Valid() bool {
	return r == RoleOwner || r == RoleAdmin || r == RoleMember
}

// CanManageMembers reports whether r may change roles, remove members and read the audit log.
func (r Role) CanManageMembers() bool {
	return r == RoleOwner || r == RoleAdmin
}

// Member is one person in one workspace.
type Member struct {
	ID          uuid.UUID
	WorkspaceID uuid.UUID
	UserID      uuid.UUID
	Name        string
	Email       string
	Role        Role
	JoinedAt    time.Time
	// LastActiveAt is the time of the member's latest audit event, nil where there is none.
	LastActiveAt *time.Time
}

var (
	// ErrNotFound means that the workspace has no such member.
	ErrNotFound = errors.New("member not found")
	// ErrForbidden means that the actor's role does not allow the change.
	ErrForbidden = errors.New("role does not allow this")
	// ErrInvalidRole means that the requested role does not exist.
	ErrInvalidRole = errors.New("unknown role")
	// ErrLastOwner means that the change would leave the workspace without an owner.
	ErrLastOwner = errors.New("a workspace needs at least one owner")
)

// Store keeps members. UpdateRole and Remove write event in the same transaction
// and return ErrLastOwner rather than take the last owner away.
type Store interface {
	List(ctx context.Context, workspaceID uuid.UUID) ([]Member, error)
	Get(ctx context.Context, workspaceID, memberID uuid.UUID) (Member, error)
	GetByUser(ctx context.Context, workspaceID, userID uuid.UUID) (Member, error)
	UpdateRole(ctx context.Context, workspaceID, memberID uuid.UUID, role Role, event audit.Event) error
	Remove(ctx context.Context, workspaceID, memberID uuid.UUID, event audit.Event) error
}
