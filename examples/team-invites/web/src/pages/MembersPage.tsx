import { useEffect, useState } from 'react';
import { ApiError, changeRole, getWorkspace, listMembers, removeMember } from '@/api/client';
import { MemberTable } from '@/components/members/MemberTable';
import { Input } from '@/components/ui/input';
import type { Member, Role, WorkspaceDetail } from '@/types/member';

export interface MembersPageProps {
  workspaceId: string;
}

function matches(member: Member, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return member.name.toLowerCase().includes(wanted) || member.email.toLowerCase().includes(wanted);
}

export function MembersPage({ workspaceId }: MembersPageProps) {
  const [workspace, setWorkspace] = useState<WorkspaceDetail | null>(null);
  const [members, setMembers] = useState<Member[]>([]);
  const [filter, setFilter] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function report(error: unknown) {
    if (!(error instanceof ApiError)) throw error;
    setProblem(error.message);
  }

  useEffect(() => {
    let current = true;
    Promise.all([getWorkspace(workspaceId), listMembers(workspaceId)])
      .then(([detail, list]) => {
        if (!current) return;
        setWorkspace(detail);
        setMembers(list);
      })
      .catch(report);
    return () => {
      current = false;
    };
  }, [workspaceId]);

  async function change(member: Member, role: Role) {
    setProblem(null);
    try {
      const changed = await changeRole(workspaceId, member.id, role);
      // The answer to a change carries no last activity: keep what the list said.
      setMembers((list) => list.map((m) => (m.id === changed.id ? { ...m, role: changed.role } : m)));
    } catch (error) {
      report(error);
    }
  }

  async function remove(member: Member) {
    setProblem(null);
    try {
      await removeMember(workspaceId, member.id);
      setMembers((list) => list.filter((m) => m.id !== member.id));
    } catch (error) {
      report(error);
    }
  }

  return (
    <main className="mx-auto grid max-w-4xl gap-4 p-6">
      <h1 className="text-2xl font-semibold">{workspace === null ? 'Members' : `Members of ${workspace.name}`}</h1>
      {problem !== null && <p role="alert">{problem}</p>}
      <Input
        aria-label="Filter members"
        placeholder="Name or e-mail"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {workspace !== null && (
        <MemberTable
          members={members.filter((member) => matches(member, filter))}
          ownRole={workspace.role}
          onChangeRole={change}
          onRemove={remove}
        />
      )}
    </main>
  );
}
