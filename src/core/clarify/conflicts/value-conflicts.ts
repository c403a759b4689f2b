import {
  defaultDifference,
  limitDifference,
  typeDifference,
  type Difference,
} from '../../checks/contracts/fact-conflict';
import type { Source } from '../../source/source';
import type { WorkspaceContext } from '../../workspace/context';
import type { DeclaredFact } from '../../workspace/declared-facts/declared-fact';
import { readDeclaredFacts } from '../../workspace/declared-facts/declared-facts';
import { documentFacts, settlingDocuments } from '../answered/document-statements';
import { said, type Conflict } from './conflict';
import { conflictPhrases } from '../../language/conflict-phrases';
import type { SourceLine } from './source-lines';

const says = /^\s*\|/u;
const byDefault =
  /\bdefaults?\b|standardmäßig|por defecto|padrão|par défaut|по умолчанию|mặc định|默认|既定|기본/iu;

/** Types of columns, defaults of settings and limits that a source states otherwise than rules, specs or migrations. */
export function* valueConflicts(
  source: Source,
  lines: readonly SourceLine[],
  context: WorkspaceContext,
): Iterable<Conflict> {
  const byLine = new Map(lines.map(({ text, line }) => [line, text]));
  const known = [...settlingDocuments(context).flatMap(documentFacts), ...columnsOf(context)];
  for (const own of readDeclaredFacts(source.path, source.text)) {
    const text = byLine.get(own.line);
    if (text === undefined) continue;
    for (const other of known) {
      const difference = differenceOf(own, other, text);
      if (difference === null) continue;
      yield conflict(own, other, difference);
      break;
    }
  }
  yield* portConflicts(lines, known);
}

function differenceOf(own: DeclaredFact, other: DeclaredFact, text: string): Difference | null {
  if (own.kind !== other.kind) return null;
  if (own.kind === 'limit') return limitDifference(own, other);
  if (own.name.toLowerCase() !== other.name.toLowerCase()) return null;
  if (own.kind === 'column') return typeDifference(own, other);
  const isSetting = own.kind === 'env-var' || own.kind === 'config-key';
  return isSetting && (says.test(text) || byDefault.test(text)) ? defaultDifference(own, other) : null;
}

const areas: Readonly<Record<string, string>> = {
  limit: 'performance',
  column: 'data',
  'env-var': 'infrastructure',
  'config-key': 'infrastructure',
};
const longestName = 80;

function conflict(own: DeclaredFact, other: DeclaredFact, { here, there }: Difference): Conflict {
  const name = own.name.length > longestName ? `${own.name.slice(0, longestName - 1)}…` : own.name;
  const about = own.kind === 'limit' ? `"${name}"` : name;
  return {
    subject: `${own.kind} ${own.name.toLowerCase()}`,
    area: areas[own.kind] ?? 'architecture',
    blocking: true,
    line: own.line,
    text: said(conflictPhrases.otherValue, about, here, String(own.line), there, other.path),
    why: conflictPhrases.otherValueWhy,
    options: [said(conflictPhrases.asFileSays, there, other.path), said(conflictPhrases.asSourceSays, here)],
    overrules: here,
    shown: [other],
  };
}

function columnsOf({ project }: WorkspaceContext): readonly DeclaredFact[] {
  return (project?.tables ?? []).flatMap((table) =>
    table.columns.map(({ name, type, path, line }): DeclaredFact => ({
      ...{ kind: 'column', name: `${table.name}.${name}`, detail: type, path, line },
    })),
  );
}

const port = /\bports?\s+(?:is\s+)?`?(\d{2,5})\b/iu;
/** Ports of something else than the product's own server. */
const othersPort =
  /\b(?:database|postgres\w*|mysql|redis|smtp|ssh|debug\w*|proxy|mail|kafka|client|browser)\b/iu;

function* portConflicts(lines: readonly SourceLine[], known: readonly DeclaredFact[]): Iterable<Conflict> {
  const declared = known.filter(
    ({ kind, name, detail }) =>
      kind === 'env-var' && /(?:^|_)PORT$/u.test(name) && /^\D{0,2}\d{2,5}\b/u.test(detail),
  );
  const [own] = declared;
  // Several ports: which of them is meant can not be told.
  if (own === undefined || declared.length > 1) return;
  const there = /\d{2,5}/u.exec(own.detail)?.[0] ?? '';
  for (const { text, line } of lines) {
    const here = port.exec(text)?.[1];
    if (here === undefined || here === there || othersPort.test(text)) continue;
    yield {
      subject: `port ${here}`,
      area: 'infrastructure',
      blocking: true,
      line,
      text: said(conflictPhrases.otherPort, here, String(line), own.name, there),
      why: conflictPhrases.otherPortWhy,
      options: [said(conflictPhrases.keepPort, there), said(conflictPhrases.usePort, here)],
      overrules: here,
      shown: [own],
    };
    return;
  }
}
