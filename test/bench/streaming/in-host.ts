import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenAI } from 'openai';
import * as vscode from 'vscode';
import { decided } from '../../../src/core/clarify/clarify';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import type { Brief } from '../../../src/core/brief/brief';
import { draft } from '../../../src/core/draft/draft';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { SpecWriter } from '../../../src/host/editor/spec-writer';
import { GenerationRun } from '../../../src/host/generation/generation-run';
import { DraftJournals } from '../../../src/host/generation/journal/draft-journals';
import { DiskJournalFiles } from '../../../src/host/platform/node/journal-storage';
import type { JournalHeader } from '../../../src/host/generation/journal/journal-header';
import { GenerationStatus } from '../../../src/host/generation/generation-status';
import { ProjectIndexes } from '../../../src/host/project/project-indexes';
import { DraftingWorkspace } from '../../../src/host/workspace/drafting-workspace';
import { TemplateLibrary } from '../../../src/host/workspace/template-library';
import { createOpenAiModel } from '../../../src/models/openai-model';

/** One way to receive a stream, from the request until all of the text is where it belongs. */
export interface Received {
  readonly milliseconds: number;
  readonly text: string;
}

/** The bench as an extension: three ways to receive the same stream in the same extension host. */
export interface StreamingBench {
  /** @param source path of the PRD that the prompt is made from */
  prepare(source: string): Promise<void>;
  /** The bare SDK: the text ends in a string. */
  bare(baseUrl: string): Promise<Received>;
  /** The product: model, draft, progress and status bar; the text ends in the document. Saving and checking apart. */
  product(baseUrl: string): Promise<Received>;
  /** One edit for each token, as is written without a second thought. */
  editEachToken(baseUrl: string): Promise<Received>;
}

export function activate(): StreamingBench {
  let brief: Brief | undefined;
  const prepared = (): Brief => {
    if (brief === undefined) throw new Error('Not prepared.');
    return brief;
  };
  return {
    prepare: async (source) => {
      brief = await briefFor(source);
    },
    bare: async (baseUrl) => {
      let text = '';
      const start = performance.now();
      for await (const token of sdkTokens(baseUrl, prepared())) text += token;
      return { milliseconds: performance.now() - start, text };
    },
    product: (baseUrl) => throughProduct(baseUrl, prepared()),
    editEachToken: async (baseUrl) => {
      const start = performance.now();
      const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
      const editor = await vscode.window.showTextDocument(document);
      for await (const token of sdkTokens(baseUrl, prepared())) {
        const end = document.positionAt(document.getText().length);
        while (!(await editor.edit((builder) => builder.insert(end, token))));
      }
      return closing(document, performance.now() - start);
    },
  };
}

async function* sdkTokens(baseUrl: string, brief: Brief): AsyncGenerator<string> {
  const client = new OpenAI({ apiKey: 'none', baseURL: baseUrl });
  const chunks = await client.chat.completions.create({
    model: 'bench',
    messages: draftPrompt(brief).map(({ role, content }) => ({ role, content })),
    stream: true,
  });
  for await (const chunk of chunks) {
    const token = chunk.choices[0]?.delta.content;
    if (token) yield token;
  }
}

const journalHeader: JournalHeader = {
  version: 1,
  folder: 'file:///bench',
  source: { path: 'prds/team-invites.md', kind: 'prd', sha256: '' },
  template: { id: 'agent-ready', sha256: '' },
  output: 'specs/streamed.md',
  answers: [],
  asked: [],
  excludedDocuments: [],
  includedDocuments: [],
  stackEdits: [],
  model: 'openai',
  begun: '2026-01-31T00:00:00.000Z',
  process: process.pid,
};

async function throughProduct(baseUrl: string, brief: Brief): Promise<Received> {
  const status = new GenerationStatus();
  let received: Promise<Received> | undefined;
  const notMeasured = (): Promise<never> => Promise.reject(new Error('Not part of the measurement.'));
  const start = performance.now();
  const run = new GenerationRun(createOpenAiModel({ baseUrl, apiKey: null, name: 'bench' }), brief, {
    draft,
    repair: null,
    // Its removal comes after the measurement, as saving does.
    journal: new DraftJournals(new DiskJournalFiles(mkdtempSync(join(tmpdir(), 'tech-spec-drafts-')))).begin(
      journalHeader,
    ),
    openSink: async (path) => {
      const writer = await SpecWriter.open(workspaceUri(path), vscode.ViewColumn.Active);
      return {
        write: (text) => writer.write(text),
        finish: async () => {
          await writer.keep();
          const milliseconds = performance.now() - start;
          writer.dispose();
          received = closing(writer.document, milliseconds);
          return { kind: 'not-saved', reason: '' };
        },
      };
    },
    writeReceipt: notMeasured,
    check: notMeasured,
    now: () => performance.now(),
  });
  run.onDidChange((snapshot) => status.show(snapshot, true));
  const { outcome, trouble } = await run.run();
  status.dispose();
  if (received === undefined) throw new Error(`Nothing was written: ${JSON.stringify({ outcome, trouble })}`);
  return received;
}

/** Closes an unsaved document without a question. */
async function closing(document: vscode.TextDocument, milliseconds: number): Promise<Received> {
  const text = document.getText();
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return { milliseconds, text };
}

function workspaceUri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder().uri, path);
}

function workspaceFolder(): vscode.WorkspaceFolder {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  return folder;
}

async function briefFor(path: string): Promise<Brief> {
  const product = vscode.extensions.getExtension('tech-spec.tech-spec');
  if (product === undefined) throw new Error('The product is not installed.');
  const workspace = new DraftingWorkspace(
    workspaceFolder(),
    new TemplateLibrary(product.extensionUri),
    new ProjectIndexes(),
  );
  const { source } = await workspace.readSource(path, null);
  const { templates } = await workspace.discoverTemplates();
  const template = templates.find(({ id }) => id === 'agent-ready');
  if (template === undefined) throw new Error('The template is not there.');
  const context = await workspace.gatherContext(
    source,
    { excludedPaths: [], includedPaths: [], modelWindow: null },
    new AbortController().signal,
  );
  const asked = decided(workspace.clarify({ source, context, template }), []);
  const output = 'specs/streamed.md';
  return prepareBrief({ source, context, template, ...asked, clock: workspace.clock, output });
}
