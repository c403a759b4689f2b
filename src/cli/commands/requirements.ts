import { dirname } from 'node:path';
import { shownPassage, type UnreadSection } from '../../core/source/passages/passage';
import { unreadPassages } from '../../core/source/passages/unread-passages';
import type { Requirement, Source, SourceFact } from '../../core/source/source';
import { exitCode } from '../failure';
import { mostFilesUnasked, readKnownSource, type SourceOptions } from '../workspace/known-source';
import {
  conversationOption,
  formatOption,
  kindOption,
  receiptOption,
  workspaceFolderOption,
  type AddCommand,
} from '../options';
import { count, findingJson, findingLine, printJson, printLines, type Format } from '../output';
import { workspaceOfSource } from '../workspace/source-workspace';
import { fromHere, type CliWorkspace } from '../workspace/workspace';

interface RequirementsOptions extends SourceOptions {
  readonly format: Format;
  readonly workspace?: string;
}

/** `requirements FILE`: what a source defines, with ids and lines. */
export const addRequirements: AddCommand = (program, terminal, done) => {
  program
    .command('requirements')
    .description('list the requirements that a source defines')
    .argument('<file>', 'PRD, initiative or conversation')
    .addOption(workspaceFolderOption())
    .addOption(receiptOption())
    .addOption(kindOption())
    .addOption(conversationOption())
    .addOption(formatOption())
    .action(async (file: string, options: RequirementsOptions) => {
      const workspace = await workspaceOfSource(terminal, options.workspace, file, dirname(file));
      const { source, read, outcomes } = await readKnownSource(
        workspace,
        file,
        options,
        options.workspace === undefined ? mostFilesUnasked : undefined,
      );
      const errors = source.findings.some(({ severity }) => severity === 'error');
      done(errors ? exitCode.findings : exitCode.fine);
      const unread = unreadPassages(read, source);
      if (options.format === 'json') {
        printJson(terminal, {
          source: { path: file, sha256: source.sha256, kind: source.kind },
          requirements: source.requirements.map((requirement) => requirementJson(workspace, requirement)),
          outOfScope: source.outOfScope,
          ...(source.kind === 'conversation' ? talkOf(source) : {}),
          unread: unread.map(({ title, line, passages }) => ({
            title,
            line,
            passages: passages.map((passage) => ({
              line: passage.line,
              text: shownPassage(passage),
              role: passage.role,
              possible: passage.possible,
            })),
          })),
          findings: source.findings.map(findingJson),
          corrections: outcomes.map(({ correction, state }) => ({ ...correction, state })),
        });
        return;
      }
      printLines(terminal, [
        ...source.requirements.map(
          ({ id, line, kind, title, acceptance, path }) =>
            `${path === undefined ? file : fromHere(workspace, path)}:${line}: ${id} (${kind}, ${count(acceptance.length, 'acceptance criterion', 'acceptance criteria')}) ${title}`,
        ),
        ...source.outOfScope.map(({ line, text }) => `${file}:${line}: out of scope: ${text}`),
        ...talkLines(file, source),
        ...source.findings.map((finding) => findingLine(file, finding)),
        ...(outcomes.length === 0
          ? []
          : [
              `${outcomes.filter(({ state }) => state === 'applied' || state === 'reworded').length} of ${count(outcomes.length, 'correction')} applied`,
            ]),
        ...unreadLines(unread),
        count(source.requirements.length, 'requirement'),
      ]);
    });
};

/** What is told of a requirement, in this order. */
const toldFields = [
  'id',
  'explicitId',
  'line',
  'endLine',
  'kind',
  'title',
  'text',
  'priority',
  'acceptance',
  'fingerprint',
] as const;

function requirementJson(workspace: CliWorkspace, requirement: Requirement): object {
  const { path } = requirement;
  return {
    ...Object.fromEntries(toldFields.map((field) => [field, requirement[field]])),
    ...(path === undefined ? {} : { path: fromHere(workspace, path) }),
  };
}

/** Most lines that are named. */
const mostLines = 8;

/** How much was read as no requirement, and where to look for one that was missed. */
function unreadLines(unread: readonly UnreadSection[]): readonly string[] {
  const passages = unread.flatMap((section) => section.passages);
  if (passages.length === 0) return [];
  const lines = [...new Set(passages.filter(({ possible }) => possible).map(({ line }) => line))];
  const named = `${lines.slice(0, mostLines).join(', ')}${lines.length > mostLines ? ', ...' : ''}`;
  const possible = lines.length === 0 ? '' : `; could be one: line ${named}`;
  return [`${count(passages.length, 'passage')} not read as requirements${possible} (all: --format json)`];
}

/** What only a conversation has: what it decided, left open, and said before what holds now. */
function talkOf({ facts, superseded = [] }: Source) {
  const about = (wanted: SourceFact['topic']) =>
    facts.filter(({ topic }) => topic === wanted).map(({ line, text }) => ({ line, text }));
  return { decisions: about('decision'), openQuestions: about('open-question'), superseded };
}

function talkLines(file: string, source: Source): readonly string[] {
  if (source.kind !== 'conversation') return [];
  const { decisions, openQuestions, superseded } = talkOf(source);
  return [
    ...superseded.map(
      ({ line, text, by }) => `${file}:${line}: ${by === null ? 'taken back' : `replaced by ${by}`}: ${text}`,
    ),
    ...decisions.map(({ line, text }) => `${file}:${line}: decided: ${text}`),
    ...openQuestions.map(({ line, text }) => `${file}:${line}: left open: ${text}`),
  ];
}
