import * as vscode from 'vscode';
import { DraftJournals } from '../../../src/host/generation/journal/draft-journals';
import type { JournalHeader } from '../../../src/host/generation/journal/journal-header';
import { journalFiles, writers } from '../../../src/host/platform/browser/journal-storage';
import type { ModelRequest } from '../../../src/core/ports/language-model';
import { createOpenAiModel } from '../../../src/models/openai-model';
import { closeAll, uri } from '../open-window';
import { assertEqual, assertMatch, exists, readText } from './web-window';

const header: JournalHeader = {
  version: 1,
  folder: 'memory:/work',
  source: { path: 'prds/invites.md', kind: 'prd', sha256: 'a' },
  template: { id: 'rfc', sha256: 'b' },
  output: 'specs/invites.md',
  ...{ answers: [], asked: [], excludedDocuments: [], includedDocuments: [], stackEdits: [] },
  model: 'openai',
  begun: '2026-01-31T01:02:03.004Z',
  process: writers.own,
};

describe('in the browser', () => {
  afterEach(closeAll);

  it("the editor's own models write a spec", async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `Line ${index} with ü, 漢字 and 🚀.`).join('\n');
    const text = `# Tech Spec: By the editor\n\n## 1. Overview\n\n${lines}\n`;
    await vscode.commands.executeCommand('fakeModels.set', { text });
    const settings = vscode.workspace.getConfiguration('techSpec.model');
    await settings.update('provider', 'editor', vscode.ConfigurationTarget.Global);
    await settings.update('name', 'fake-normal', vscode.ConfigurationTarget.Global);
    try {
      const draft = await vscode.lm.invokeTool('techspec_draft', {
        input: { source: 'prds/team-invites.md', template: 'agent-ready' },
        toolInvocationToken: undefined,
      });
      const [, output = ''] = /Written to (\S+):/.exec(JSON.stringify(draft.content)) ?? [];
      if (!(await exists(uri(output)))) throw new Error(JSON.stringify(draft));
      assertEqual((await readText(uri(output))).startsWith(text.trimEnd()), true);
    } finally {
      for (const name of ['provider', 'name'])
        await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('a server that does not allow requests of web pages is said to have to', async () => {
    // The server of this window: it answers, and allows no requests of other pages.
    const { authority } = uri('');
    const model = createOpenAiModel({
      baseUrl: `http://${authority.replace('127.0.0.1', 'localhost')}/v1`,
      name: 'none',
      apiKey: null,
    });
    const request: ModelRequest = {
      messages: [{ role: 'user', content: 'Hello' }],
      ...{ brief: null, task: { kind: 'document' } },
    };
    for await (const event of model.stream(request, new AbortController().signal)) {
      if (event.type !== 'end') continue;
      assertEqual(event.outcome.kind, 'failed');
      if (event.outcome.kind === 'failed') assertMatch(event.outcome.failure.remedy ?? '', /CORS/);
    }
  });

  it('what a model sends is kept in storage as it comes, and found again', async () => {
    const folder = uri('journals');
    const journals = new DraftJournals(journalFiles(folder));
    const journal = journals.begin(header);
    journal.append('# Spec\n\nOne ü');
    await journal.written();
    journal.append(' two.');
    await journal.end({ phase: 'stopped', saved: false });
    const [draft] = await journals.list();
    assertEqual(draft?.written, '# Spec\n\nOne ü two.');
    assertEqual(draft?.ending, { phase: 'stopped', saved: false });
    await journals.remove(journal.id);
    assertEqual((await journals.list()).length, 0);

    // That of another window that writes at this moment belongs to it.
    const other = journals.begin({ ...header, process: writers.own + 1 });
    other.append('# Other');
    await other.written();
    assertEqual((await journals.list()).length, 0);
    await other.remove();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
});
