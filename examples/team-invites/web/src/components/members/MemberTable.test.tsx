import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Member, Role } from '@/types/member';
import { MemberTable } from './MemberTable';

const olga: Member = {
  id: 'm1',
  name: 'Olga',
  email: 'olga@example.com',
  role: 'owner',
  joined_at: '2026-08-03T09:00:00Z',
  last_active_at: '2026-09-21T07:30:00Z',
};
const mika: Member = { ...olga, id: 'm2', name: 'Mika', email: 'mika@example.com', role: 'member', last_active_at: null };

function renderTable(ownRole: Role) {
  const onChangeRole = vi.fn();
  const onRemove = vi.fn();
  render(<MemberTable members={[olga, mika]} ownRole={ownRole} onChangeRole={onChangeRole} onRemove={onRemove} />);
  return { onChangeRole, onRemove };
}

describe('MemberTable', () => {
  afterEach(cleanup);

  it('shows roles without controls to a member', () => {
    renderTable('member');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Never')).toBeTruthy();
  });

  it('does not let an admin touch an owner', () => {
    renderTable('admin');
    expect(screen.queryByLabelText('Role of Olga')).toBeNull();
    expect(screen.getByLabelText('Role of Mika')).toBeTruthy();
  });

  it('reports the chosen role', async () => {
    const { onChangeRole } = renderTable('owner');
    await userEvent.selectOptions(screen.getByLabelText('Role of Mika'), 'admin');
    expect(onChangeRole).toHaveBeenCalledWith(mika, 'admin');
  });

  it('asks before it removes somebody', async () => {
    const { onRemove } = renderTable('owner');
    await userEvent.click(screen.getByRole('button', { name: 'Remove Mika' }));
    expect(onRemove).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(onRemove).toHaveBeenCalledWith(mika);
  });
});
