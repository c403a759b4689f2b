export type AuditAction = 'member.role_changed' | 'member.removed';

/** Mirrors AuditEventResponse in internal/http/audit.go. */
export interface AuditEvent {
  id: number;
  actor_id: string;
  actor_name: string;
  action: AuditAction;
  subject_id: string;
  detail: Record<string, string>;
  created_at: string;
}

/** `next_before` continues the list and is null on the last page. */
export interface AuditEventPage {
  events: AuditEvent[];
  next_before: number | null;
}
