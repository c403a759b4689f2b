import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../harness/model-server';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';

const commandLine = join(__dirname, '../../dist/cli.js');

describe('a draft with errors in the editor', () => {
  let server: ModelServer;
  let vsCode: VsCode;
  let example: ExampleWindow;

  beforeAll(async () => {
    server = await startModelServer();
    vsCode = await launch({
      settings: {
        'techSpec.model.baseUrl': server.baseUrl,
        'techSpec.model.name': 'test-model',
        'techSpec.model.provider': 'openai',
        'techSpec.repair.rounds': 2,
      },
    });
    example = new ExampleWindow(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
    await server?.close();
  });

  it('is repaired: the failing section alone is asked for again, put in place and saved', async () => {
    const source = example.copyOfPrd('repaired');
    const [spec, receipt] = ['tech-specs/repaired.md', 'tech-specs/repaired.receipt.json'];
    execFileSync(process.execPath, [commandLine, 'draft', source, '--template', 'agent-ready'], {
      cwd: example.path(''),
    });
    const whole = example.read(spec);
    for (const path of [spec, receipt]) rmSync(example.path(path));
    const sections = whole.split(/^(?=## )/m);
    const [heading = ''] = (sections[2] ?? '').split('\n', 1);
    const broken = sections.with(2, `${heading}\n\nTBD\n\n`).join('');
    server.reply(() => ({
      kind: 'stream',
      text: server.requests().length === 1 ? broken : (sections[2] ?? ''),
    }));

    await example.quickCreate(source, 'Agent');
    await example.written(spec);
    await expect.poll(() => example.read(spec), patience).toBe(whole);
    expect(server.requests()).toHaveLength(2);
    const asked = JSON.stringify(server.requests()[1]?.body.messages);
    expect(asked).toContain(heading.replace(/^## /, ''));
    await expect
      .poll(
        () => (JSON.parse(example.read(receipt)) as { sections: { tokens: number }[] }).sections.length,
        patience,
      )
      .toBeGreaterThan(5);
  });
});
