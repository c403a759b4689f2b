import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './command-line';

const prd = `# PRD: Exports

## Requirements

- **FR-1**: Owners export the list of members as CSV.
- **FR-2**: An export link dies after 24 hours.
`;
const spec = `# Tech Spec: Exports

**PRD:** [Exports](../prds/exports.md)

## Tasks

- **T-001:** Write the export
  - _Implements:_ FR-1
  - _Dependencies:_ T-001
- **T-002:** Let links die
  - _Implements:_ FR-2
  - _Dependencies:_ T-001
`;

interface CountedJson {
  readonly findings: readonly { readonly severity: string; readonly gap?: string }[];
  readonly counts: { readonly warning: { readonly count: number; readonly findings: number } };
}

let root = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const check = (...args: readonly string[]): ReturnType<typeof run> => run(['check', ...args], { cwd: root });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tech-spec-check-'));
  put('prds/exports.md', prd);
  put('tech-specs/exports.md', spec);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('check', () => {
  it('gives SARIF that fits its schema, each finding at its place in its file', async () => {
    const { code, out } = await check('tech-specs/exports.md', '--format', 'sarif');
    expect(code).toBe(1);
    const log = JSON.parse(out) as Log;
    const path = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
    const schema = JSON.parse(readFileSync(createRequire(__filename).resolve(path), 'utf8')) as Record<
      string,
      unknown
    >;
    // It names an older dialect of JSON Schema, of which it uses nothing that has changed since.
    delete schema['id'];
    delete schema['$schema'];
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    const isValid = ajv.compile(schema);
    expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...log, runs: [{}] })).toBe(false);
    const [result] = log.runs[0]?.results?.filter(({ ruleId }) => ruleId === 'task-order') ?? [];
    expect(result).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'tech-specs/exports.md' },
            region: { startLine: 9 },
          },
        },
      ],
    });
    expect(log.runs[0]?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('task-order');
  });

  it('gives the other place of a finding as a related one, from the current folder', async () => {
    const done = spec
      .replace('- **T-001:**', '- [x] **T-001:**')
      .replace('  - _Implements:_ FR-1\n', '  - _Implements:_ FR-1\n  - _Files:_ Create: `src/exports.ts`\n');
    put('tech-specs/exports.md', done);
    put('package.json', '{"dependencies":{"react":"19.0.0"}}');
    put('src/members/exports.ts', 'export const limit = 3;\n');
    const { out } = await run(
      ['check', '../tech-specs/exports.md', '--workspace', '..', '--format', 'sarif'],
      { cwd: join(root, 'src') },
    );
    const log = JSON.parse(out) as Log;
    const found = log.runs[0]?.results?.find(({ ruleId }) => ruleId === 'conformance-file');
    expect(found?.relatedLocations).toMatchObject([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'members/exports.ts' },
          region: { startLine: 1 },
        },
      },
    ]);
  });

  it('takes globs and folders, and says where they lead to nothing', async () => {
    put('tech-specs/other.md', spec.replace('T-001\n- **T-002', 'None\n- **T-002'));
    const both = await check('tech-specs/*.md', '--format', 'json');
    expect((JSON.parse(both.out) as { files: { path: string }[] }).files.map(({ path }) => path)).toEqual([
      'tech-specs/exports.md',
      'tech-specs/other.md',
    ]);
    const none = await check('tech-specs');
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain('has no spec');
    put('tech-specs/imported.md', '---\ntech-spec:\n  imported: Spec Kit\n---\n\n# Exports\n');
    put('tech-specs/named.md', '---\ntechSpec: true\n---\n\n# Exports\n');
    const named = await check('tech-specs', '--format', 'json');
    expect((JSON.parse(named.out) as { files: { path: string }[] }).files.map(({ path }) => path)).toEqual([
      'tech-specs/imported.md',
      'tech-specs/named.md',
    ]);
    for (const path of ['imported', 'named']) rmSync(join(root, `tech-specs/${path}.md`));
    put('.tech-spec/config.yaml', 'specs: ["tech-specs/**/*.md"]\n');
    const folder = await check('.', '--format', 'json');
    expect((JSON.parse(folder.out) as { files: unknown[] }).files).toHaveLength(2);
    expect((await check('nowhere/*.md')).err).toContain('matches no Markdown file');
  });

  it('checks the others where one file can not be read, and says so about that one', async () => {
    put('tech-specs/blank.md', '\n');
    const { code, out, err } = await check('tech-specs/*.md', '--format', 'json');
    expect(code).toBe(2);
    expect(err).toContain('tech-specs/blank.md: the file is empty.');
    const { files } = JSON.parse(out) as {
      files: { path: string; template: string | null; findings: { check: string; message: string }[] }[];
    };
    expect(files.map(({ path, findings }) => [path, findings[0]?.check])).toEqual([
      ['tech-specs/blank.md', 'file'],
      ['tech-specs/exports.md', expect.any(String)],
    ]);
    expect(files[0]?.findings[0]?.message).toMatch(/^Not checked: the file is empty/u);
    expect(files[1]?.findings.map((finding) => finding.check)).toContain('task-order');
  });

  it('follows what the team has configured, and names a mistake in it', async () => {
    put('.tech-spec/config.yaml', 'checks:\n  task-order: off\n');
    expect((await check('tech-specs/exports.md')).out).not.toContain('task-order');
    put('.tech-spec/config.yaml', 'checks:\n  task-oder: off\n');
    const { code, err } = await check('tech-specs/exports.md');
    expect(code).toBe(2);
    expect(err).toContain('.tech-spec/config.yaml:2: There is no check task-oder.');
  });

  it('mends with --fix what decides nothing, and keeps all else to the byte', async () => {
    const windows = `\uFEFF${spec.replaceAll('\n', '\r\n')}`;
    put('tech-specs/exports.md', windows);
    const { out, err } = await check('tech-specs/exports.md', '--fix');
    expect(err.split('\n')[0]).toMatch(/^tech-specs\/exports\.md:\d+: fixed: .+ \(task-order\)$/u);
    expect(err).toMatch(/^tech-specs\/exports\.md: 1 fix applied, \d+ errors? and \d+ warnings? left$/mu);
    expect(out).not.toContain('task-order');
    const after = readFileSync(join(root, 'tech-specs/exports.md'), 'utf8');
    const lines = windows.split('\r\n');
    expect(after.split('\r\n').filter((line, index) => line !== lines[index])).toHaveLength(1);
    const again = await check('tech-specs/exports.md', '--fix');
    expect(again.err).toBe('tech-specs/exports.md: nothing to fix, what is left needs a decision of yours\n');
    expect(readFileSync(join(root, 'tech-specs/exports.md'), 'utf8')).toBe(after);
  });

  it('mends with --fix a spec whose lines end in returns by themselves, and some in other ways', async () => {
    const ends = ['\r', '\r\n', '\n'];
    // A return and the line feed behind it would be one line end.
    const old = spec.split('\n').reduce((text, line, index) => {
      const end = ends[index % 3] ?? '';
      return text + line + (line === '' && text.endsWith('\r') && end === '\n' ? '\r' : end);
    }, '');
    put('tech-specs/exports.md', old);
    const { err } = await check('tech-specs/exports.md', '--fix');
    expect(err).toContain(': 1 fix applied, ');
    const after = readFileSync(join(root, 'tech-specs/exports.md'), 'utf8');
    const all = (text: string): readonly string[] => text.split(/(?<=\n|\r(?!\n))/u);
    expect(all(after).filter((line, index) => line !== all(old)[index])).toHaveLength(1);
  });

  it('writes to the file that a link leads to, and leaves the link one', async () => {
    const link = join(root, 'tech-specs/exports.md');
    mkdirSync(join(root, 'kept'));
    renameSync(link, join(root, 'kept/exports.md'));
    symlinkSync('../kept/exports.md', link);
    const { err } = await check('tech-specs/exports.md', '--fix');
    expect(err).toContain(': 1 fix applied, ');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'kept/exports.md'), 'utf8')).not.toBe(spec);
  });

  it('leaves a file alone whose bytes are no UTF-8, and says so', async () => {
    const bytes = Buffer.from(spec.replace('# Tech', '# \u00e4 Tech'), 'latin1');
    writeFileSync(join(root, 'tech-specs/exports.md'), bytes);
    const { code, err } = await check('tech-specs/exports.md', '--fix');
    expect([code, err]).toEqual([2, expect.stringContaining('not in UTF-8')]);
    expect(readFileSync(join(root, 'tech-specs/exports.md')).equals(bytes)).toBe(true);
  });

  it('tells errors first, then warnings, and how many there are with the coverage in the last line', async () => {
    const { out } = await check('tech-specs/exports.md');
    const lines = out.trimEnd().split('\n');
    const severities = lines.flatMap((line) => /:\d+: (error|warning|info) /u.exec(line)?.[1] ?? []);
    expect(severities).toContain('error');
    expect(severities).toContain('warning');
    expect(severities).toEqual([...severities].sort());
    const told = (severity: string): number => severities.filter((one) => one === severity).length;
    expect(lines.at(-1)).toBe(
      `tech-specs/exports.md: ${told('error')} error${told('error') === 1 ? '' : 's'}, ${told('warning')} warning${told('warning') === 1 ? '' : 's'}, ${told('info')} hints; 2 of 2 requirements covered, 0 out of scope`,
    );
  });
});

describe('check of a draft', () => {
  const outline = join(tmpdir(), `tech-spec-outline-${process.pid}`);
  let drafted = '';
  beforeAll(async () => {
    mkdirSync(outline, { recursive: true });
    writeFileSync(join(outline, 'exports.md'), prd);
    const args = ['--template', 'agent-ready', '--model', 'outline', '--out', 'spec.md'];
    drafted = (await run(['draft', 'exports.md', ...args], { cwd: outline })).out;
  }, 60_000);
  afterAll(() => rmSync(outline, { recursive: true, force: true }));

  it('says what comes next after an outline, with where the open questions stand', async () => {
    const [, questions = '', line = ''] =
      /^Next: (\d+) questions are open, listed from spec\.md:(\d+) on\. Either$/mu.exec(drafted) ?? [];
    const { out } = await run(['check', 'spec.md'], { cwd: outline });
    expect([...out.matchAll(/\(open-questions\)$/gmu)]).toHaveLength(Number(questions));
    expect(readFileSync(join(outline, 'spec.md'), 'utf8').split('\n')[Number(line) - 1]).toContain('OQ-1:');
    expect(drafted).toContain('and run: tech-spec check spec.md\n');
    expect(drafted).toContain(
      'tech-spec draft exports.md --template agent-ready --model openai:NAME --out OTHER.md\n',
    );
  });

  it('has the same numbers in the line of the draft, in the last line of the check and in its JSON', async () => {
    const { out } = await run(['check', 'spec.md'], { cwd: outline });
    const json = await run(['check', 'spec.md', '--format', 'json'], { cwd: outline });
    const [file] = (JSON.parse(json.out) as { readonly files: readonly CountedJson[] }).files;
    const listed = file?.findings.filter(({ severity }) => severity === 'warning') ?? [];
    const { count, findings } = file?.counts.warning ?? { count: 0, findings: 0 };
    expect(findings).toBe(listed.length);
    expect(new Set(listed.map(({ gap }, at) => gap ?? at)).size).toBe(count);
    expect(count).toBeLessThan(findings);
    const told = `0 errors, ${count} warnings (in ${findings} places)`;
    expect(drafted).toContain(told);
    expect(out).toContain(told);
    expect(out.match(/^spec\.md:\d+:\d+: warning /gmu)).toHaveLength(count);
  });

  it('was warned of where no requirement was recognised', async () => {
    writeFileSync(join(outline, 'thin.md'), '# PRD\n\nHello.\n');
    const args = ['--template', 'agent-ready', '--model', 'outline', '--out', 'thin-spec.md'];
    const { err } = await run(['draft', 'thin.md', ...args], { cwd: outline });
    expect(err).toContain('thin.md: no requirement was recognised, so the spec will cover none.');
  });

  it('tells the line below the spec once among what it mended, however many rounds it takes', async () => {
    const file = join(outline, 'spec.md');
    const before = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      before
        .replace(/^\| FR-2 \|.*\| T-.*\n/mu, '')
        .replace('- [ ] Each requirement', '- [x] Each requirement'),
    );
    const { err } = await run(['check', 'spec.md', '--fix'], { cwd: outline });
    expect(err.match(/\(footer\)/gu)).toHaveLength(1);
    expect(err).toContain('Add a row for FR-2 to the mapping');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('mends all there is at once, however many rows of the mapping are missing at one place', async () => {
    const many = Array.from(
      { length: 12 },
      (_, index) => `- **FR-${index + 1}**: Owners export list ${index + 1}.\n`,
    );
    writeFileSync(join(outline, 'many.md'), `# PRD: Many\n\n## Requirements\n\n${many.join('')}`);
    const args = ['--template', 'agent-ready', '--model', 'outline', '--out', 'many-spec.md'];
    await run(['draft', 'many.md', ...args], { cwd: outline });
    const file = join(outline, 'many-spec.md');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/^\| FR-(?:[2-9]|1\d) \|.*\| T-.*\n/gmu, ''));
    const { err } = await run(['check', 'many-spec.md', '--fix'], { cwd: outline });
    expect(err.match(/: fixed: Add a row/gu)).toHaveLength(11);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('tells each open question once in text, and every place that waits for it in JSON', async () => {
    const text = await run(['check', 'spec.md'], { cwd: outline });
    const ids = [...text.out.matchAll(/\(open-questions\)$/gmu)];
    expect(ids.length).toBeGreaterThan(5);
    expect(text.out).not.toContain(' waits for OQ-');
    expect((await run(['check', 'spec.md', '--format', 'json'], { cwd: outline })).out).toContain(
      ' waits for OQ-',
    );
  });

  it('marks the boxes of the checklist that are for a person, here and in the spec', async () => {
    const { out } = await run(['check', 'spec.md'], { cwd: outline });
    const waiting = [...out.matchAll(/^spec\.md:(\d+): for a person to tick: (.+)$/gmu)];
    expect(waiting.length).toBeGreaterThan(0);
    const lines = readFileSync(join(outline, 'spec.md'), 'utf8').split('\n');
    const marked = lines.flatMap((line, index) =>
      line.startsWith('- [ ] ') && line.endsWith(' _(for a person to tick)_') ? [index + 1] : [],
    );
    expect(marked).toEqual(waiting.map(([, line]) => Number(line)));
    expect(out).toMatch(
      new RegExp(
        `^spec\\.md: checklist: \\d+ of \\d+ items pass, 0 fail, \\d+ open, ${waiting.length} for a person to tick$`,
        'mu',
      ),
    );
  });
});
