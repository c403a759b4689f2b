import { beforeAll, describe, expect, it } from 'vitest';
import type { HandOff } from '../../../src/core/export/hand-off';
import { exported, handOffFor, templateIds } from './checked-example';

/*
 * No validator of Spec Kit or Kiro is on npm (docs/hand-off.md tells what was looked at), so their documents are held against
 * what the two describe: the headings and lines of Spec Kit's own templates and the format that its command for tasks calls strict,
 * and the three files of Kiro with requirements in EARS and tasks that name numbers of criteria.
 */
const ids = [...templateIds, 'audit-log'];
const handOffs = new Map<string, HandOff>();
beforeAll(async () => {
  for (const id of ids) handOffs.set(id, await handOffFor(id));
}, 60_000);

function fileOf(id: string, to: string, ending: string): string {
  const handOff = handOffs.get(id);
  if (handOff === undefined) throw new Error(id);
  return exported(handOff, to).find(({ path }) => path.endsWith(ending))?.text ?? '';
}

/** Headings of a level, as plain lines, up to where the spec's own text begins. */
function headings(text: string, level: number): readonly string[] {
  const own = text.split('<!-- tech-spec:document')[0] ?? '';
  const mark = `${'#'.repeat(level)} `;
  return own.split('\n').flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []));
}

/** Top-level items of task lists. */
const tasksIn = (text: string): readonly string[] => text.match(/^- \[[^\]]*\].*$/gmu) ?? [];

describe.each(ids)('Spec Kit has of %s', (id) => {
  it('a specification with its mandatory sections, prioritised stories and Given, When, Then', () => {
    const text = fileOf(id, 'spec-kit', '/spec.md');
    const head = text.slice(0, text.indexOf('\n## '));
    expect(head).toMatch(
      /^# Feature Specification: .+\n\n\*\*Feature Branch\*\*: `\d{3}-[a-z0-9-]+`\s+\*\*Created\*\*: \d{4}-\d{2}-\d{2}\s+\*\*Status\*\*: .+\s+\*\*Input\*\*: /u,
    );
    expect(headings(text, 2).slice(0, 3)).toEqual([
      'User Scenarios & Testing *(mandatory)*',
      'Requirements *(mandatory)*',
      'Success Criteria *(mandatory)*',
    ]);
    const third = headings(text, 3);
    expect(third).toContain('Edge Cases');
    expect(third.indexOf('Functional Requirements')).toBeGreaterThan(third.indexOf('Edge Cases'));
    expect(third.at(-1)).toBe('Measurable Outcomes');
    for (const [index, story] of third.slice(0, third.indexOf('Edge Cases')).entries())
      expect(story).toMatch(new RegExp(String.raw`^User Story ${index + 1} - \S.*$`, 'u'));
    for (const [, list = ''] of text.matchAll(/\*\*Acceptance Scenarios\*\*:\n\n((?:\d+\. .*\n)+)/gu))
      for (const line of list.trim().split('\n'))
        expect(line).toMatch(
          /^\d+\. (?:(?:\*\*Given\*\* .+, )?\*\*When\*\* .+, \*\*Then\*\* .+|The source states no criteria\.)/u,
        );
  });

  it('a plan whose technical context its scripts can read', () => {
    const text = fileOf(id, 'spec-kit', '/plan.md');
    expect(text).toMatch(
      /^# Implementation Plan: .+\n\n\*\*Branch\*\*: `.+` \| \*\*Date\*\*: \d{4}-\d{2}-\d{2} \| \*\*Spec\*\*: \[/u,
    );
    expect(headings(text, 2)).toEqual(['Summary', 'Technical Context', 'Project Structure']);
    for (const field of ['Language/Version', 'Primary Dependencies', 'Storage', 'Testing'])
      expect(text).toMatch(new RegExp(String.raw`^\*\*${field}\*\*: \S`, 'mu'));
    const [, links = ''] = /### Documentation \(this feature\)\n\n((?:- .*\n)+)/u.exec(text) ?? [];
    for (const [, file = ''] of links.matchAll(/\]\(([^)]+)\)/gu))
      expect(fileOf(id, 'spec-kit', `/${file}`), file).not.toBe('');
  });

  it('tasks in the form that is called strict, with stories that the specification has', () => {
    const text = fileOf(id, 'spec-kit', '/tasks.md');
    const tasks = tasksIn(text);
    expect(tasks.length === 0).toBe(handOffs.get(id)?.spec.tasks.length === 0);
    const stories = headings(fileOf(id, 'spec-kit', '/spec.md'), 3).filter((one) =>
      one.startsWith('User Story'),
    );
    for (const task of tasks) {
      const [, story] = /^- \[[ x]\] [A-Z][A-Z]*-?\d[\w.-]* (?:\[P\] )?(?:\[US(\d+)\] )?[^[\s].*$/u.exec(
        task,
      ) ?? [null, 'none'];
      expect(story, task).not.toBe('none');
      if (story !== undefined) expect(Number(story)).toBeLessThanOrEqual(stories.length);
    }
    if (tasks.length > 0) {
      expect(text).toMatch(
        /^# Tasks: .+\n\n\*\*Input\*\*: Design documents from `\/specs\/\d{3}-.+\/`\n\*\*Prerequisites\*\*: /u,
      );
      expect(headings(text, 2)[0]).toMatch(/^Phase 1: \S/u);
    }
  });
});

describe.each(ids)('Kiro has of %s', (id) => {
  it('requirements that are counted, each with criteria in EARS', () => {
    const text = fileOf(id, 'kiro', '/requirements.md');
    expect(text).toMatch(/^# Requirements Document\n\n## Introduction\n\n\S/u);
    expect(headings(text, 2).slice(0, 2)).toEqual(['Introduction', 'Requirements']);
    const parts = text.split(/\n### (?=Requirement \d)/u).slice(1);
    for (const [index, part] of parts.entries()) {
      expect(part).toMatch(new RegExp(String.raw`^Requirement ${index + 1}: \S`, 'u'));
      expect(part).toMatch(/\n\*\*(?:User Story|Statement):\*\* \S/u);
      const [, list = ''] = /\n#### Acceptance Criteria\n\n((?:\d+\. .*\n?)+)/u.exec(part) ?? [];
      const lines = list.trim().split('\n');
      for (const [position, line] of lines.entries()) {
        expect(line.startsWith(`${position + 1}. `), line).toBe(true);
        expect(line).toMatch(/\b(?:SHALL|MUST)\b/u);
      }
    }
  });

  it('a design, and tasks that are counted and name criteria that are there', () => {
    expect(fileOf(id, 'kiro', '/design.md')).toMatch(/^# Design Document\n/u);
    const tasks = fileOf(id, 'kiro', '/tasks.md');
    for (const [index, task] of tasksIn(tasks).entries())
      expect(task).toMatch(new RegExp(String.raw`^- \[[ x]\] ${index + 1}\. \S`, 'u'));
    const requirements = fileOf(id, 'kiro', '/requirements.md').split(/\n### (?=Requirement \d)/u);
    for (const [, list = ''] of tasks.matchAll(/_Requirements: ([^_]+)_/gu))
      for (const number of list.split(', ')) {
        const [requirement = 0, criterion = 0] = number.split('.').map(Number);
        expect(requirements[requirement], number).toMatch(new RegExp(String.raw`^${criterion}\. `, 'mu'));
      }
  });
});
