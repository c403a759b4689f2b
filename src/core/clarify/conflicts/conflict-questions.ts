import type { Source } from '../../source/source';
import { sha256Hex } from '../../text/hash';
import { oneLine } from '../../text/said';
import type { WorkspaceContext } from '../../workspace/context';
import type { Question } from '../question';
import { requirementAt } from '../requirement-questions';
import type { Say } from '../../language/language-pack';
import type { Conflict, Said } from './conflict';
import { endpointConflicts, tableConflicts } from './contract-conflicts';
import { numberConflicts } from './number-conflicts';
import { commandConflicts, pathConflicts } from './reference-conflicts';
import { demandingLines } from './source-lines';
import { technologyConflicts } from './technology-conflicts';
import { valueConflicts } from './value-conflicts';

/** More contradictions than these are one: source and workspace have nothing to do with each other. */
const mostConflicts = 40;

/** The last answer for each source: it is asked for again with every answer that a person gives. */
const known = new WeakMap<
  Source,
  { readonly context: WorkspaceContext; readonly conflicts: readonly Conflict[] }
>();

/**
 * One question for each matter in which source and workspace contradict each other: technologies and their versions,
 * endpoints, tables, columns, settings, ports, limits and other numbers, commands and paths. What the source asks to be made is none, unless it
 * is there already.
 *
 * @param say says it in the language of the spec
 */
export function conflictQuestions(source: Source, context: WorkspaceContext, say: Say): readonly Question[] {
  return conflictsOf(source, context).map((conflict) => question(source, conflict, say));
}

function conflictsOf(source: Source, context: WorkspaceContext): readonly Conflict[] {
  const before = known.get(source);
  if (before?.context === context) return before.conflicts;
  const conflicts = readConflicts(source, context);
  known.set(source, { context, conflicts });
  return conflicts;
}

function readConflicts(source: Source, context: WorkspaceContext): readonly Conflict[] {
  const lines = demandingLines(source);
  const found: readonly Conflict[] = [
    ...technologyConflicts(lines, context),
    ...endpointConflicts(lines, context),
    ...tableConflicts(lines, context),
    ...valueConflicts(source, lines, context),
    ...numberConflicts(lines, context),
    ...commandConflicts(lines, context),
    ...pathConflicts(lines, context),
  ];
  const bySubject = new Map<string, Conflict>();
  for (const conflict of found)
    if (!bySubject.has(conflict.subject)) bySubject.set(conflict.subject, conflict);
  return [...bySubject.values()].slice(0, mostConflicts);
}

function question(source: Source, conflict: Conflict, say: Say): Question {
  const { subject, area, blocking, line, text, why, options, overrules, shown } = conflict;
  const about = requirementAt(source, line);
  return {
    id: ['conflict', ...(about === undefined ? [] : [about.id]), sha256Hex(subject).slice(0, 8)].join(':'),
    area,
    blocking,
    text: oneLine(inWords(text, say)),
    why: say(why),
    options: [...new Set(options.map((option) => oneLine(inWords(option, say))))].map((option, index) => ({
      text: option,
      recommended: index === 0,
    })),
    evidence: [
      { path: about?.path ?? source.path, line },
      ...shown.map(({ path, line: at }) => ({ path, line: at })),
    ],
    origin: 'workspace',
    ...(overrules === undefined ? {} : { overrules }),
  };
}

function inWords({ phrase, args }: Said, say: Say): string {
  return say(phrase, ...args.map((arg) => (typeof arg === 'string' ? arg : inWords(arg, say))));
}
