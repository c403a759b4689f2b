import { checkSpecFile, type SpecFileReport } from '../../../src/core/checks/check-spec-file';
import type { IdPlace, SpecFamily } from '../../../src/core/navigation/id-place';
import { goodSpec, taskTemplate } from '../checks/builders';
import { surroundingsOf } from '../checks/surroundings';
import { InMemoryFiles } from '../in-memory-files';

export const specPath = 'tech-specs/spec.md';
export const prdPath = 'prds/invites.md';

export const prd = `# PRD: Invites

## User stories

### US-001: Invite a colleague

As an admin, I want to invite a colleague, so that they can join.

**Acceptance criteria:**

- The mail is sent.
- A member is refused.

### US-002: Revoke an invite

As an admin, I want to revoke an invite of US-001, so that nobody gets in.

**Acceptance criteria:**

- The link is dead.

### US-003: Export the list

As an owner, I want to export the list, so that I can read it.
`;

/** The spec of the checks' tests with its PRD linked, and an open question. */
export const spec = goodSpec
  .replace('**Status:** Draft', `**Status:** Draft\n**PRD:** [Invites](../${prdPath})`)
  .replace('\nNone.\n', '\n- **OQ-1:** How long does a link of US-001 live?\n');

export async function reportOf(
  text = spec,
  files: Readonly<Record<string, string>> = {},
  path = specPath,
  template = taskTemplate(),
): Promise<SpecFileReport> {
  const all = { [prdPath]: prd, 'internal/invites/store.go': 'package invites\n', ...files };
  return checkSpecFile({
    path,
    text,
    files: new InMemoryFiles(all),
    templates: [template],
    surround: () => surroundingsOf(all, path),
  });
}

export async function familyOf(
  text = spec,
  files: Readonly<Record<string, string>> = {},
): Promise<SpecFamily> {
  const report = await reportOf(text, files);
  return { source: report.understood, specs: [report] };
}

/** Line and column, from 1, of the first place of `needle` behind `anchor`. */
export function at(text: string, needle: string, anchor = ''): readonly [number, number] {
  const from = text.indexOf(anchor);
  const offset = text.indexOf(needle, from);
  if (from === -1 || offset === -1) throw new Error(`Not in the text: ${anchor} ${needle}`);
  const before = text.slice(0, offset).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

export function shown(places: readonly IdPlace[]): readonly string[] {
  return places.map(
    ({ path, line, column, endColumn, defines }) =>
      `${path}:${String(line)}:${String(column)}-${String(endColumn)}${defines ? ' defines' : ''}`,
  );
}
