import { isNegated } from '../../checks/decisions/chosen';
import { technologiesIn } from '../../workspace/stack/technologies';
import type { WorkspaceContext } from '../../workspace/context';
import { technologiesInUse, type TechnologyInUse } from '../answered/technologies-in-use';
import { said, type Conflict } from './conflict';
import { conflictPhrases } from '../../language/conflict-phrases';
import type { SourceLine } from './source-lines';

/** Words before a name that make it somebody else's, a comparison, or a thing to be read from. */
const elsewhere =
  /\b(?:from|import(?:s|ed|ing)?|like|such as|e\.g\.|for example|instead of|replac\w+|unlike|than|besides|except|apart from|beyond|customers?['’]?s?|third[- ]party|legacy|old|previous|competitor\w*|export(?:s|ed)? to|migrat\w+ (?:off|away)|connect\w* to|integrat\w+ with|compatible with|or|not|never|no|nor|without|and not|drop\w*|remov\w+)\W+(?:\w+\W+){0,3}$/iu;
/** What makes a name that is also a word a technology. */
const technical =
  /(?:\b(?:in|on|with|via|use|uses|using|through|by)\s+(?:the\s+)?$|\b(?:framework|database|library|tool|server|backend|frontend)\s+$)/iu;
const technicalAfter =
  /^\s+(?:\d|(?:framework|database|server|backend|frontend|front-end|back-end|app|application|client|service|library|components?|tables?|code|handlers?|migrations?)\b)/iu;

/** What databases do beside keeping what must last: beside one that does not, they are no second one for the same. */
const purposes: Readonly<Record<string, string>> = {
  Redis: 'cache',
  Memcached: 'cache',
  Elasticsearch: 'search engine',
  InfluxDB: 'time series database',
  Neo4j: 'graph database',
};

function purposeOf(name: string): string | null {
  return purposes[name] ?? null;
}

const areas: Readonly<Record<string, string>> = {
  database: 'data',
  cache: 'data',
  ORM: 'data',
  'migration tool': 'data',
  'UI library': 'ui',
  'message broker': 'integration',
};

const versionBehind =
  /^(?:\.js)?\s+(?:version\s+)?v?(\d+(?:\.\d+){0,2})(?![\w%]|\.\d|\s*(?:ms|s|%|days?|hours?|minutes?|items?)\b)(\s*(?:\+|or (?:newer|later|higher|above)|and (?:newer|later|above)))?/iu;
const leastBefore = /(?:>=|≥|at least|minimum|min\.?|from|since|or newer)\s*(?:the\s+)?$/iu;

/** A technology where another one is in use for the same, and a version that differs from the one in use. */
export function* technologyConflicts(
  lines: readonly SourceLine[],
  context: WorkspaceContext,
): Iterable<Conflict> {
  const inUse = technologiesInUse(context);
  const reported = new Set<string>();
  for (const { text, line } of lines) {
    for (const { technology, text: written, index } of technologiesIn(text)) {
      const { name, facet, isWord } = technology;
      const before = text.slice(Math.max(0, index - 60), index);
      const after = text.slice(index + written.length);
      if (elsewhere.test(before) || isNegated(text, index)) continue;
      const used = inUse.find((one) => one.facet === facet && one.name === name);
      const version = versionBehind.exec(after);
      if (used !== undefined) {
        const asked = version?.[1];
        if (asked === undefined || used.version === null) continue;
        const least = version?.[2] !== undefined || leastBefore.test(before);
        if (fits(used.version, asked, least) || reported.has(`${name} ${asked}`)) continue;
        reported.add(`${name} ${asked}`);
        yield versionConflict(line, name, asked, used);
        continue;
      }
      const others = inUse.filter((one) => one.facet === facet && purposeOf(one.name) === purposeOf(name));
      if (others.length === 0 || reported.has(name)) continue;
      if (isWord && !isTechnical(before, after)) continue;
      // A product has several languages; only one that is to be written in is a choice.
      if (facet === 'language' && !/\b(?:in|use|uses|using)\s+(?:the\s+)?$/iu.test(before)) continue;
      reported.add(name);
      yield { ...otherTechnology(line, name, purposeOf(name) ?? facet, others), overrules: written };
    }
  }
}

function isTechnical(before: string, after: string): boolean {
  return technical.test(before) || technicalAfter.test(after);
}

/** Whether a text speaks of the technology of that name: "express delivery" and "Users go there" speak of none. */
export function speaksOf(text: string, name: string): boolean {
  const [meant] = technologiesIn(name);
  return technologiesIn(text).some(
    ({ technology, text: written, index }) =>
      technology === meant?.technology &&
      (!technology.isWord || isTechnical(text.slice(0, index), text.slice(index + written.length))),
  );
}

function otherTechnology(
  line: number,
  name: string,
  purpose: string,
  others: readonly TechnologyInUse[],
): Conflict {
  const there = others.map(({ text }) => text).join(', ');
  return {
    subject: `${purpose} ${name}`,
    area: areas[purpose] ?? 'architecture',
    blocking: true,
    line,
    text: said(conflictPhrases.otherTechnology, name, String(line), said(purpose), there),
    why: conflictPhrases.otherTechnologyWhy,
    options: [
      said(conflictPhrases.keepTo, there),
      said(conflictPhrases.introduce, name),
      said(conflictPhrases.replaceWith, name),
    ],
    shown: others,
  };
}

function versionConflict(line: number, name: string, asked: string, used: TechnologyInUse): Conflict {
  return {
    subject: `version ${name} ${asked}`,
    area: 'compatibility',
    blocking: true,
    line,
    text: said(conflictPhrases.otherVersion, name, asked, String(line), used.text),
    why: conflictPhrases.otherVersionWhy,
    options: [said(conflictPhrases.keep, used.text), said(conflictPhrases.moveTo, name, asked)],
    overrules: `${name} ${asked}`,
    shown: [used],
  };
}

/** Compared as far as the source states it: `19` and `19.1.0` are the same; `19` or newer is met by 20. */
function fits(used: string, asked: string, least: boolean): boolean {
  const [own, other] = [used, asked].map((version) => version.split('.').map(Number));
  for (const [at, wanted] of (other ?? []).entries()) {
    const has = own?.[at];
    if (has === undefined || Number.isNaN(has)) return true;
    if (has !== wanted) return least && has > wanted;
  }
  return true;
}
