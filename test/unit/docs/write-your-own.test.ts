import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '../../../src/core/checks/check';
import { check, goodSpec, listing } from '../checks/builders';
import { run } from '../cli/command-line';

const root = join(__dirname, '../../..');

/** The first code block of a page in a language, as a reader would copy it. */
function exampleIn(page: string, language: string): string {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'mu').exec(text)?.[1];
  if (block === undefined) throw new Error(`${page} has no example in ${language}.`);
  return block;
}

let workspace = '';

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'tech-spec-docs-'));
});

afterAll(() => {
  rmSync(workspace, { recursive: true, force: true });
});

describe('the pages for those who extend the product', () => {
  it('have a check that runs as it stands', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: exampleIn('write-your-own-check.md', 'ts'),
        loader: 'ts',
        resolveDir: join(root, 'src', 'core', 'checks', 'rules'),
      },
      ...{ bundle: true, write: false, platform: 'node', format: 'cjs', logLevel: 'silent' },
    });
    const module: { exports: { ownerNamed?: Check } } = { exports: {} };
    runInNewContext(outputFiles[0]?.text ?? '', { module, Intl, URL });
    const { ownerNamed } = module.exports;
    if (ownerNamed === undefined) throw new Error('The page exports no check of that name.');

    const messages = (text: string): readonly string[] => listing(check({ text, checks: [ownerNamed] }));
    expect(messages(goodSpec)).toContainEqual(expect.stringContaining('Task T-001 names no owner.'));
    const owned = goodSpec.replace(/^ {2}- _Implements:_/mu, '  - _Owner:_ Ada\n$&');
    expect(messages(owned)).toHaveLength(messages(goodSpec).length - 1);
  });

  it('have a template that is found, drafts and passes its own check', async () => {
    const templates = join(workspace, '.tech-spec', 'templates');
    mkdirSync(templates, { recursive: true });
    writeFileSync(
      join(templates, 'change-note.md'),
      exampleIn('write-your-own-template.md', 'markdown'),
    );
    writeFileSync(
      join(workspace, 'prd.md'),
      '# PRD: Exports\n\n## Requirements\n\n- FR-1: A member exports a report as CSV within 5 s.\n- FR-2: An export is kept for 7 days.\n',
    );
    const options = { cwd: workspace };
    const listed = await run(['templates', '--workspace', '.'], options);
    expect(listed.err).toBe('');
    expect(listed.out).toContain('change-note');
    const drafted = await run(
      ['draft', 'prd.md', '--workspace', '.', '--template', 'change-note', '--model', 'outline', '--out', 'note.md'],
      options,
    );
    expect(`${drafted.code} ${drafted.out}${drafted.err}`).toMatch(/^0 /u);
    expect(readFileSync(join(workspace, 'note.md'), 'utf8')).toMatch(/\| FR-2 \| T-\d+/u);
    expect(await run(['check', 'note.md', '--workspace', '.'], options)).toMatchObject({ code: 0 });
  });
});
