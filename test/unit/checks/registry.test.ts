import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/core/checks/registry';
import { sourceRules } from '../../../src/core/source/findings/registry';

const pages = join(__dirname, '../../../docs/checks');

/** Checks of specs, then rules about their sources. */
const all = [...checks, ...sourceRules];
/** With what is found where corrections are applied and receipts read, by no rule of its own. */
const documented = [...all.map(({ id }) => id), 'approval', 'prd-correction', 'stale-section'].sort();

describe('every check', () => {
  it('has an id of its own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each(all.map((check) => [check.id, check] as const))(
    '%s has a page that says what it does and how severe it is',
    (id, check) => {
      const path = join(pages, `${id}.md`);
      expect(existsSync(path)).toBe(true);
      const text = readFileSync(path, 'utf8');
      expect(text.startsWith(`# ${id}\n\n${check.title}\n`)).toBe(true);
      expect(text).toContain(`Severity: ${check.severity}`);
      expect(text).toContain('## Good');
      expect(text).toContain('## Bad');
    },
  );

  it.each(checks.map(({ id }) => [id]))('%s has a file of its own', (id) => {
    expect(existsSync(join(__dirname, `../../../src/core/checks/rules/${id}.ts`))).toBe(true);
  });

  it.each(sourceRules.map(({ id }) => [id]))('%s has a file of its own', (id) => {
    expect(existsSync(join(__dirname, `../../../src/core/source/findings/rules/${id}.ts`))).toBe(true);
  });

  it('is listed in the index, which lists nothing else', () => {
    const index = readFileSync(join(pages, 'README.md'), 'utf8');
    const listed = [...index.matchAll(/\]\(([\w-]+)\.md\)/gu)].map(([, id]) => id);
    expect(listed.sort()).toEqual(documented);
    const files = readdirSync(pages).filter((name) => name !== 'README.md');
    expect(files.sort()).toEqual(documented.map((id) => `${id}.md`).sort());
  });
});
