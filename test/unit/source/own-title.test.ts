import { expect, it } from 'vitest';
import { ownTitle } from '../../../src/core/source/own-title';

it.each([
  ['PRD: Team invites', 'prds/a.md', 'Team invites'],
  ['Contribux - Product Requirements Document (PRD)', 'a.txt', 'Contribux'],
  ['Storage & Data Management - Business Requirements', 'a.md', 'Storage & Data Management'],
  ['Initiative: one query', 'a.md', 'One query'],
  ['Requirements Document', '.kiro/specs/user-authentication/requirements.md', 'User authentication'],
  ['ADDED Requirements', 'changes/add-stacking/specs/change-creation/spec.md', 'Change creation'],
  ['example_prd.txt', '.taskmaster/templates/example_prd.txt', 'example_prd.txt'],
  ['TBD', 'docs/seat-maps.md', 'Seat maps'],
  ['Conversation design', 'a.md', 'Conversation design'],
  ['Spec-driven reviews', 'a.md', 'Spec-driven reviews'],
  ['US-001: Explicit linkage', 'a.md', 'US-001: Explicit linkage'],
  ['Requirements', '/home/ada/requirements.md', 'Requirements'],
])('%s in %s is about %s', (title, path, expected) => {
  expect(ownTitle({ title, path })).toBe(expected);
});
