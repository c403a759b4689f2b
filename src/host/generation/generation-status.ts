import * as vscode from 'vscode';
import { internalCommands } from '../messages/internal-commands';
import { sectionCount } from '../../shared/wizard/section-count';
import type { GenerationSnapshot } from './generation-snapshot';
import { waitText } from './wait-text';

/** How long the outcome stays in the status bar, in milliseconds. */
const outcomeTime = 10_000;

/** The draft under way, in the status bar: a click shows the wizard, the tooltip offers Stop. */
export class GenerationStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'techSpec.generation',
    vscode.StatusBarAlignment.Left,
    10,
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = '';

  constructor() {
    this.#item.name = vscode.l10n.t('Tech Spec');
    this.#item.command = internalCommands.reveal;
  }

  /** @param asksModel whether a model writes, which is waited for; the outline is written at once */
  show(snapshot: GenerationSnapshot, asksModel: boolean): void {
    const text = statusText(snapshot, asksModel);
    // Called for every piece of text; the bar changes far less often.
    if (text === this.#shown) return;
    this.#shown = text;
    this.#item.text = text;
    this.#item.tooltip = tooltip(snapshot);
    // Without it the tooltip's Markdown is read aloud behind the text, addresses of commands included.
    this.#item.accessibilityInformation = { label: spokenStatus(snapshot, text) };
    this.#item.show();
    clearTimeout(this.#timer);
    if (!isUnderWay(snapshot)) this.#timer = setTimeout(() => this.#hide(), outcomeTime);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item.dispose();
  }

  #hide(): void {
    this.#shown = '';
    this.#item.hide();
  }
}

function isUnderWay({ phase }: GenerationSnapshot): boolean {
  return ['starting', 'streaming', 'repairing', 'checking'].includes(phase);
}

function statusText({ phase, sections, wait }: GenerationSnapshot, asksModel: boolean): string {
  if (wait !== null) return `$(watch) ${vscode.l10n.t('Tech Spec: next attempt in {0} s', wait.seconds)}`;
  switch (phase) {
    case 'starting':
    case 'idle':
      return asksModel
        ? `$(loading~spin) ${vscode.l10n.t('Tech Spec: waiting for the model')}`
        : `$(loading~spin) ${vscode.l10n.t('Tech Spec: starting')}`;
    case 'streaming': {
      const { done, of } = sectionCount(sections);
      const text =
        of === 1
          ? vscode.l10n.t('Tech Spec: {0} of 1 section', done)
          : vscode.l10n.t('Tech Spec: {0} of {1} sections', done, of);
      return `$(loading~spin) ${text}`;
    }
    case 'repairing':
      return `$(loading~spin) ${vscode.l10n.t('Tech Spec: repairing')}`;
    case 'checking':
      return `$(loading~spin) ${vscode.l10n.t('Tech Spec: checking')}`;
    case 'done':
      return `$(check) ${vscode.l10n.t('Tech Spec: done')}`;
    case 'stopped':
      return `$(circle-slash) ${vscode.l10n.t('Tech Spec: stopped')}`;
    case 'failed':
      return `$(error) ${vscode.l10n.t('Tech Spec: failed')}`;
  }
}

/** The text without its icon, and which section is being written: its heading stands in the tooltip. */
function spokenStatus({ sections }: GenerationSnapshot, text: string): string {
  const words = text.replace(/^\$\([\w~-]+\) /, '');
  const writing = sections.find(({ state }) => state === 'writing');
  return writing === undefined ? words : `${words}, ${writing.heading}`;
}

function tooltip(snapshot: GenerationSnapshot): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  if (snapshot.wait !== null) text.appendText(`${waitText(snapshot.wait)}\n`);
  const writing = snapshot.sections.find(({ state }) => state === 'writing');
  if (writing !== undefined) text.appendText(`${writing.heading}\n`);
  text.appendMarkdown(`[${vscode.l10n.t('Show the Wizard')}](command:${internalCommands.reveal})`);
  const enabledCommands: string[] = [internalCommands.reveal];
  if (isUnderWay(snapshot)) {
    text.appendMarkdown(` | [${vscode.l10n.t('Stop')}](command:${internalCommands.stop})`);
    enabledCommands.push(internalCommands.stop);
  }
  text.isTrusted = { enabledCommands };
  return text;
}
