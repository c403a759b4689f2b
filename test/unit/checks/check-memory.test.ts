import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CheckMemory } from '../../../src/core/checks/check-memory';
import { checkSpecFile, type SpecFileReport } from '../../../src/core/checks/check-spec-file';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { InMemoryFiles } from '../in-memory-files';

const example = join(__dirname, '../../../examples/team-invites');
const prdPath = 'prds/team-invites.md';
const specPath = 'tech-specs/spec.md';
const prd = readFileSync(join(example, prdPath), 'utf8');
const spec = readFileSync(join(example, 'tech-specs/completed/audit-log.md'), 'utf8').replace(
  '**Type:**',
  '**PRD:** [Invites](../prds/team-invites.md)  \n**Type:**',
);
const found = discoverTemplates({
  builtIn: new NodeFileSystem(join(__dirname, '../../../templates')),
  workspace: null,
});

async function check(text: string, files: InMemoryFiles, memory?: CheckMemory): Promise<SpecFileReport> {
  const { templates } = await found;
  return checkSpecFile({
    path: specPath,
    text,
    files,
    templates,
    ...(memory === undefined ? {} : { memory }),
  });
}

describe('what checks remember of a spec', () => {
  it('changes nothing about what they say, whatever is edited', async () => {
    const files = new InMemoryFiles({ [prdPath]: prd });
    const lines = spec.split('\n');
    const edit = fc.record({
      line: fc.nat(lines.length - 1),
      text: fc.constantFrom(
        '',
        'x',
        '## 9. New',
        '```',
        '- **T-099:** x',
        '| a | b |',
        '<!--',
        'OQ-7',
        '[a]: #',
        '# Title',
        '### T-098: Heading',
        '  - _Implements:_ US-001, US-099',
        '  - _Files:_ Create: `internal/x.go`',
        '| US-001 | T-001, T-077 |',
        'All requirements are verified and covered by this document, all of them.',
        'TBD',
      ),
      replace: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const memory = new CheckMemory();
        const now = [...lines];
        await check(now.join('\n'), files, memory);
        for (const { line, text, replace } of edits) {
          now.splice(line, replace ? 1 : 0, text);
          const edited = now.join('\n');
          const remembered = await check(edited, files, memory);
          const fresh = await check(edited, files);
          expect(remembered.findings).toEqual(fresh.findings);
          expect(remembered.checklist).toEqual(fresh.checklist);
          expect(remembered.coverage).toEqual(fresh.coverage);
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('is not the source as it was: it is read again once it says something else', async () => {
    const memory = new CheckMemory();
    const before = await check(spec, new InMemoryFiles({ [prdPath]: prd }), memory);
    const again = await check(spec, new InMemoryFiles({ [prdPath]: prd }), memory);
    expect(again.understood).toBe(before.understood);
    const more = new InMemoryFiles({
      [prdPath]: `${prd}\n## US-777: Another story\n\nAs an owner, I want it.\n`,
    });
    const after = await check(spec, more, memory);
    expect(after.coverage.requirements).toBe(before.coverage.requirements + 1);
  });
});
