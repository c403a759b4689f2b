import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { signOffPath } from '../../../src/core/checklist/sign-off';
import { readSource } from '../../../src/core/source/read-source';
import { filePlan } from '../../../src/core/spec/file-plan';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { outputPath } from '../../../src/core/template/output-path';
import { parseTemplate } from '../../../src/core/template/parse-template';
import { readTargetPath } from '../../../src/host/workspace/target-path';
import { builtInTemplates } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

const outside = [
  '../../evil.md',
  'a/../../evil.md',
  '/etc/evil.md',
  'C:\\evil.md',
  'C:/evil.md',
  '..\\..\\evil.md',
  'a\\..\\..\\evil.md',
  'file:///etc/evil.md',
  '~/evil.md',
];

describe('a path that somebody else wrote', () => {
  it.each(outside)(
    'is no output of a template, and as a setting stays in the workspace or is refused: %s',
    (output) => {
      const text = `---\nid: own\nname: Own\nsummary: Own.\nfor: [prd]\noutput: ${JSON.stringify(output)}\nstatuses: [{ name: Draft, gapsAllowed: true }]\n---\n# {{title}}\n\n## 1. A {#a}\n`;
      const { template } = parseTemplate({
        path: 't.md',
        text,
        origin: { kind: 'workspace', path: 't.md' },
        partials: {},
      });
      const made = template?.output ?? output;
      const path = outputPath({ output: made }, { title: 'A', path: 'prds/a.md' }, []);
      const target = readTargetPath(path);
      if (target.kind === 'path')
        expect(target.path).toMatch(/^(?!\/|.*(?:^|[/\\])\.\.|[A-Za-z]:|~).*evil\.md$/);
      else expect(target.reason).toMatch(/workspace|file names/);
    },
  );

  it.each(outside)('is no name of a spec as a title, nor of a sign-off as an id: %s', (title) => {
    const slug = outputPath({ output: 'tech-specs/{slug}.md' }, { title, path: 'prds/a.md' }, []);
    expect(slug).toMatch(/^tech-specs\/[\p{L}\p{N}-]+\.md$/u);
    const signOff = { version: 1, item: title, name: title, date: '2026-03-02', commit: null } as const;
    expect(signOffPath('tech-specs/a.md', signOff)).toMatch(/^tech-specs\/a\.signoffs\/[^/\\:~]+\.json$/);
  });

  it.each(outside)('is no folder of a spec as the place of a source: %s', (path) => {
    const made = outputPath({ output: '{sourceDir}/{slug}.md' }, { title: 'A', path }, []);
    expect(made).not.toContain('..');
    expect(readTargetPath(made)).toMatchObject(
      /^(?:file|~)/.test(path) ? { kind: 'refused' } : { kind: 'path' },
    );
  });

  it('makes no check read a file outside, and counts as absent', async () => {
    const [template] = await builtInTemplates();
    if (template === undefined) throw new Error('no templates');
    const files = new InMemoryFiles({ 'tech-specs/a.md': '' });
    const text = `---\nprd: ../../../etc/prd.md\ntechSpec: true\n---\n# Spec\n\n**PRD:** [x](../../etc/passwd.md)\n\n## 6. Implementation Tasks\n\n- **T-001:** Write\n  - _Files:_ Create: ${outside.map((path) => `\`${path}\``).join(', ')}\n\n[a](../../../../etc/shadow.md)\n`;
    await checkSpecFile({ path: 'tech-specs/a.md', text, files, templates: [template] });
    expect(files.reads.filter((path) => /\.\.|^\/|etc/.test(path))).toEqual([]);
  });
});

describe('a link out of the workspace', () => {
  let outer = '';
  let files: NodeFileSystem;
  beforeEach(() => {
    outer = mkdtempSync(join(tmpdir(), 'tech-spec-links-'));
    const root = join(outer, 'workspace');
    mkdirSync(join(root, 'specs'), { recursive: true });
    mkdirSync(join(outer, 'home'));
    writeFileSync(join(outer, 'home', 'secret.md'), 'secret');
    symlinkSync(join(outer, 'home'), join(root, 'linked'));
    symlinkSync(join(root, 'specs'), join(root, 'also-specs'));
    files = new NodeFileSystem(root);
  });
  afterEach(() => rmSync(outer, { recursive: true, force: true }));

  it('is no place for a spec, however deep; a link within it is', async () => {
    const stays = await Promise.all(
      ['linked/a.md', 'linked/new/folder/a.md', 'specs/a.md', 'new/folder/a.md', 'also-specs/a.md'].map(
        (path) => files.staysInside(path),
      ),
    );
    expect(stays).toEqual([false, false, true, true, true]);
  });

  it('is read by nobody', async () => {
    await expect(files.readFile('linked/secret.md')).rejects.toMatchObject({ code: 'no-access' });
  });
});

describe('characters that are not seen', () => {
  const hidden = ['\u202e', '\u2066', '\u200b', '\u2060', '\ufeff', '\u00ad'];

  it.each(hidden)('do not make two requirements of one id, nor stand in an id: %j', (mark) => {
    const text = `# Invites\n\n- **FR-1**: Members invite others.\n- **FR${mark}-2**: Owners remove others.\n- **FR-3${mark}**: Guests leave.\n`;
    const { requirements } = readSource({ path: 'prds/a.md', bytes: new TextEncoder().encode(text) });
    expect(requirements.length).toBe(3);
    for (const { id } of requirements) expect(id).toMatch(/^[\w~./-]+$/);
  });

  it.each(hidden)('are in no name of a spec, and make no path that a task may plan: %j', (mark) => {
    const made = outputPath({ output: '{slug}.md' }, { title: `in${mark}voice`, path: 'a.md' }, []);
    expect(made).toMatch(/^[a-z-]+\.md$/);
    expect(readTargetPath(`specs/${mark}dm.fdp.md`).kind).toBe('refused');
    const spec = `# S\n\n## 6. Tasks\n\n- **T-001:** Write\n  - _Files:_ Create: \`src/a${mark}b.ts\`\n`;
    expect(filePlan(parseSpec(spec))).toEqual([]);
  });
});
