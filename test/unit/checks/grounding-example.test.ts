import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { checks } from '../../../src/core/checks/registry';
import { readSurroundings, type Surroundings } from '../../../src/core/checks/surroundings';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { renderOutline } from '../../../src/core/draft/outline';
import { readSource } from '../../../src/core/source/read-source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import type { Template } from '../../../src/core/template/template';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { briefFor, builtInFiles, filesBelow } from '../draft/brief-for';
import { listing } from './builders';

const example = join(__dirname, '../../../examples/team-invites');
const ports = { files: filesBelow(example), git: { read: () => Promise.resolve(null) } };
const sources = [
  'prds/team-invites.md',
  'prds/notification-digest.md',
  'initiatives/member-query-fanout.md',
  'conversations/export-members-csv.md',
];
const completed = ['tech-specs/completed/audit-log.md', 'tech-specs/completed/workspace-roles.md'];
const grounding = checks.filter(({ id }) =>
  /^(?:path|symbol|package|script|migration|table|route|ui)-(?:exists|new|number|component)$/u.test(id),
);

let templates: readonly Template[] = [];
let around: Surroundings;

beforeAll(async () => {
  templates = (await discoverTemplates({ builtIn: builtInFiles, workspace: null })).templates;
  around = await readSurroundings(ports, { spec: 'tech-specs/team-invites.md', today: '2026-11-20' });
});

function findings(text: string, template: Template | null, path: string): readonly string[] {
  return listing(
    checkSpec({
      spec: parseSpec(text),
      template,
      requirements: null,
      path,
      surroundings: around,
      checks: grounding,
    }),
  );
}

describe('grounding on the example', () => {
  it('is all of nine checks', () => {
    expect(grounding).toHaveLength(9);
  });

  it.each(sources)('finds nothing in the outlines of %s', async (path) => {
    const source = readSource({ path, bytes: new Uint8Array(readFileSync(join(example, path))) });
    const context = await gatherContext(ports, { source });
    for (const template of templates) {
      const questions = questionsFor(source, context, template);
      const answers = questions.map(({ id }) => ({ kind: 'defer' as const, questionId: id }));
      const text = renderOutline(briefFor(template, { source, context, questions, answers }));
      expect(findings(text, template, 'tech-specs/team-invites.md')).toEqual([]);
    }
  });

  it.each(completed)('finds nothing in %s, as the record that it is and while it is built', (path) => {
    const text = readFileSync(join(example, path), 'utf8');
    const template = templates.find(({ id }) => id === 'agent-ready') ?? null;
    expect(findings(text, template, path)).toEqual([]);
    expect(findings(text, template, 'tech-specs/under-way.md')).toEqual([]);
    expect(findings(text, null, 'tech-specs/under-way.md')).toEqual([]);
  });

  it.each([
    ['`internal/http/audit.go`', '`internal/http/audits.go`', 'path-exists'],
    ['`internal/members/members.go`', '`internal/member/members.go`', 'path-exists'],
    ['| PostgreSQL | database', '| React | npm | 18.2.0 | |\n| PostgreSQL | database', 'package-exists'],
    ['`make migrate-status`', '`make migrate-stats`', 'script-exists'],
    ['REFERENCES workspaces (id)', 'REFERENCES workspace (id)', 'table-exists'],
  ])('finds %s turned into %s', (from, to, id) => {
    const text = readFileSync(join(example, completed[0] ?? ''), 'utf8');
    expect(text).toContain(from);
    const found = findings(text.replace(from, to), null, 'tech-specs/under-way.md');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${id} error`);
  });
});
