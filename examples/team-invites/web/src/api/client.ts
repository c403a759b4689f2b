import type { AuditEventPage } from '@/types/audit-event';
import type { Member, Role, Workspace, WorkspaceDetail } from '@/types/member';

/** Codes of the error taxonomy in internal/http/respond.go, and `network` where no answer came. */
export type ApiErrorCode =
  | 'bad_request'
  | 'unauthenticated'
  | 'forbidden'
  | 'workspace_not_found'
  | 'member_not_found'
  | 'last_owner'
  | 'invalid_role'
  | 'internal'
  | 'network';

/** A failed request. `message` is fit to be shown to the user. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;

  constructor(code: ApiErrorCode, status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
  }
}

interface ErrorBody {
  error: { code: ApiErrorCode; message: string };
}

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  const init: RequestInit = { method, credentials: 'same-origin' };
  if (body !== undefined) {
    init.headers = { 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, init);
  } catch {
    throw new ApiError('network', 0, 'Roster cannot be reached. Check your connection and try again.');
  }
  if (!response.ok) {
    const { error } = (await response.json()) as ErrorBody;
    throw new ApiError(error.code, response.status, error.message);
  }
  return response;
}

async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, body);
  return (await response.json()) as T;
}

export async function listWorkspaces(): Promise<Workspace[]> {
  const { workspaces } = await request<{ workspaces: Workspace[] }>('GET', '/workspaces');
  return workspaces;
}

export function getWorkspace(workspaceId: string): Promise<WorkspaceDetail> {
  return request('GET', `/workspaces/${workspaceId}`);
}

export async function listMembers(workspaceId: string): Promise<Member[]> {
  const { members } = await request<{ members: Member[] }>('GET', `/workspaces/${workspaceId}/members`);
  return members;
}

export function changeRole(workspaceId: string, memberId: string, role: Role): Promise<Member> {
  return request('PATCH', `/workspaces/${workspaceId}/members/${memberId}`, { role });
}

export async function removeMember(workspaceId: string, memberId: string): Promise<void> {
  await send('DELETE', `/workspaces/${workspaceId}/members/${memberId}`);
}

export function listAuditEvents(workspaceId: string, before: number | null): Promise<AuditEventPage> {
  const query = before === null ? '' : `?before=${before}`;
  return request('GET', `/workspaces/${workspaceId}/audit-events${query}`);
}
