import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { renderOutline } from '../../../src/core/draft/outline';
import { readSource } from '../../../src/core/source/read-source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { briefFor, builtInTemplates } from '../draft/brief-for';

const root = join(__dirname, '../../..');

describe('a command that somebody else wrote', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tech-spec-commands-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const git = (...args: readonly string[]): void => {
    execFileSync('git', [...args], { cwd: folder, stdio: 'ignore' });
  };

  it('is only text as a branch, a name, a commit or a file name: git gets no shell', async () => {
    const injected = '$(touch${IFS}pwned);`touch${IFS}pwned`';
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', '`touch pwned`"; touch pwned; \'');
    git('config', 'user.email', 'eve@example.com');
    writeFileSync(join(folder, 'prd.md'), '# Invites\n\n- **FR-1**: Members invite others.\n');
    writeFileSync(join(folder, '--output=pwned'), '');
    writeFileSync(join(folder, '; touch pwned #.md'), '# Notes\n');
    git('checkout', '-q', '-b', injected);
    git('add', '-A');
    git('commit', '-q', '-m', `${injected}\n\n$(touch pwned)`);

    const [files, own] = [new NodeFileSystem(folder), new NodeGit(folder)];
    const source = readSource({ path: 'prd.md', bytes: await files.readFile('prd.md') });
    const context = await gatherContext({ files, git: own }, { source });
    expect(context.git?.branch).toBe(injected);
    const [template] = await builtInTemplates();
    if (template === undefined) throw new Error('no templates');
    const author = context.git?.userName ?? null;
    const spec = parseSpec(renderOutline(briefFor(template, { source, context, author })));
    expect(spec.sections.length).toBeGreaterThan(3);
    expect(readdirSync(folder).filter((name) => name.includes('pwned') && name !== '--output=pwned')).toEqual(
      ['; touch pwned #.md'],
    );
  });

  it('is never run as a done condition', async () => {
    const marker = join(folder, 'pwned');
    const text = `# Spec\n\n## 6. Implementation Tasks\n\n- **T-001:** Write\n  - _Implements:_ FR-1\n  - _Files:_ Create: \`a.ts\`\n  - _Done condition:_ \`touch ${marker}\`, \`$(touch ${marker})\`, \`npm test; touch ${marker}\`\n  - _Dependencies:_ None\n`;
    const templates = await builtInTemplates();
    await checkSpecFile({ path: 'a.md', text, files: new NodeFileSystem(folder), templates });
    expect(existsSync(marker)).toBe(false);
  });

  it('has no program to run it but the terminal that a person agreed to: two files start git, by its arguments alone', () => {
    const starting = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, 'src', path), 'utf8')] as const)
      .filter(([, text]) =>
        /child_process|worker_threads|createTerminal|sendText|tasks\.executeTask|\beval\(/.test(text),
      );
    const [git, asked] = [
      ['cli/workspace/node-git.ts', 'host/platform/node/git-program.ts'],
      'host/workflow/run-done-condition.ts',
    ];
    expect(starting.map(([path]) => path).sort()).toEqual([...git, asked]);
    // The one that runs a command of a document asks before, shows all of it, and does nothing in Restricted Mode.
    const asking = starting.find(([path]) => path === asked)?.[1] ?? '';
    expect(asking).toMatch(/modal: true, detail: `\$\{picked\.one\.command\}/);
    expect(asking).toMatch(/answer !== run \|\| !vscode\.workspace\.isTrusted\) return;\s+const terminal/);
    for (const [path, text] of starting.filter(([path]) => git.includes(path))) {
      expect(text.match(/import \{[^}]*\} from 'node:child_process'/g), path).toEqual([
        "import { execFile } from 'node:child_process'",
      ]);
      expect(text, path).not.toContain('shell:');
    }
  });
});
