import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { planCalls, type CallPlan } from '../../../src/core/draft/calls/call-plan';
import { draft } from '../../../src/core/draft/draft';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { createOpenAiModel } from '../../../src/models/openai-model';
import { partsOf } from '../../unit/draft-calls/scripted';
import { exampleBrief } from '../../unit/regenerate/example-brief';
import { keepResults } from '../result';
import { startTokenServer, type TokenServer } from '../streaming/token-server';

/** A spec that a model wrote in one answer; each call gets its own sections of it. */
const document = readFileSync('test/fixtures/model-answers/agent-ready-team-invites.md', 'utf8');
const paces = [500, 2_000];
const tokenCharacters = 4;

let server: TokenServer;
beforeAll(async () => {
  server = await startTokenServer();
});
afterAll(() => server.close());

const tokensOf = (text: string): readonly string[] =>
  text.match(new RegExp(`[^]{1,${tokenCharacters}}`, 'gu')) ?? [];

it('writes a long spec in several calls faster than in one, and no worse by the checks', async () => {
  const brief = await exampleBrief('agent-ready');
  const plan = planCalls(brief.template);
  if (plan === null) throw new Error('The template names no calls.');
  const part = partsOf(document, brief);
  const headings = new Map(
    brief.template.sections.map(({ key, heading, number }) => [
      key,
      `## ${number === null ? '' : `${number}. `}${heading}`,
    ]),
  );
  const asked = (body: string): readonly string[] => {
    const { messages } = JSON.parse(body) as { messages: readonly { content: string }[] };
    const prompt = messages.at(-1)?.content ?? '';
    const order = prompt.slice(prompt.lastIndexOf('# Order'));
    const call = plan.calls.find(({ keys }) => order.includes(`\`${headings.get(keys[0] ?? '') ?? ''}\``));
    return tokensOf(call === undefined ? document : part(call));
  };
  const workspace = new NodeFileSystem('examples/team-invites');
  const { templates } = await discoverTemplates({ builtIn: new NodeFileSystem('templates'), workspace });
  const judged = async (text: string): Promise<string> => {
    const { findings, coverage } = await checkSpecFile({
      ...{ path: 'tech-specs/team-invites.md', text, files: workspace, templates },
    });
    const of = (severity: string): number =>
      findings.filter((finding) => finding.severity === severity).length;
    return `${of('error')} errors, ${of('warning')} warnings, ${coverage.covered} of ${coverage.requirements} covered`;
  };
  const model = createOpenAiModel({ baseUrl: server.baseUrl, apiKey: null, name: 'bench' });
  const timed = async (calls: CallPlan | null) => {
    const start = performance.now();
    let text = '';
    for await (const event of draft({ model, brief, plan: calls, signal: new AbortController().signal })) {
      if (event.type === 'text') text += event.text;
      if (event.type === 'end') expect(event.outcome).toEqual({ kind: 'complete' });
    }
    return { seconds: (performance.now() - start) / 1000, text };
  };
  const rows: (string | number)[][] = [];
  for (const pace of paces) {
    server.reply(asked, pace);
    const one = await timed(null);
    const several = await timed(plan);
    const verdicts = [await judged(one.text), await judged(several.text)];
    expect(verdicts[1]).toBe(verdicts[0]);
    const ratio = several.seconds / one.seconds;
    expect(ratio).toBeLessThan(0.9);
    rows.push(
      [pace, 'one', 1, one.seconds.toFixed(1), '1.00', verdicts[0] ?? ''],
      [pace, 'several', plan.calls.length, several.seconds.toFixed(1), ratio.toFixed(2), verdicts[1] ?? ''],
    );
  }
  keepResults('calls', [
    {
      title: 'Drafts in several calls',
      note: `A spec of ${tokensOf(document).length.toLocaleString('en')} tokens that a model wrote in one answer, against a local server that answers each request at the same pace: whole, and cut into the calls of the template. Seconds by the clock, from the first request to the whole document.`,
      columns: ['tokens/s', 'way', 'requests', 'seconds', 'ratio', 'by the checks'],
      rows,
    },
  ]);
});
