import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
  DialogTrigger,
} from '@/components/ui/dialog';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { type Member, type Role, canManageMembers } from '@/types/member';

export interface MemberTableProps {
  members: Member[];
  /** Role of the person who looks at the table. */
  ownRole: Role;
  onChangeRole: (member: Member, role: Role) => void;
  onRemove: (member: Member) => void;
}

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

function rolesToOffer(ownRole: Role): Role[] {
  return ownRole === 'owner' ? ['owner', 'admin', 'member'] : ['admin', 'member'];
}

/** Only owners change owners; the server has the last word. */
function canChange(ownRole: Role, member: Member): boolean {
  return canManageMembers(ownRole) && (member.role !== 'owner' || ownRole === 'owner');
}

export function MemberTable({ members, ownRole, onChangeRole, onRemove }: MemberTableProps) {
  return (
    <Table>
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead>E-mail</TableHead>
          <TableHead>Role</TableHead>
          <TableHead>Last active</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {members.map((member) => (
          <TableRow key={member.id}>
            <TableCell>{member.name}</TableCell>
            <TableCell>{member.email}</TableCell>
            <TableCell>
              {canChange(ownRole, member) ? (
                <select
                  aria-label={`Role of ${member.name}`}
                  value={member.role}
                  onChange={(event) => onChangeRole(member, event.target.value as Role)}
                >
                  {rolesToOffer(ownRole).map((role) => (
                    <option key={role}>{role}</option>
                  ))}
                </select>
              ) : (
                member.role
              )}
            </TableCell>
            <TableCell>
              {member.last_active_at === null ? 'Never' : dates.format(new Date(member.last_active_at))}
            </TableCell>
            <TableCell className="text-right">
              {canChange(ownRole, member) && <RemoveButton member={member} onRemove={onRemove} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface RemoveButtonProps {
  member: Member;
  onRemove: (member: Member) => void;
}

function RemoveButton({ member, onRemove }: RemoveButtonProps) {
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="ghost" aria-label={`Remove ${member.name}`}>
          Remove
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogTitle>Remove {member.name}?</DialogTitle>
        <DialogDescription>{member.name} loses access to this workspace at once.</DialogDescription>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">Cancel</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button variant="destructive" onClick={() => onRemove(member)}>
              Remove
            </Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
