import { technologiesIn } from '../../workspace/stack/technologies';
import type { WorkspaceContext } from '../../workspace/context';
import { plainVersion } from '../../workspace/stack/known-packages';
import { oneLine } from '../../text/said';
import { namesAskedFor, namesIn } from './asked-for';
import { declaredLimits } from './declared-limits';
import { documentStatements, isOpenToChange, settlingDocuments } from './document-statements';
import { fileMarks } from './file-marks';
import { libraryRoles } from './library-roles';
import { listedFacts } from './listed-facts';
import { stackTopics } from './stack-topics';
import { statedConventions } from './stated-conventions';
import { technologiesInUse } from './technologies-in-use';
import type { WorkspaceAnswer } from './workspace-answer';

/** Gives what answers a question, or nothing. */
type Resolver = (question: Asked, context: WorkspaceContext) => readonly WorkspaceAnswer[];

interface Asked {
  readonly text: string;
  /** Names of things that it may ask for. */
  readonly names: ReadonlySet<string>;
}

/** From the most to the least certain: what manifests show comes before what documents say. */
const resolvers: readonly Resolver[] = [
  versionInUse,
  choiceInUse,
  ofStack,
  ofLibraries,
  ofFiles,
  ({ text }, context) => listedFacts(text, context),
  ({ text }, context) => declaredLimits(text, context),
  ofConventions,
];

/** Longer questions hold more than one matter. */
const longestQuestion = 400;

/**
 * What the workspace says in answer to a question, each with file and line; nothing where it does not answer it. Only
 * questions for what is there are answered: what a change is to bring is for a person to say.
 *
 * @param question plain text
 */
export function workspaceAnswers(question: string, context: WorkspaceContext): readonly WorkspaceAnswer[] {
  const text = oneLine(question);
  if (text.length > longestQuestion) return [];
  const asked: Asked = { text, names: namesAskedFor(text) };
  for (const resolve of resolvers) {
    const found = resolve(asked, context);
    if (found.length > 0) return found;
  }
  return [];
}

const versionOf =
  /\bversions?\s+of\s+(?:the\s+)?([\w@/.+# -]+?)(?=\s*(?:[?,;:()]|$)|\s+(?:do|does|is|are|should|must|will|to|we|for|in|on|has|have|runs?|used?)\b)|\b(?:which|what)\s+([\w@/.+#-]+(?:\s[\w.+#-]+)?)\s+versions?\b/iu;

function versionInUse({ text: question }: Asked, context: WorkspaceContext): readonly WorkspaceAnswer[] {
  if (isOpenToChange(question) || /\bminimum\b|\bsupport\w*\b/iu.test(question)) return [];
  const found = versionOf.exec(question);
  const name = (found?.[1] ?? found?.[2] ?? '').trim().toLowerCase();
  if (name === '') return [];
  const wanted = technologiesIn(found?.[1] ?? found?.[2] ?? '')[0]?.technology.name;
  const used = technologiesInUse(context).find(
    (one) => one.version !== null && (one.name === wanted || one.name.toLowerCase() === name),
  );
  if (used !== undefined) return [{ text: used.text, path: used.path, line: used.line }];
  const dependency = context.project?.dependencies.find(
    (one) => one.version !== null && one.name.toLowerCase() === name,
  );
  if (dependency === undefined) return [];
  const { version, path, line } = dependency;
  return [{ text: `${dependency.name} ${plainVersion(version) ?? version ?? ''}`, path, line }];
}

const choice = /^(?:should|shall|do|does|will|can|could|would|is|are|may)\b/iu;

/** "MySQL or PostgreSQL?", "Should we use Vue?": one of what does the same is in use. */
function choiceInUse({ text: question }: Asked, context: WorkspaceContext): readonly WorkspaceAnswer[] {
  const named = technologiesIn(question);
  const [first] = named;
  if (first === undefined || isOpenToChange(question)) return [];
  const { facet } = first.technology;
  if (named.some(({ technology }) => technology.facet !== facet)) return [];
  const isChoice =
    (named.length > 1 && /\bor\b|\bvs\.?\b|\//iu.test(question)) ||
    (choice.test(question) &&
      /\b(?:use|using|written in|built (?:with|on|in)|based on|run on)\b/iu.test(question));
  if (!isChoice) return [];
  const inUse = technologiesInUse(context).filter((used) => used.facet === facet);
  const exact = inUse.filter(({ name }) => named.some(({ technology }) => technology.name === name));
  return (exact.length > 0 ? exact : inUse).map(({ text, path, line }) => ({ text, path, line }));
}

const namesByList = new Map<string, readonly string[]>();

/** Whether a question asks for one of the names of a list. */
function asksFor(question: Asked, names: string): boolean {
  const known = namesByList.get(names) ?? namesIn(names);
  namesByList.set(names, known);
  return known.some((name) => question.names.has(name));
}

function ofStack(question: Asked, context: WorkspaceContext): readonly WorkspaceAnswer[] {
  if (isOpenToChange(question.text)) return [];
  for (const { names, asks, unless, facts } of stackTopics) {
    if (!asksFor(question, names) && asks?.test(question.text) !== true) continue;
    if (unless?.test(question.text) === true) continue;
    const found = facts(context);
    if (found.length > 0) return found;
  }
  return [];
}

const mostLibraries = 3;

function ofLibraries(question: Asked, context: WorkspaceContext): readonly WorkspaceAnswer[] {
  const dependencies = context.project?.dependencies ?? [];
  if (isOpenToChange(question.text)) return [];
  for (const { names, packages } of libraryRoles) {
    if (!asksFor(question, names)) continue;
    const wanted = packages.split(', ');
    const found = dependencies.filter(({ name }) => wanted.some((pattern) => isPackage(name, pattern)));
    if (found.length > 0)
      return found.slice(0, mostLibraries).map(({ name, version, path, line }) => ({
        text: [name, plainVersion(version)].filter((part) => part !== null).join(' '),
        path,
        line,
      }));
  }
  return [];
}

function isPackage(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function ofFiles(question: Asked, { files: all }: WorkspaceContext): readonly WorkspaceAnswer[] {
  if (isOpenToChange(question.text)) return [];
  for (const { names, files } of fileMarks) {
    if (!asksFor(question, names)) continue;
    for (const [path, text] of files) {
      const file = all.find((one) => path.test(one));
      if (file !== undefined) return [{ text, path: file, line: 1 }];
    }
  }
  return [];
}

const longestStatement = 240;
const mostStatements = 2;

function ofConventions(question: Asked, context: WorkspaceContext): readonly WorkspaceAnswer[] {
  for (const { names, asks, states } of statedConventions) {
    if (!asksFor(question, names) && !asks.test(question.text)) continue;
    // Whether something new may come in is just what a rule without names is about.
    if (names !== '' && isOpenToChange(question.text)) continue;
    const found = settlingDocuments(context).flatMap((document) =>
      documentStatements(document)
        .filter(({ kind, text }) => kind !== 'heading' && states.test(text))
        .map(({ text, line }) => ({ text: shortened(text), path: document.path, line })),
    );
    if (found.length > 0) return found.slice(0, mostStatements);
  }
  return [];
}

function shortened(text: string): string {
  return text.length > longestStatement ? `${text.slice(0, longestStatement - 1)}…` : text;
}
