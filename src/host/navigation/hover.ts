import * as vscode from 'vscode';
import type { IdDescription, StateInSpec } from '../../core/navigation/describe-id';
import type { DocumentPlace } from '../../core/navigation/find-ids';
import { markdownOfText } from '../../core/markdown/markdown-of-text';
import { fileName } from '../../core/text/path';
import { stateLabel } from './state-label';

/** Longer texts are cut: a hover is a glance. In characters. */
const longestText = 600;
const mostCriteria = 12;

/**
 * What a hover says about an id. All that comes from documents is escaped: it is text of anyone.
 *
 * @param folder that paths are relative to
 */
export function hoverText(known: IdDescription, folder: vscode.Uri): vscode.MarkdownString {
  const page = new Page(folder);
  switch (known.kind) {
    case 'requirement': {
      page.heading(known.id, known.title);
      // Many a statement begins with its title.
      const text = known.text.startsWith(known.title) ? known.text.slice(known.title.length) : known.text;
      if (/[\p{L}\p{N}]/u.test(text)) page.paragraph(text.replace(/^[\s.:：]+/u, ''));
      if (known.priority !== null) page.line(vscode.l10n.t('Priority'), known.priority);
      for (const state of known.states) page.state(state, known.states.length > 1);
      if (known.criteria.length > 0) page.list(vscode.l10n.t('Acceptance criteria'), known.criteria);
      break;
    }
    case 'criterion': {
      page.heading(known.id, known.requirement);
      page.paragraph(known.text);
      for (const { path, line, gap } of known.tests) {
        if (line !== null)
          page.place(vscode.l10n.t('Test'), { path, line, column: 1, endLine: line, endColumn: 1 });
        else page.line(vscode.l10n.t('Test'), gap ?? vscode.l10n.t('none'));
      }
      break;
    }
    case 'task': {
      page.heading(known.id, known.title);
      if (known.done !== null)
        page.line(vscode.l10n.t('State'), known.done ? vscode.l10n.t('done') : vscode.l10n.t('to do'));
      if (known.phase !== null) page.line(vscode.l10n.t('Phase'), known.phase);
      if (known.implements.length > 0)
        page.list(
          vscode.l10n.t('Implements'),
          known.implements.map(({ id, title }) => `${id} ${title}`),
        );
      if (known.files.length > 0) page.list(vscode.l10n.t('Files'), known.files);
      if (known.doneCondition !== null) page.line(vscode.l10n.t('Done when'), known.doneCondition);
      if (known.dependencies !== null) page.line(vscode.l10n.t('Depends on'), known.dependencies);
      break;
    }
    case 'question': {
      page.heading(
        known.id,
        known.resolved ? vscode.l10n.t('resolved question') : vscode.l10n.t('open question'),
      );
      page.paragraph(known.text);
    }
  }
  if (known.definition !== null) page.place(vscode.l10n.t('Defined in'), known.definition);
  return page.text;
}

class Page {
  readonly text = new vscode.MarkdownString('', false);
  readonly #folder: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
    this.text.isTrusted = false;
    this.text.supportHtml = false;
  }

  heading(id: string, title: string): void {
    this.text
      .appendMarkdown('**')
      .appendMarkdown(markdownOfText(oneLine(id)))
      .appendMarkdown('** ')
      .appendMarkdown(markdownOfText(oneLine(title)));
    this.text.appendMarkdown('\n\n');
  }

  paragraph(text: string): void {
    this.text.appendMarkdown(markdownOfText(shortened(text))).appendMarkdown('\n\n');
  }

  line(label: string, value: string): void {
    this.text
      .appendMarkdown('*')
      .appendMarkdown(markdownOfText(label))
      .appendMarkdown(':* ')
      .appendMarkdown(markdownOfText(oneLine(value)));
    this.text.appendMarkdown('\n\n');
  }

  list(label: string, values: readonly string[]): void {
    this.text.appendMarkdown('*').appendMarkdown(markdownOfText(label)).appendMarkdown(':*\n\n');
    for (const value of values.slice(0, mostCriteria))
      this.text
        .appendMarkdown('- ')
        .appendMarkdown(markdownOfText(oneLine(value)))
        .appendMarkdown('\n');
    if (values.length > mostCriteria)
      this.text
        .appendMarkdown('- ')
        .appendMarkdown(markdownOfText(vscode.l10n.t('{0} more', values.length - mostCriteria)))
        .appendMarkdown('\n');
    this.text.appendMarkdown('\n');
  }

  state({ path, state, coveredBy, reason }: StateInSpec, named: boolean): void {
    if (state === null) return;
    const by = coveredBy.map(({ name }) => name).join(', ');
    const detail =
      state === 'covered' && by !== ''
        ? vscode.l10n.t('covered by {0}', by)
        : state === 'out-of-scope' && reason !== null
          ? vscode.l10n.t('out of scope: {0}', reason)
          : stateLabel(state);
    this.line(named ? fileName(path) : vscode.l10n.t('State'), detail);
  }

  place(label: string, { path, line }: DocumentPlace): void {
    const target = vscode.Uri.joinPath(this.#folder, path).with({ fragment: `L${String(line)}` });
    this.text.appendMarkdown('*').appendMarkdown(markdownOfText(label)).appendMarkdown(':* [');
    this.text
      .appendMarkdown(markdownOfText(vscode.l10n.t('{0}, line {1}', path, line)))
      .appendMarkdown(`](${target.toString()})\n\n`);
  }
}

function oneLine(text: string): string {
  return shortened(text.replace(/\s+/gu, ' ').trim());
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
