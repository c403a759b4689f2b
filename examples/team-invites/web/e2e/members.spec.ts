import { expect, test } from '@playwright/test';

const workspace = { id: 'w1', name: 'Harbour', slug: 'harbour', created_at: '2026-08-03T09:00:00Z', role: 'owner' };
const member = {
  id: 'm2',
  name: 'Mika',
  email: 'mika@example.com',
  role: 'member',
  joined_at: '2026-08-04T09:00:00Z',
  last_active_at: null,
};

test.beforeEach(async ({ page }) => {
  await page.route('**/api/v1/workspaces/w1', (route) => route.fulfill({ json: workspace }));
  await page.route('**/api/v1/workspaces/w1/members', (route) => route.fulfill({ json: { members: [member] } }));
});

test('an owner makes a member an admin', async ({ page }) => {
  await page.route('**/api/v1/workspaces/w1/members/m2', (route) =>
    route.fulfill({ json: { ...member, role: 'admin' } }),
  );
  await page.goto('/w/w1/members');
  await page.getByLabel('Role of Mika').selectOption('admin');
  await expect(page.getByLabel('Role of Mika')).toHaveValue('admin');
});

test('a refused change is explained and not shown as done', async ({ page }) => {
  await page.route('**/api/v1/workspaces/w1/members/m2', (route) =>
    route.fulfill({
      status: 409,
      json: { error: { code: 'last_owner', message: 'A workspace needs at least one owner.' } },
    }),
  );
  await page.goto('/w/w1/members');
  await page.getByLabel('Role of Mika').selectOption('admin');
  await expect(page.getByRole('alert')).toHaveText('A workspace needs at least one owner.');
  await expect(page.getByLabel('Role of Mika')).toHaveValue('member');
});
