import { beforeAll, describe, expect, it } from 'vitest';
import { clarify } from '../../../src/core/clarify/clarify';
import type { Git } from '../../../src/core/ports/git';
import { ProjectReader } from '../../../src/core/project/read-project';
import { readSource } from '../../../src/core/source/read-source';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { inLanguage } from '../../../src/core/template/localize-template';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { builtInFiles } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';
import { plantedFiles, plantedPrd } from './planted-workspace';

const path = 'prds/berth-swap.md';
const noGit: Git = { read: () => Promise.resolve(null) };
const sourceSaying = (...lines: readonly string[]) =>
  readSource({
    path,
    bytes: new TextEncoder().encode(
      `${plantedPrd(['Anything?'])}\n## Technical notes\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
    ),
  });

let context: WorkspaceContext;
beforeAll(async () => {
  const files = new InMemoryFiles({ ...plantedFiles, [path]: '' });
  const gathered = await gatherContext({ files, git: noGit }, { source: sourceSaying('Nothing.') });
  context = { ...gathered, project: await new ProjectReader(files).read(gathered.files) };
});

const asked = (...lines: readonly string[]) =>
  clarify({ source: sourceSaying(...lines), context, template: null }).questions.filter(
    ({ origin }) => origin === 'workspace',
  );

describe('what a source says and the workspace contradicts', () => {
  it.each([
    ['another database', 'Swaps are stored in MySQL.', 'MySQL', 'go.mod'],
    ['another cache', 'Lists are kept in Memcached for a minute.', 'Memcached', 'go.mod'],
    ['another client framework', 'The page is built with Vue components.', 'Vue', 'web/package.json'],
    ['another UI library', 'Dialogs use Chakra UI.', 'Chakra UI', 'web/package.json'],
    [
      'another migration tool',
      'The schema is changed with Flyway.',
      'Flyway',
      'db/migrations/20260110090000_create_vessels.sql',
    ],
    ['another language', 'The worker is written in Python.', 'Python', 'go.mod'],
    ['another version', 'The client runs on React 18.', 'React 18', 'web/package.json'],
    ['a newer version than there is', 'It needs Go 1.26 or newer.', 'Go 1.26', 'go.mod'],
    [
      'an endpoint that exists',
      'Add `POST /api/v1/vessels/{id}/berths` for captains.',
      'POST /api/v1/vessels/{id}/berths',
      'cmd/server/main.go',
    ],
    [
      'an endpoint that is said to be added and exists',
      'For captains `POST /api/v1/vessels/{id}/berths` is added.',
      'POST /api/v1/vessels/{id}/berths',
      'cmd/server/main.go',
    ],
    [
      'a table that exists',
      'A new table `vessels` holds the names.',
      'vessels',
      'db/migrations/20260110090000_create_vessels.sql',
    ],
    ['another port', 'The server listens on port 9000.', 'port 9000', 'tech-specs/completed/sessions.md'],
    [
      'another limit',
      'A client may send at most 500 requests per minute to the vessels API.',
      '500',
      'tech-specs/completed/sessions.md',
    ],
    ['another number than a rule gives', 'A page has at most 200 items.', '50 items', 'AGENTS.md'],
    ['another share', 'Test coverage stays above 60 % in every package.', '80 %', 'AGENTS.md'],
    [
      'a command that nobody defined',
      'Run `make test-swaps` before a release.',
      'make test-swaps',
      'Makefile',
    ],
    [
      'a path that lies elsewhere',
      'The routes are in `cmd/srv/main.go`.',
      'cmd/srv/main.go',
      'cmd/server/main.go',
    ],
  ])('is asked: %s', (_, line, named, evidence) => {
    const questions = asked(line);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.text).toContain(named);
    expect(questions[0]?.evidence.map((place) => place.path)).toContain(evidence);
    expect(questions[0]?.options.filter(({ recommended }) => recommended)).toHaveLength(1);
  });

  it.each([
    ['what is in use', 'Swaps are stored in PostgreSQL, the page is built with React 19.'],
    ['a version that is met', 'It needs Go 1.22 or newer.'],
    ['what others have', 'Harbours import their lists from MySQL.'],
    ['what is not to be', 'We do not use MongoDB.'],
    ['a word that is also a name', 'Captains react to offers and express interest.'],
    [
      'an endpoint that is said to be there beside one to add',
      'That is in `GET /api/v1/vessels/{vesselID}/berths` already. We could add an endpoint for captains.',
    ],
    ['what does another thing than what is in use', 'Names are searched with Elasticsearch.'],
    ['what is allowed beside', 'No new infrastructure besides PostgreSQL and MongoDB.'],
    [
      'an endpoint of which the source says what it takes and makes',
      'POST /api/v1/vessels/{id}/berths takes a header `Idempotency-Key`; the same key twice creates one berth.',
    ],
    ['a new endpoint', 'Add `POST /api/v1/swaps` for captains.'],
    ['another method for another purpose', 'Callers use `DELETE /api/v1/vessels/{id}/berths`.'],
    ['a new table', 'A new table `swap_offers` holds the offers.'],
    ['a command that is there', 'Run `make test` before a release.'],
    ['a command to be made', 'Add a new target `make test-swaps`.'],
    ['a new file', 'The new file `web/src/swaps.ts` holds the page.'],
    ["somebody else's port", 'The mail proxy is reached on port 2525.'],
    ['the same limit', 'A client may send at most 100 requests per minute to the vessels API.'],
    ['the same number as in a rule', 'A page has no more than 50 items.'],
    ['a number that fits', 'A page has at least 10 items.'],
    ['a number of something narrower', 'A page of the archive has at most 200 items.'],
    ['a number that only an example has', 'For example, a page has at most 200 items.'],
  ])('is not seen in %s', (_, line) => {
    expect(asked(line).map(({ text }) => text)).toEqual([]);
  });

  it('is asked in the language of the template, what a technology does included', async () => {
    const { templates } = await discoverTemplates({ builtIn: builtInFiles, workspace: null });
    const rfc = templates.find(({ id }) => id === 'rfc');
    if (rfc === undefined) throw new Error('no template');
    const [question] = clarify({
      source: sourceSaying('Swaps are stored in MySQL.'),
      context,
      template: inLanguage(rfc, 'fr'),
    }).questions.filter(({ origin }) => origin === 'workspace');
    expect(question?.text).toMatch(
      /^La source nomme MySQL \(ligne \d+\) ; base de données en usage : PostgreSQL/u,
    );
    expect(question?.options[0]?.text).toMatch(/^Garder PostgreSQL/u);
    expect(question?.id).toBe(asked('Swaps are stored in MySQL.')[0]?.id);
  });

  it('quotes values as they are, which may be words that a language has others for', async () => {
    const rule =
      '---\nalwaysApply: true\n---\n# Settings\n\n| Variable | Default |\n|---|---|\n| `STORE_KIND` | `database` |\n';
    const files = new InMemoryFiles({ ...plantedFiles, '.cursor/rules/store.mdc': rule, [path]: '' });
    const source = sourceSaying('The setting `STORE_KIND` has the default `cache`.');
    const gathered = await gatherContext({ files, git: noGit }, { source });
    const rfc = (await discoverTemplates({ builtIn: builtInFiles, workspace: null })).templates.find(
      ({ id }) => id === 'rfc',
    );
    if (rfc === undefined) throw new Error('no template');
    const [question] = clarify({
      source,
      context: { ...gathered, project: await new ProjectReader(files).read(gathered.files) },
      template: inLanguage(rfc, 'de'),
    }).questions.filter(({ text }) => text.includes('STORE_KIND'));
    expect(question?.text).toMatch(/in der Quelle cache .* database\./u);
    expect(question?.options.map(({ text }) => text.split(',')[0])).toEqual(['database', 'cache']);
  });

  it('is asked once, however often the source says it', () => {
    expect(asked('Swaps are stored in MySQL.', 'MySQL holds the offers, too.')).toHaveLength(1);
    expect(
      asked(
        'Add `POST /api/v1/vessels/{id}/berths` for captains.',
        'Add `POST /api/v1/vessels/:vessel/berths?draft=true` for guests.',
      ),
    ).toHaveLength(1);
  });

  it('belongs to the requirement that says it', () => {
    const text = plantedPrd(['Anything?']).replace(
      'within 10 seconds.',
      'within 10 seconds and kept in MySQL.',
    );
    const { questions } = clarify({
      source: readSource({ path, bytes: new TextEncoder().encode(text) }),
      context,
      template: null,
    });
    expect(questions.find(({ origin }) => origin === 'workspace')?.id).toMatch(/^conflict:US-001:/u);
  });
});
