import { existingFacts } from '../../project/existing-facts';
import type { WorkspaceContext } from '../../workspace/context';
import type { DeclaredFact, DeclaredFactKind } from '../../workspace/declared-facts/declared-fact';
import type { FactRow } from '../../workspace/fact-rows';
import { isOpenToChange } from './document-statements';
import { documentFacts } from './document-statements';
import { namedIn, rowsNaming } from './named-in-question';
import type { WorkspaceAnswer } from './workspace-answer';

/** A list of the workspace in which a question may name one thing: an endpoint, a table, a command, a setting. */
interface FactList {
  readonly id: string;
  /** Questions about such things that are there already. */
  readonly asks: RegExp;
  /** Words of such questions that name nothing. */
  readonly asking: RegExp;
  readonly rows: (context: WorkspaceContext, question: string) => readonly FactRow[];
  /** Whether what is said of a row counts like its name. */
  readonly withDetail?: boolean;
}

const lists: readonly FactList[] = [
  {
    id: 'endpoint',
    asks: /\b(?:which|what|is there an?|do we have an?)\s+(?:(?:existing|current|api|http|rest|the)\s+)*(?:endpoint|route|url|api call|request)s?\b/iu,
    asking:
      /\b(?:endpoint|route|url|api|call|request|http|rest|existing|current|lists?|listing|returns?|fetch(?:es)?|reads?|gets?|shows?|gives?|creates?|adds?|deletes?|removes?|updates?|changes?|one|single|already|serves?|path)s?\b/giu,
    rows: ({ project }, question) =>
      (project === undefined ? [] : existingFacts(project, 'endpoint')).filter(({ name }) =>
        fitsMethod(name, question),
      ),
  },
  {
    id: 'table',
    asks: /\b(?:which|what|is there an?|do we have an?)\s+(?:(?:existing|current|database|sql|the)\s+)*tables?\b(?!\s+(?:columns?|should|must|needs?|will|do we need|are needed|to (?:add|create)))/iu,
    asking:
      /\b(?:tables?|database|sql|existing|current|holds?|stores?|keeps?|contains?|rows?|records?|data|already|saves?)\b/giu,
    rows: ({ project }) => (project === undefined ? [] : existingFacts(project, 'table')),
  },
  {
    id: 'command',
    asks: /\b(?:(?:which|what)\s+(?:(?:npm|make|package|build)\s+)?(?:commands?|scripts?|targets?|tasks?)\b(?!\s+(?:should|must|will|do we need))|how (?:do|does|can|should) (?:we|you|one|i|the (?:agent|team))\b)/iu,
    asking:
      /\b(?:npm|make|package|commands?|scripts?|targets?|tasks?|runs?|starts?|executes?|applies|apply|does|used|project|code|repository|repo|whole|locally|server|app|we|you|one|checks?)\b/giu,
    rows: ({ project }) => (project === undefined ? [] : existingFacts(project, 'command')),
  },
  {
    id: 'setting',
    asks: /\b(?:which|what)\s+(?:(?:is|are)\s+)?(?:the\s+)?(?:name of the\s+)?(?:ports?|environment variables?|env(?:ironment)? vars?|env variables?|settings?|config(?:uration)? (?:keys?|settings?|options?|variables?)|variables?)\b/iu,
    asking:
      /\b(?:environment|env|vars?|variables?|settings?|config(?:uration)?|keys?|options?|holds?|sets?|contains?|names?|defines?|decides?|controls?|listens?|server|service|http|used|on|tells?|gives?|default)\b/giu,
    rows: (context) => declared(context, 'env-var', 'config-key'),
    withDetail: true,
  },
  {
    id: 'component',
    asks: /\b(?:is there|do we (?:already )?have|does the (?:app|product|workspace|project|library) (?:already )?have)\s+(?:already\s+)?an?\b.{0,40}\bcomponents?\b/iu,
    asking: /\b(?:already|existing|ui|components?|react|use|reuse|reusable|library)\b/giu,
    rows: ({ stack }) =>
      stack.uiComponents.map(({ name, evidence, line }) => ({
        ...{ what: 'component', name, detail: '', path: evidence, line },
      })),
  },
];

/** More than these are a list to choose from, not an answer. */
const mostAnswers = 3;

/** Things of the workspace that a question asks for by naming what they are about. */
export function listedFacts(question: string, context: WorkspaceContext): readonly WorkspaceAnswer[] {
  for (const { asks, asking, rows, withDetail } of lists) {
    if (!asks.test(question) || isOpenToChange(question)) continue;
    const stems = namedIn(question, asking);
    const found = rowsNaming(rows(context, question), stems, withDetail);
    if (found.length > 0 && found.length <= mostAnswers)
      return found.map(({ name, detail, path, line }) => ({
        text: detail === '' || withDetail !== true ? name : `${name}: ${detail}`,
        path,
        line,
      }));
  }
  return [];
}

const verbs: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:creates?|adds?|invites?|registers?|submits?)\b/iu, /^(?:POST|PUT|ANY) /u],
  [/\b(?:deletes?|removes?)\b/iu, /^(?:DELETE|ANY) /u],
  [/\b(?:updates?|changes?|edits?)\b/iu, /^(?:PATCH|PUT|POST|ANY) /u],
  [/\b(?:lists?|returns?|fetch(?:es)?|reads?|gets?|shows?|gives?)\b/iu, /^(?:GET|ANY) /u],
];

function fitsMethod(name: string, question: string): boolean {
  const verb = verbs.find(([word]) => word.test(question));
  return verb === undefined || verb[1].test(name);
}

function declared(context: WorkspaceContext, ...kinds: readonly DeclaredFactKind[]): readonly FactRow[] {
  const facts: readonly DeclaredFact[] = context.documents.flatMap(documentFacts);
  return facts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, name, detail, path, line }) => ({ what: kind, name, detail, path, line }));
}
