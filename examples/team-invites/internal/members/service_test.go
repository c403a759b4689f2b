package members

import (
	"context"
	"errors"
	"testing"

	"github.com/google/uuid"

	"example.com/roster/internal/audit"
)

// memoryStore keeps members in a map and remembers the events it was given.
type memoryStore struct {
	members map[uuid.UUID]Member
	events  []audit.Event
}

func newMemoryStore(list ...Member) *memoryStore {
	s := &memoryStore{members: map[uuid.UUID]Member{}}
	for _, m := range list {
		s.members[m.ID] = m
	}
	return s
}

func (s *memoryStore) List(context.Context, uuid.UUID) ([]Member, error) {
	var list []Member
	for _, m := range s.members {
		list = append(list, m)
	}
	return list, nil
}

func (s *memoryStore) Get(_ context.Context, workspaceID, memberID uuid.UUID) (Member, error) {
	if m, ok := s.members[memberID]; ok && m.WorkspaceID == workspaceID {
		return m, nil
	}
	return Member{}, ErrNotFound
}

func (s *memoryStore) GetByUser(_ context.Context, workspaceID, userID uuid.UUID) (Member, error) {
	for _, m := range s.members {
		if m.WorkspaceID == workspaceID && m.UserID == userID {
			return m, nil
		}
	}
	return Member{}, ErrNotFound
}

func (s *memoryStore) UpdateRole(_ context.Context, _, memberID uuid.UUID, role Role, event audit.Event) error {
	m := s.members[memberID]
	if m.Role == RoleOwner && s.owners() == 1 {
		return ErrLastOwner
	}
	m.Role = role
	s.members[memberID] = m
	s.events = append(s.events, event)
	return nil
}

func (s *memoryStore) Remove(_ context.Context, _, memberID uuid.UUID, event audit.Event) error {
	if s.members[memberID].Role == RoleOwner && s.owners() == 1 {
		return ErrLastOwner
	}
	delete(s.members, memberID)
	s.events = append(s.events, event)
	return nil
}

func (s *memoryStore) owners() int {
	n := 0
	for _, m := range s.members {
		if m.Role == RoleOwner {
			n++
		}
	}
	return n
}

func newMember(workspaceID uuid.UUID, role Role) Member {
	return Member{ID: uuid.New(), WorkspaceID: workspaceID, UserID: uuid.New(), Role: role}
}

func TestChangeRole(t *testing.T) {
	workspaceID := uuid.New()
	owner := newMember(workspaceID, RoleOwner)
	admin := newMember(workspaceID, RoleAdmin)
	member := newMember(workspaceID, RoleMember)
	stranger := newMember(uuid.New(), RoleMember)

	tests := []struct {
		name    string
		actor   Member
		target  Member
		role    Role
		wantErr error
	}{
		{"an admin promotes a member to admin", admin, member, RoleAdmin, nil},
		{"an owner promotes an admin to owner", owner, admin, RoleOwner, nil},
		{"an admin cannot grant ownership", admin, member, RoleOwner, ErrForbidden},
		{"an admin cannot demote an owner", admin, owner, RoleMember, ErrForbidden},
		{"a member changes nobody", member, admin, RoleMember, ErrForbidden},
		{"the last owner keeps the role", owner, owner, RoleMember, ErrLastOwner},
		{"an unknown role is refused", owner, member, Role("guest"), ErrInvalidRole},
		{"a member of another workspace is not found", owner, stranger, RoleAdmin, ErrNotFound},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			store := newMemoryStore(owner, admin, member, stranger)
			got, err := NewService(store).ChangeRole(context.Background(), tt.actor, tt.target.ID, tt.role)
			if !errors.Is(err, tt.wantErr) {
				t.Fatalf("error = %v, want %v", err, tt.wantErr)
			}
			if tt.wantErr != nil {
				if len(store.events) != 0 {
					t.Fatalf("a refused change left %d audit events", len(store.events))
				}
				return
			}
			if got.Role != tt.role {
				t.Errorf("role = %q, want %q", got.Role, tt.role)
			}
			if len(store.events) != 1 || store.events[0].Detail["to"] != string(tt.role) {
				t.Errorf("audit events = %+v, want one with the new role", store.events)
			}
		})
	}
}

func TestChangeRoleToTheSameRoleRecordsNothing(t *testing.T) {
	workspaceID := uuid.New()
	owner, admin := newMember(workspaceID, RoleOwner), newMember(workspaceID, RoleAdmin)
	store := newMemoryStore(owner, admin)
	if _, err := NewService(store).ChangeRole(context.Background(), owner, admin.ID, RoleAdmin); err != nil {
		t.Fatal(err)
	}
	if len(store.events) != 0 {
		t.Errorf("audit events = %+v, want none", store.events)
	}
}

func TestRemove(t *testing.T) {
	workspaceID := uuid.New()
	owner := newMember(workspaceID, RoleOwner)
	admin := newMember(workspaceID, RoleAdmin)
	member := newMember(workspaceID, RoleMember)

	tests := []struct {
		name    string
		actor   Member
		target  Member
		wantErr error
	}{
		{"an admin removes a member", admin, member, nil},
		{"a member leaves", member, member, nil},
		{"a member removes nobody else", member, admin, ErrForbidden},
		{"an admin cannot remove an owner", admin, owner, ErrForbidden},
		{"the last owner cannot leave", owner, owner, ErrLastOwner},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			store := newMemoryStore(owner, admin, member)
			err := NewService(store).Remove(context.Background(), tt.actor, tt.target.ID)
			if !errors.Is(err, tt.wantErr) {
				t.Fatalf("error = %v, want %v", err, tt.wantErr)
			}
			_, still := store.members[tt.target.ID]
			if still != (tt.wantErr != nil) {
				t.Errorf("member still there: %v", still)
			}
		})
	}
}
