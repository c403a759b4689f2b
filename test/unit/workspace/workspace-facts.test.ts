import { describe, expect, it } from 'vitest';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { renderOutline } from '../../../src/core/draft/outline';
import { ProjectReader } from '../../../src/core/project/read-project';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { parseReceipt } from '../../../src/core/receipt/parse-receipt';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { factTable } from '../../../src/core/workspace/fact-rows';
import { withStackEdits } from '../../../src/core/workspace/stack/stack-edits';
import { emptyStack } from '../../../src/core/workspace/stack/stack-facets';
import { workspaceFacts } from '../../../src/core/workspace/workspace-facts';
import { briefFor, builtInTemplates, emptyContext, requirement, source } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

const files = {
  'api/routes.go': [
    'package api',
    'func Routes(r chi.Router) {',
    '\tr.Get("/stations", list)',
    '\tr.Post("/tides/{id}", replace)',
    '}',
  ].join('\n'),
  'migrations/1_init.sql':
    'CREATE TABLE stations (id INT, name TEXT);\nCREATE TABLE tides (id INT, height INT);\n',
  Makefile: 'test:\n\tgo test ./...\nsecret:\n\tTOKEN=abc run\n',
};
const spec = ['## API', '`GET /tides/{id}` returns at most 500 tides.', 'It was `GET /boats` before.'].join(
  '\n',
);
const tides = source({
  title: 'Tides',
  requirements: [requirement({ id: 'US-1', title: 'See the tides of a day' })],
});

async function context(): Promise<WorkspaceContext> {
  const project = await new ProjectReader(new InMemoryFiles(files)).read(Object.keys(files).sort());
  const document = {
    reason: '',
    title: 'Tides',
    bytes: 0,
    tokens: 0,
    sha256: 'a'.repeat(64),
    truncated: false,
  };
  return {
    ...emptyContext,
    project,
    documents: [{ ...document, path: 'specs/tides.md', kind: 'completed-spec', text: spec }],
  };
}

describe('facts of the code and of completed specs', () => {
  it('are topics, with places, what has to do with the source first', async () => {
    expect(workspaceFacts(await context(), 'existing-endpoints', tides)).toEqual([
      '`POST /tides/{id}` (`api/routes.go:4`)',
      '`GET /stations` (`api/routes.go:3`)',
    ]);
    expect(workspaceFacts(await context(), 'existing-tables', tides)).toEqual([
      '`tides`: id, height (`migrations/1_init.sql:2`)',
      '`stations`: id, name (`migrations/1_init.sql:1`)',
    ]);
    expect(workspaceFacts(await context(), 'declared-endpoints')).toEqual([
      '`GET /tides/{id}` (`specs/tides.md:2`)',
      '`GET /boats` (`specs/tides.md:3`)',
    ]);
  });

  it('name commands and not what they run', async () => {
    expect(workspaceFacts(await context(), 'existing-commands')).toEqual([
      '`make test` (`Makefile:1`)',
      '`make secret` (`Makefile:3`)',
    ]);
  });

  it('are none where the code was not read', () => {
    expect(workspaceFacts(emptyContext, 'existing-endpoints', tides)).toEqual([]);
  });

  it('stand in the prompt as tables with file and line', async () => {
    const [template] = await builtInTemplates();
    if (template === undefined) throw new Error('no template');
    const prompt =
      draftPrompt(briefFor(template, { source: tides, context: await context() }))[1]?.content ?? '';
    expect(prompt).toContain('| endpoint | POST /tides/{id} |  | api/routes.go:4 |');
    expect(prompt).toContain('| table | tides | id, height | migrations/1_init.sql:2 |');
    expect(prompt).toContain(
      '| limit | GET /tides/{id} returns at most 500 tides | 500 | specs/tides.md:2 |',
    );
    expect(prompt).not.toContain('TOKEN=abc');
  });

  it('stand in the outline where they have to do with the source', async () => {
    const template = (await builtInTemplates()).find(({ id }) => id === 'agent-ready');
    if (template === undefined) throw new Error('no template');
    const outline = renderOutline(briefFor(template, { source: tides, context: await context() }));
    expect(outline).toContain('| `POST /tides/{id}` | endpoint | - | `api/routes.go:4` |');
    expect(outline).not.toContain('/stations');
    expect(renderOutline(briefFor(template, { source: tides }))).not.toContain('Exists Already');
  });

  it('stand there with the prefix that another file puts before them, those that the source names first', async () => {
    const names = [
      'harbours',
      'harbours/me',
      'harbours/near',
      'harbours/far',
      'harbours/open',
      'harbours/all',
    ];
    const fastify = new InMemoryFiles({
      'src/main.ts': `import Fastify from 'fastify';
import { routes } from './routes.js';
const app = Fastify({ logger: true });
await app.register(routes, { prefix: '/api/v1' });
`,
      'src/routes.ts': `export async function routes(app: FastifyInstance) {
${[...names, 'buoys'].map((name) => `  app.get('/${name}', list);`).join('\n')}
}
`,
    });
    const project = await new ProjectReader(fastify).read(['src/main.ts', 'src/routes.ts']);
    const template = (await builtInTemplates()).find(({ id }) => id === 'agent-ready');
    if (template === undefined) throw new Error('no template');
    const harbours = source({
      title: 'Harbours',
      text: 'GET /api/v1/buoys tells what harbours have.',
      requirements: [requirement({ id: 'US-1', title: 'See all harbours' })],
    });
    const outline = renderOutline(
      briefFor(template, { source: harbours, context: { ...emptyContext, project } }),
    );
    expect(outline).toContain('| `GET /api/v1/buoys` | endpoint | - | `src/routes.ts:8` |');
    expect(outline).toContain('| `GET /api/v1/harbours` | endpoint | - | `src/routes.ts:2` |');
    expect(outline).not.toContain('`GET /harbours`');
  });

  it('come with the question that they help to answer', async () => {
    const template = (await builtInTemplates()).find(({ id }) => id === 'agent-ready') ?? null;
    const asked = questionsFor(tides, await context(), template).find(({ area }) => area === 'performance');
    expect(asked?.evidence).toEqual([{ path: 'specs/tides.md', line: 2 }]);
    expect(asked?.options).toEqual([
      { text: 'GET /tides/{id} returns at most 500 tides (specs/tides.md:2)', recommended: false },
    ]);
  });
});

describe('a table of facts', () => {
  const row = (name: string) => ({ what: 'endpoint', name, detail: 'a|b\nc', path: 'a.go', line: 1 });

  it('ends where its tokens end, and counts the rest', () => {
    const rows = Array.from({ length: 100 }, (_, index) => row(`GET /${index}`));
    const { text, left } = factTable(rows, 200);
    const shown = text.split('\n').length - 2;
    expect(shown).toBeGreaterThan(3);
    expect(shown + left).toBe(100);
  });

  it('has one line for each fact, whatever that holds', () => {
    expect(
      factTable([row('a\n| b')], 1000)
        .text.split('\n')
        .slice(2),
    ).toEqual(['| endpoint | a \\| b | a\\|b c | a.go:1 |']);
  });

  it('is nothing where there are no facts', () => {
    expect(factTable([], 1000)).toEqual({ text: '', left: 0 });
  });
});

describe('a stack that a person set right', () => {
  const languages = [{ name: 'Go', version: '1.24', evidence: 'go.mod', line: 3 }];
  const edited = withStackEdits(
    { ...emptyContext, hash: 'c'.repeat(64), stack: { ...emptyStack, languages } },
    [
      { facet: 'languages', detected: 'Go 1.24', value: 'Go 1.25' },
      { facet: 'ci', detected: null, value: 'Jenkins' },
    ],
  );

  it('is what outline and prompt use, and what differs from the manifests says so', async () => {
    const template = (await builtInTemplates()).find(({ id }) => id === 'agent-ready');
    if (template === undefined) throw new Error('no template');
    expect(workspaceFacts(edited, 'languages')).toEqual([
      'Go 1.25 (stated by hand; `go.mod:3` shows Go 1.24)',
    ]);
    expect(workspaceFacts(edited, 'ci')).toEqual(['Jenkins (stated by hand)']);
    expect(renderOutline(briefFor(template, { context: edited }))).toContain(
      '| Go | language | 1.25 | stated by hand |',
    );
    const prompt = draftPrompt(briefFor(template, { context: edited }))[1]?.content ?? '';
    expect(prompt).toContain('Languages: Go 1.25');
    expect(prompt).not.toContain('1.24');
  });

  it('outweighs the one that a template is made for', async () => {
    const [template] = await builtInTemplates();
    if (template === undefined) throw new Error('no template');
    const foreign = { ...template, stack: { languages: ['Rust', 'Go'] } };
    const prompt = draftPrompt(briefFor(foreign, { context: edited }))[1]?.content ?? '';
    expect(prompt).toContain('follow the workspace instead:\n- Rust\n\n');
  });

  it('is recorded in the receipt, which can be read again', async () => {
    const [template] = await builtInTemplates();
    if (template === undefined) throw new Error('no template');
    const receipt = serialiseReceipt(
      receiptFor(briefFor(template, { context: edited }), '# A\n', { id: 'outline' }),
    );
    const parsed = parseReceipt(receipt);
    expect('receipt' in parsed && parsed.receipt.context.stackEdits).toEqual(edited.stackEdits);
  });
});
