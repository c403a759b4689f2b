import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { renderOutline } from '../../../src/core/draft/outline';
import { maskSecrets } from '../../../src/core/secrets/mask-secrets';
import { discoverTemplates, workspaceTemplates } from '../../../src/core/template/discover-templates';
import { briefFor, builtInFiles, requirement, source } from '../draft/brief-for';
import { checkedBy } from '../../../src/core/workflow/gate-state';
import { criteriaOf } from '../../../src/core/workflow/workflow';
import { builtIn } from '../workflow/built-in-workflow';
import { InMemoryFiles } from '../in-memory-files';

const own = `---
id: rfc
name: Our RFC
summary: Ours
for: [prd]
output: rfcs/{slug}.md
statuses: [{ name: Draft, gapsAllowed: true }]
---
# {{title}}

## Idea
{{> note }}
`;
const plain = `# [Feature Name] - Design

**Author**: [name]
**Cost centre**: [number]

## 1. Overview

<!-- internal: see {{.Wiki}} -->
[Write one paragraph.]

## 2. Rollen und Rechte

| Rolle | Darf | Darf nicht |
|-------|------|------------|
| [x] | [y] | [z] |

## 3. Implementation Plan

### Phase 1: [Database]

### Phase 2: Server and API

### Phase 3: Frontend

## 4. Security

- **Authentication:**
- **Secrets:**

## Review Checklist

- [ ] The pager rota knows about it
`;

describe('templates', () => {
  it('built in are the five and the artefacts of workflows, each without a finding', async () => {
    const { templates, problems } = await discoverTemplates({ builtIn: builtInFiles, workspace: null });
    expect(problems).toEqual([]);
    expect(templates.flatMap(({ id, offer }) => (offer === false ? [id] : []))).toEqual([
      'staged-design',
      'staged-requirements',
      'staged-review',
      'staged-tasks',
    ]);
    expect(templates.flatMap(({ id, offer }) => (offer === false ? [] : [id]))).toEqual([
      'agent-ready',
      'architecture',
      'feature',
      'rfc',
      'staged',
    ]);
  });

  it('built in hold no secret, so that nothing need be taken out of them', () => {
    const folder = join(__dirname, '../../../templates');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:md|ya?ml)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const path of files) {
      const text = readFileSync(join(folder, path), 'utf8');
      expect(maskSecrets(text, 'same').text === text, path).toBe(true);
    }
  });

  it('of the workspace come first and win over built-in ones with their id', async () => {
    const workspace = new InMemoryFiles({
      '.tech-spec/templates/rfc.md': own,
      '.tech-spec/templates/partials/note.md': '- note',
    });
    const { templates, problems } = await discoverTemplates({ builtIn: builtInFiles, workspace });
    expect(problems).toEqual([]);
    expect(templates[0]).toMatchObject({
      id: 'rfc',
      name: 'Our RFC',
      origin: { kind: 'workspace', path: '.tech-spec/templates/rfc.md' },
    });
    expect(templates[0]?.body).toContain('- note');
    expect(templates.filter(({ id }) => id === 'rfc')).toHaveLength(1);
  });

  it('that can not be used are problems, and the others are found all the same', async () => {
    const workspace = new InMemoryFiles({
      '.tech-spec/templates/broken.md': own.replace('name: Our RFC\n', ''),
      '.tech-spec/templates/empty.md': ' \n',
      '.tech-spec/templates/binary.md': new Uint8Array([0xff, 0xfe, 0xfd]),
      '.tech-spec/templates/huge.md': `# x\n${'word '.repeat(200_000)}`,
      '.tech-spec/templates/twin-a.md': own.replace('{{> note }}', ''),
      '.tech-spec/templates/twin-b.md': own.replace('{{> note }}', ''),
    });
    const { templates, problems } = await discoverTemplates({ builtIn: builtInFiles, workspace });
    expect(problems.map(({ path }) => path.replace('.tech-spec/templates/', ''))).toEqual([
      'binary.md',
      'broken.md',
      'empty.md',
      'huge.md',
      'twin-b.md',
    ]);
    expect(problems.flatMap(({ findings }) => findings).every(({ severity }) => severity === 'error')).toBe(
      true,
    );
    expect(templates.filter(({ offer }) => offer !== false)).toHaveLength(5);
  });

  it('without front matter are found by their usual names and by the list of files', async () => {
    const contents = { 'tasks/docs/_techspec-template.md': plain, 'a/b/tech-spec-template.md': plain };
    const workspace = new InMemoryFiles(contents);
    const few = await discoverTemplates({ builtIn: builtInFiles, workspace });
    expect(few.templates.map(({ id }) => id).slice(0, 2)).toEqual(['techspec-template', 'agent-ready']);
    const all = await discoverTemplates({
      builtIn: builtInFiles,
      workspace,
      workspaceFiles: Object.keys(contents),
    });
    expect(all.templates.map(({ id }) => id).slice(0, 2)).toEqual([
      'techspec-template',
      'tech-spec-template',
    ]);
  });
});

describe('a plain team template', () => {
  const adopted = async (text = plain): Promise<ReturnType<typeof briefFor>> => {
    const { templates, problems } = await discoverTemplates({
      builtIn: builtInFiles,
      workspace: new InMemoryFiles({ '_techspec-template.md': text }),
    });
    expect(problems).toEqual([]);
    const [template] = templates;
    if (template === undefined) throw new Error('not adopted');
    return briefFor(template, {
      source: source({
        title: 'Lockers',
        requirements: [
          requirement({ id: 'US-1', title: 'Keep codes in a table' }),
          requirement({ id: 'US-2', title: 'Show a page' }),
        ],
        facts: [{ topic: 'summary', line: 9, text: 'Parcels wait in lockers.' }],
      }),
    });
  };

  it('keeps its headings, numbers, labels, table columns and checklist', async () => {
    const text = renderOutline(await adopted());
    expect(text).toContain('# Lockers - Design');
    expect(text).toContain('**Author:** Ada');
    expect(text).toMatch(/\*\*Cost centre:\*\* OQ-\d/);
    expect(text).toContain('## 1. Overview\n\n- Parcels wait in lockers.');
    expect(text).toMatch(
      /\| Rolle \| Darf \| Darf nicht \|\n\|---\|---\|---\|\n\| OQ-\d+ \| OQ-\d+ \| OQ-\d+ \|/,
    );
    expect(text).toMatch(/- \*\*Authentication:\*\* OQ-\d+\n- \*\*Secrets:\*\* OQ-\d+/);
    expect(text).toContain('- [ ] The pager rota knows about it');
  });

  it('never shows what it says to the writer', async () => {
    const text = renderOutline(await adopted());
    for (const hint of ['Write one paragraph', 'internal', 'Wiki', '[x]', '[name]', '<!--']) {
      expect(text).not.toContain(hint);
    }
    expect((await adopted()).template.sections[0]?.guidance).toContain('Write one paragraph');
  });

  it('has its tasks in its own phases, and gets what the checks need before its checklist', async () => {
    const text = renderOutline(await adopted());
    expect(text).toMatch(/### Phase 1: Database\n\n- \*\*T-001:\*\* Keep codes in a table/);
    expect(text).toMatch(/### Phase 3: Frontend\n\n- \*\*T-002:\*\* Show a page/);
    const order = [
      '## 5. Requirement Mapping',
      '## 6. Testing Strategy',
      '## 7. Out of Scope',
      '## 9. Open Questions',
      '## Review Checklist',
      // The team's own items are a person's; what checks prove comes after them.
      '- [ ] Each requirement has a task, and each task a requirement',
    ];
    for (const heading of order) expect(text).toContain(heading);
    expect(order.map((heading) => text.indexOf(heading))).toEqual(
      order.map((heading) => text.indexOf(heading)).toSorted((a, b) => a - b),
    );
    expect(order.every((heading) => text.includes(heading))).toBe(true);
  });

  it('may consist of level-1 headings, of one heading, or of text alone', async () => {
    for (const text of ['# A\n\n# B\n\nx\n', '# A [x]\n', 'Just words.\n', '## Nur das\n\n{{broken\n']) {
      const outline = renderOutline(await adopted(text));
      expect(outline).toContain('| US-1 | Keep codes in a table | T-001, T-003 |');
      expect(outline.match(/^# /gm)).toHaveLength(1);
    }
  });
});

describe('the files from which templates of a workspace are read', () => {
  it.each([
    '.tech-spec/templates/team.md',
    '.tech-spec/templates/partials/head.md',
    '.tech-spec/templates/languages/it.yaml',
    '.tech-spec/templates/languages/it.json',
    'tasks/docs/_techspec-template.md',
    'docs/tech-spec-template.md',
  ])('are watched: %s', (path) => {
    expect(picomatch(workspaceTemplates, { dot: true })(path)).toBe(true);
  });
});

it('has the sections that criteria of the built-in workflows are about', async () => {
  const { templates } = await discoverTemplates({ builtIn: builtInFiles, workspace: null });
  const missing = ['staged', 'lean'].flatMap((id) => {
    const workflow = builtIn(id);
    return criteriaOf(workflow).flatMap(({ phase, criterion }) =>
      checkedBy(criterion, phase).flatMap((artefact) => {
        const used = templates.find((one) => one.id === workflow.artefacts[artefact]?.template);
        const keys = new Set(used?.sections.map(({ key }) => key));
        return criterion.about.filter((key) => !keys.has(key)).map((key) => `${criterion.id}: ${key}`);
      }),
    );
  });
  expect(missing).toEqual([]);
});
