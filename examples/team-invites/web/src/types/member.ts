export type Role = 'owner' | 'admin' | 'member';

/** Mirrors MemberResponse in internal/http/members.go. */
export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  joined_at: string;
  last_active_at: string | null;
}

/** Mirrors WorkspaceResponse in internal/http/workspaces.go. */
export interface Workspace {
  id: string;
  name: string;
  slug: string;
  created_at: string;
}

/** Mirrors WorkspaceDetailResponse: `role` is the caller's own. */
export interface WorkspaceDetail extends Workspace {
  role: Role;
}

export function canManageMembers(role: Role): boolean {
  return role === 'owner' || role === 'admin';
}
