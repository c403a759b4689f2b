import * as vscode from 'vscode';
import { closeAll, until, uri } from '../open-window';
import { assertEqual, assertMatch, exists, findings, readText } from './web-window';

describe('in the browser, a spec', () => {
  afterEach(closeAll);

  it('is written by the wizard as an outline, with its receipt and checklist', async () => {
    // scripts/integration/web-wizard.mjs walks through it meanwhile, in the page.
    await vscode.commands.executeCommand('techSpec.create', uri('prds/team-invites.md'));
    const [spec, receipt] = [uri('tech-specs/team-invites.md'), uri('tech-specs/team-invites.receipt.json')];
    await until('the spec', async () => (await exists(spec)) && (await exists(receipt)));
    const text = await readText(spec);
    assertMatch(text, /^\| US-001 \|/m);
    if (/<!--|\{\{/.test(text)) throw new Error('Guidance is left in the spec.');
    const written = JSON.parse(await readText(receipt)) as {
      readonly source: { readonly path: string };
      readonly template: { readonly id: string };
      readonly git: unknown;
    };
    assertEqual(written.source.path, 'prds/team-invites.md');
    assertEqual(written.template.id, 'agent-ready');
    // There is no git in a browser.
    assertEqual(written.git, null);
    await until('the checklist to be seen', () => exists(uri('checklist-seen.txt')));
    const shown = (await readText(uri('checklist-seen.txt'))).split('\n');
    for (const item of shown) assertEqual(text.includes(`- [ ] ${item}`), true);
    const found = await findings(spec);
    assertEqual(
      found
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
        .map(({ message }) => message),
      [],
    );
  });
});
