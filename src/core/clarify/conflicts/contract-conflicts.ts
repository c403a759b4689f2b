import { routeShape } from '../../project/routes/route-shape';
import { wholeRoutes } from '../../project/routes/whole-routes';
import type { WorkspaceContext } from '../../workspace/context';
import type { DeclaredFact } from '../../workspace/declared-facts/declared-fact';
import { documentFacts, settlingDocuments } from '../answered/document-statements';
import { said, type Conflict } from './conflict';
import { conflictPhrases } from '../../language/conflict-phrases';
import type { SourceLine } from './source-lines';

const request = /\b(GET|POST|PUT|PATCH|DELETE)\s+(\/[^\s`"'<>|,;)]*)/gu;
/** What is to be made is the endpoint itself: what it does with other things says nothing about it. */
const makesNext =
  /\b(?:add(?:s|ed|ing)?|new|creat(?:es?|ed|ing)|introduc(?:es?|ed|ing)|expos(?:es?|ed|ing)|provid(?:es?|ed|ing))\b(?:[\s`"'(:,&]+(?:an?|the|one|two|new|another|public|internal|rest|http|api|endpoints?|routes?|calls?|called|named|for|and|or)\b)*[\s`"'(:,&]*$/iu;
const isMade =
  /^[`"')\s]*(?:\(new\)|(?:(?:is|are|(?:shall|must|will|should|to) be|gets?)\s+(?:newly\s+)?(?:added|created|introduced|new)\b))/iu;
/** `All of that is in GET /members already`: the sentence knows that it is there. */
const isThere = /\b(?:already|existing|exists|today|currently)\b/iu;
/** Methods by which teams change a thing; of the two a workspace has one for one path. */
const changing: ReadonlySet<string> = new Set(['PUT', 'PATCH']);

interface KnownEndpoint {
  readonly method: string;
  readonly route: string;
  readonly path: string;
  readonly line: number;
}

/** Endpoints that are to be made and exist, or that the workspace changes by another method. */
export function* endpointConflicts(
  lines: readonly SourceLine[],
  context: WorkspaceContext,
): Iterable<Conflict> {
  const known = knownEndpoints(context);
  if (known.length === 0) return;
  const asked = new Set<string>();
  for (const { text, line } of lines) {
    for (const { 1: method = '', 2: written = '', index } of text.matchAll(request)) {
      const route = written.replace(/(?<![.:])[.:]+$/u, '');
      const same = known.filter((one) => routeShape(one.route) === routeShape(route));
      const exact = same.find((one) => one.method === method || one.method === 'ANY');
      const other = same.find((one) => changing.has(one.method) && changing.has(method));
      const isNew = isAskedFor(text, index, method.length + written.length);
      const isAsked =
        exact === undefined ? other !== undefined : isNew && !isThere.test(sentenceAt(text, index));
      const matter = `${method} ${routeShape(route)}`;
      // The same endpoint may be written in more than one way.
      if (!isAsked || asked.has(matter)) continue;
      asked.add(matter);
      if (exact !== undefined) yield existing(line, `${method} ${route}`, exact);
      else if (other !== undefined) yield otherMethod(line, method, route, other);
    }
  }
}

/** Whether a text asks for the endpoint at an offset to be made: in `Add GET /a and POST /b` for both. */
function isAskedFor(text: string, offset: number, length: number): boolean {
  const before = text.slice(0, offset).replace(request, ' ');
  return makesNext.test(before) || isMade.test(text.slice(offset + length).replace(/^\S*/u, ''));
}

/** The sentence in which an offset stands: what the next one wants to add is another thing. */
function sentenceAt(text: string, offset: number): string {
  const start = Math.max(...[...text.slice(0, offset).matchAll(/[.!?]\s+/gu)].map((end) => end.index + 1), 0);
  const end = /[.!?](?=\s|$)/u.exec(text.slice(offset));
  return text.slice(start, end === null ? text.length : offset + end.index);
}

function existing(line: number, name: string, there: KnownEndpoint): Conflict {
  return {
    subject: `endpoint ${name}`,
    area: 'interface',
    blocking: true,
    line,
    text: said(conflictPhrases.existingEndpoint, name, String(line)),
    why: conflictPhrases.existingEndpointWhy,
    options: [
      said(conflictPhrases.extend, name),
      said(conflictPhrases.anotherEndpoint),
      said(conflictPhrases.replace),
    ],
    shown: [there],
  };
}

function otherMethod(line: number, method: string, route: string, there: KnownEndpoint): Conflict {
  return {
    subject: `endpoint ${method} ${route}`,
    area: 'interface',
    blocking: true,
    line,
    text: said(
      conflictPhrases.otherMethod,
      `${method} ${route}`,
      String(line),
      `${there.method} ${there.route}`,
    ),
    why: conflictPhrases.otherMethodWhy,
    options: [
      said(conflictPhrases.keep, `${there.method} ${there.route}`),
      said(conflictPhrases.use, `${method} ${route}`),
    ],
    overrules: `${method} ${route}`,
    shown: [there],
  };
}

function knownEndpoints(context: WorkspaceContext): readonly KnownEndpoint[] {
  const declared = settlingDocuments(context).flatMap(documentFacts);
  return [
    ...(context.project === undefined ? [] : wholeRoutes(context.project)),
    ...declared.flatMap(({ kind, name, path, line }): readonly KnownEndpoint[] => {
      const [method = '', route = ''] = name.split(' ');
      return kind === 'endpoint' ? [{ method, route, path, line }] : [];
    }),
  ];
}

const newTable =
  /\b(?:new|add|adds|create|creates|introduce|introduces)\b[^.;]{0,40}?(?:\btables?\s+(?:called\s+|named\s+)?[`"'*]*([a-z]\w+)|[`"]([a-z]\w+)[`"]\s+(?:database\s+)?table\b)/iu;

/** Tables that are to be made and exist. */
export function* tableConflicts(lines: readonly SourceLine[], context: WorkspaceContext): Iterable<Conflict> {
  const declared: readonly DeclaredFact[] = settlingDocuments(context)
    .flatMap(documentFacts)
    .filter(({ kind }) => kind === 'table');
  const known = [...(context.project?.tables ?? []), ...declared];
  for (const { text, line } of lines) {
    const found = newTable.exec(text);
    const name = (found?.[1] ?? found?.[2])?.toLowerCase();
    const there = known.find((table) => table.name.toLowerCase() === name);
    if (name === undefined || there === undefined) continue;
    yield {
      subject: `table ${name}`,
      area: 'data',
      blocking: true,
      line,
      text: said(conflictPhrases.existingTable, name, String(line)),
      why: conflictPhrases.existingTableWhy,
      options: [said(conflictPhrases.extendTable, name), said(conflictPhrases.anotherTable)],
      shown: [there],
    };
  }
}
