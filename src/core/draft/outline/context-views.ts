import type { Brief } from '../../brief/brief';
import { specPhrases } from '../../language/spec-phrases';
import { sayingOf } from '../../template/localize-template';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown';
import { recordedPath } from '../../text/path';
import { routeShape } from '../../project/routes/route-shape';
import type { Source } from '../../source/source';
import type { ContextDocument, ContextKind, StackItem } from '../../workspace/context';
import type { DeclaredFactKind } from '../../workspace/declared-facts/declared-fact';
import { factsOfDocument } from '../../workspace/declared-facts/declared-facts';
import { byRelevance, relevanceOf, wordsOfSource } from '../../workspace/fact-rows';
import { sayReason } from '../../workspace/reasons';
import { workspaceRows } from '../../workspace/workspace-facts';
import { Markdown } from './markdown';

/** How many documents of each sort went in, so that the header can say what the outline was made from. */
export function inputCounts({ context, questions, answers, source, template }: Brief): Markdown {
  const say = sayingOf(template);
  const count = (kinds: readonly ContextKind[]): number =>
    context.documents.filter(({ kind }) => kinds.includes(kind)).length;
  const answered = answers.filter(({ kind }) => kind !== 'defer').length;
  const parts: readonly (readonly [number, string])[] = [
    [count(['rule', 'steering']), specPhrases.ruleDocuments],
    [count(['completed-spec']), specPhrases.completedSpecs],
    [count(['research']), specPhrases.researchDocuments],
    [count(['decision']), specPhrases.decisions],
  ];
  return new Markdown(
    [
      codeSpan(recordedPath(source.path)),
      ...parts.filter(([number]) => number > 0).map(([number, label]) => say(label, String(number))),
      ...(questions.length === 0
        ? []
        : [say(specPhrases.answered, String(answered), String(questions.length))]),
    ].join(', '),
  );
}

export function gitView({ context: { git } }: Brief): unknown {
  if (git === null) return null;
  return {
    branch: git.branch,
    commit: git.commit?.slice(0, 7) ?? null,
    userName: git.userName,
    recent: new Markdown(
      git.recentCommits
        .map(({ hash, subject }) => `${codeSpan(hash.slice(0, 7))} ${escapeMarkdown(subject)}`)
        .join('; '),
    ),
    hasRecent: git.recentCommits.length > 0,
  };
}

export function stackItems({ context: { stack }, template }: Brief): readonly unknown[] {
  const say = sayingOf(template);
  const view = (type: string, items: readonly StackItem[]): readonly unknown[] =>
    items.map(({ name, version, evidence, line, byHand }) => ({
      name,
      type: say(type),
      version: version ?? new Markdown('-'),
      evidence: new Markdown(
        byHand !== undefined
          ? say(specPhrases.byHand)
          : evidence === ''
            ? '-'
            : codeSpan(`${evidence}:${line}`),
      ),
    }));
  return [
    ...view(specPhrases.language, stack.languages),
    ...view(specPhrases.framework, stack.frameworks),
    ...view(specPhrases.orm, stack.orms),
    ...view(specPhrases.database, stack.databases),
    ...view(specPhrases.uiLibrary, stack.uiLibrary === null ? [] : [stack.uiLibrary]),
  ];
}

/** So many of a kind tell what a design starts from. */
const mostExisting = 6;

/** Endpoints, tables and commands of the code that share words with the source, with their places. */
export function existingViews({ context, source, template }: Brief): readonly unknown[] {
  const say = sayingOf(template);
  const words = wordsOfSource(source);
  const named = endpointsNamedIn(source);
  return (['existing-endpoints', 'existing-tables'] as const).flatMap((topic) => {
    const rows = workspaceRows(context, topic, source);
    const isNamed = ({ name }: { readonly name: string }): boolean => named.has(endpointShape(name));
    return [...rows.filter(isNamed), ...rows.filter((row) => !isNamed(row) && relevanceOf(row, words) > 0)]
      .slice(0, mostExisting)
      .map(({ what, name, detail, path, line }) => ({
        what: say(what),
        name: new Markdown(codeSpan(name)),
        detail: detail === '' ? new Markdown('-') : detail,
        place: new Markdown(codeSpan(`${path}:${line}`)),
      }));
  });
}

const request = /\b(?:GET|POST|PUT|PATCH|DELETE)\s+\/[^\s`"'<>|,;)]*/gu;

/** What a source names itself has to do with it, however common its words are. */
function endpointsNamedIn({ text }: Source): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(request)].map(([name]) => endpointShape(name.replace(/(?<![.:?])[.:?]+$/u, ''))),
  );
}

function endpointShape(name: string): string {
  const [method = '', route = ''] = name.split(/\s+/u);
  return `${method} ${routeShape(route)}`;
}

/** So many of what an earlier spec declares tell where it is touched. */
const mostDeclared = 6;
/** What names a thing that others build on; columns, limits and conventions are told elsewhere. */
const shared: ReadonlySet<DeclaredFactKind> = new Set<DeclaredFactKind>([
  'endpoint',
  'table',
  'config-key',
  'env-var',
  'event',
]);

/** What of a completed spec has to do with the source, most of all first, each with its line. */
function declaredIn(document: ContextDocument, source: Source): readonly string[] {
  const words = wordsOfSource(source);
  const facts = factsOfDocument(document).filter(
    (fact) => shared.has(fact.kind) && relevanceOf(fact, words) > 0,
  );
  const rows = facts.map(({ kind, ...fact }) => ({ what: kind, ...fact }));
  return byRelevance(rows, words)
    .slice(0, mostDeclared)
    .map(({ name, path, line }) => `${codeSpan(name)} (${codeSpan(`${path}:${line}`)})`);
}

export function documentViews({ context, source, template }: Brief): unknown {
  const say = sayingOf(template);
  const of = (kinds: readonly ContextKind[]): readonly unknown[] =>
    context.documents
      .filter(({ kind }) => kinds.includes(kind))
      .map((document) => {
        const { path, title, reason } = document;
        const declared = declaredIn(document, source);
        return {
          ...{ path: new Markdown(codeSpan(path)), title },
          reason: sayReason(reason, say),
          declared: new Markdown(declared.join(', ')),
          hasDeclared: declared.length > 0,
        };
      });
  return {
    rules: of(['rule', 'steering']),
    specs: of(['completed-spec']),
    research: of(['research']),
    decisions: of(['decision']),
    consulted: of(['completed-spec', 'research', 'decision']),
  };
}
