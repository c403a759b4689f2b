package members

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"example.com/roster/internal/audit"
)

// Service applies the membership rules on top of a Store.
type Service struct {
	store Store
}

// NewService returns a Service that keeps its members in store.
func NewService(store Store) *Service {
	return &Service{store: store}
}

// Membership returns the user's own membership, or ErrNotFound.
func (s *Service) Membership(ctx context.Context, workspaceID, userID uuid.UUID) (Member, error) {
	return s.store.GetByUser(ctx, workspaceID, userID)
}

// List returns the members of the actor's workspace, oldest membership first.
func (s *Service) List(ctx context.Context, actor Member) ([]Member, error) {
	return s.store.List(ctx, actor.WorkspaceID)
}

// ChangeRole gives a member another role. Admins move people between admin and
// member; only owners grant or take the owner role.
func (s *Service) ChangeRole(ctx context.Context, actor Member, memberID uuid.UUID, role Role) (Member, error) {
	if !role.Valid() {
		return Member{}, ErrInvalidRole
	}
	target, err := s.target(ctx, actor, memberID)
	if err != nil {
		return Member{}, err
	}
	if role == RoleOwner && actor.Role != RoleOwner {
		return Member{}, ErrForbidden
	}
	if target.Role == role {
		return target, nil
	}
	event := audit.Event{
		WorkspaceID: actor.WorkspaceID,
		ActorID:     actor.UserID,
		Action:      audit.ActionRoleChanged,
		SubjectID:   target.UserID,
		Detail:      map[string]string{"from": string(target.Role), "to": string(role)},
	}
	if err := s.store.UpdateRole(ctx, actor.WorkspaceID, memberID, role, event); err != nil {
		return Member{}, fmt.Errorf("change role of member %s: %w", memberID, err)
	}
	target.Role = role
	return target, nil
}

// Remove takes a member out of the workspace. Everyone may leave; removing
// somebody else needs a managing role.
func (s *Service) Remove(ctx context.Context, actor Member, memberID uuid.UUID) error {
	target := actor
	if memberID != actor.ID {
		var err error
		if target, err = s.target(ctx, actor, memberID); err != nil {
			return err
		}
	}
	event := audit.Event{
		WorkspaceID: actor.WorkspaceID,
		ActorID:     actor.UserID,
		Action:      audit.ActionMemberRemoved,
		SubjectID:   target.UserID,
		Detail:      map[string]string{"role": string(target.Role)},
	}
	if err := s.store.Remove(ctx, actor.WorkspaceID, memberID, event); err != nil {
		return fmt.Errorf("remove member %s: %w", memberID, err)
	}
	return nil
}

// target loads the member that actor wants to change and checks that the role allows it.
func (s *Service) target(ctx context.Context, actor Member, memberID uuid.UUID) (Member, error) {
	if !actor.Role.CanManageMembers() {
		return Member{}, ErrForbidden
	}
	target, err := s.store.Get(ctx, actor.WorkspaceID, memberID)
	if err != nil {
		return Member{}, err
	}
	if target.Role == RoleOwner && actor.Role != RoleOwner {
		return Member{}, ErrForbidden
	}
	return target, nil
}
