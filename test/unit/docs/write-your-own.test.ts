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

/** The code blocks of a page in a language, as a reader would copy them. */
function examplesIn(page: string, language: string): readonly string[] {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gmu');
  return [...text.matchAll(block)].flatMap(([, example]) => example ?? []);
}

/** The first of them. */
function exampleIn(page: string, language: string): string {
  const [first] = examplesIn(page, language);
  if (first === undefined) throw new Error(`${page} has no example in ${language}.`);
  return first;
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

  it.each(['as the page has it', 'with nothing below the heading of the checklist'])(
    'have a template with a checklist and questions, %s, whose draft passes its check and has each answer',
    async (how) => {
      const page = 'write-your-own-template.md';
      const [body = '', ...sections] = examplesIn(page, 'markdown');
      const fields = examplesIn(page, 'yaml');
      expect([sections.length, fields.length]).toEqual([2, 2]);
      const whole = [body.replace(/\n---\n/u, `\n${fields.join('')}---\n`), ...sections].join('\n');
      const text = how.startsWith('as') ? whole : whole.replace('{{> checklist }}\n', '');
      const folder = join(workspace, how.startsWith('as') ? 'whole' : 'empty');
      mkdirSync(join(folder, '.tech-spec', 'templates'), { recursive: true });
      writeFileSync(join(folder, '.tech-spec', 'templates', 'change-note.md'), text);
      const prd = '# PRD: Exports\n\n## Requirements\n\n- FR-1: A member exports a report within 5 s.\n';
      writeFileSync(join(folder, 'prd.md'), prd);
      const answer = { kind: 'text', questionId: 'area:rollout', text: 'Everyone at once.' };
      writeFileSync(join(folder, 'answers.json'), JSON.stringify([answer]));
      const options = { cwd: folder };
      expect((await run(['templates', '--workspace', '.'], options)).err).toBe('');
      const draft = ['draft', 'prd.md', '--workspace', '.', '--template', 'change-note', '--model', 'outline'];
      const drafted = await run([...draft, '--answers', 'answers.json', '--out', 'note.md'], options);
      expect(`${drafted.code} ${drafted.out}${drafted.err}`).toMatch(/^0 /u);
      const spec = readFileSync(join(folder, 'note.md'), 'utf8');
      expect(spec).toMatch(/^- \[ \] The people affected know of it _\(for a person to tick\)_$/mu);
      expect(spec).toMatch(/^- Everyone at once\.$/mu);
      const checked = await run(['check', 'note.md', '--workspace', '.'], options);
      expect(checked).toMatchObject({ code: 0 });
    },
  );
});
