import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../cli/command-line';

const template = `---
id: small
name: Small
summary: What these tests need
for: [prd]
output: tech-specs/{slug}.md
checks: { done-condition: off, done-command: off }
statuses:
  - { name: Draft, gapsAllowed: true }
  - { name: In Review, gapsAllowed: true }
  - { name: Approved, gapsAllowed: false }
checklist:
  - { id: read, text: A second engineer has read it, verifiedBy: person }
---
# {{title}}

**Status:** {{status}}

## Overview {#overview}

## Tasks {#tasks}

## Open Questions {#open-questions}

## Review {#checklist}
`;

export const spec = `# Tech Spec: Exports

**Status:** In Review
**PRD:** [Exports](../prds/exports.md)

## Overview

Members are exported as a file, see [the neighbour](./imports.md) and [the site](https://example.com/a.md).

## Tasks

- [ ] **T-001:** Write the export
  - _Implements:_ FR-1
  - _Description:_ Write one row for each member.
  - _Done when:_ the file has a row for each member of the team.
  - _Dependencies:_ none

## Open Questions

- [ ] **OQ-1:** Which columns does the file have?

## Review

- [ ] A second engineer has read it
`;

/** A folder with a git repository, a template, a PRD and a spec. */
export class LifeWorkspace {
  readonly root = mkdtempSync(join(tmpdir(), 'tech-spec-life-'));

  constructor() {
    this.put('.tech-spec/templates/small.md', template);
    this.put('prds/exports.md', '# PRD: Exports\n\n## Requirements\n\n- **FR-1**: Owners export members.\n');
    this.put('tech-specs/imports.md', '# Tech Spec: Imports\n\nAfter [exports](exports.md).\n');
    this.put('tech-specs/exports.md', spec);
    this.git('init', '-q', '-b', 'main');
    this.commit('first');
  }

  put(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Files that git would commit. */
  files(): readonly string[] {
    return this.git('ls-files', '--cached', '--others', '--deduplicate')
      .split('\n')
      .filter((path) => path !== '' && existsSync(join(this.root, path)));
  }

  change(path: string, from: string, to: string): void {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    this.put(
      path,
      text.replace(from, () => to),
    );
  }

  git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...who, ...args], { cwd: this.root, encoding: 'utf8', stdio: 'pipe' });
  }

  commit(message: string): void {
    this.git('add', '-A');
    this.git('commit', '-q', '-m', message);
  }

  run(...args: readonly string[]): ReturnType<typeof run> {
    return run([...args, '--now', '2026-03-02T12:00:00Z'], { cwd: this.root });
  }

  /** Settles all that stands between the spec and its approval. */
  settle(): void {
    this.change('tech-specs/exports.md', '- [ ] **OQ-1:**', '- [x] **OQ-1:**');
    this.change('tech-specs/exports.md', '- [ ] A second', '- [x] A second');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
