import { detectLanguage } from '../../language/detect-language';
import { parseSpec } from '../../spec/parse-spec';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import type { ContextDocument } from '../../workspace/context';
import { oncePerDocument } from '../../workspace/documents/once-per-document';
import { specStatus } from '../../workspace/documents/spec-status';
import { termsOf } from '../../workspace/relevance/terms';
import { readRuleFrontMatter } from '../../workspace/documents/rule-front-matter';
import { isWithin } from '../../spec/place';
import { technologiesIn } from '../../workspace/stack/technologies';
import { outcomeColumn, rejectionColumn } from '../../spec/vocabulary/columns';

/** Something that a decision record or research note turned down. */
export interface Rejection {
  /** Names by which it is known, in lower case: a technology, an acronym, a name of its own. */
  readonly names: readonly string[];
  /** A word alone of a record in German, in lower case, which may be a name or any noun: what is used without an article is a name. */
  readonly noun: string | null;
  /** Stems of the two or three words that describe it, where it has no name: `fixed lifetimes`, `soft deletes`. */
  readonly words: readonly string[];
  /** As the document calls it. */
  readonly what: string;
  /** Why, shortened; empty where the document does not say. */
  readonly reason: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

const rejectedHeading =
  /(?<![\p{L}\p{N}])(?:rejected|not recommended|not chosen|discarded|ruled out|we do not|verworfen\p{L}*|abgelehnt\p{L}*|nicht empfohlen|rechazad[oa]s?|descartad[oa]s?|rejeitad[oa]s?|rejetée?s?|écartée?s?)(?![\p{L}\p{N}])|отклонен|отвергнут|bị từ chối|被否决|已否决|不采用|不推荐|却下|不採用|기각|채택하지/iu;
const rejectedValue =
  /^[^\p{L}\p{N}]*(?:rejected|not recommended|not chosen|discarded|no|verworfen|abgelehnt|rechazad[oa]|rejeitad[oa]|rejetée?)\b|否决|却下|기각/iu;
const turnedDown =
  /^[^\p{L}\p{N}]*(?:rejected|superseded|deprecated|verworfen|abgelehnt|ersetzt|rechazad[oa]|rejeitad[oa]|rejetée?|отклонен\p{L}*)(?!\p{L})/iu;
const sentence =
  /^(?:we (?:do not|don't) recommend|not recommended:|rejected:)\s+(.{3,120})|^(.{3,80}?)\s+(?:(?:is|was|were|are) (?:rejected|not recommended|ruled out|discarded))\b(.*)/iu;
/** `JWT`, `SSE`, `GraphQL`, `WebSocket`, `UUIDv4`: what is written as a name is one. */
const properName =
  /(?<![\p{L}\p{N}_])(?:\p{Lu}{2,}\p{L}*\d*|\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Lu}\p{Ll}+[A-Z]\p{L}*)(?![\p{L}\p{N}_])/gu;
/** `rrule`, `react-beautiful-dnd`, `@hello-pangea/dnd`: alone and in small letters, where prose has a capital, it is a package. */
const packageName = /^(?:@[a-z\d-]+\/)?[a-z][a-z\d]*(?:[-._/][a-z\d]+)*$/u;
/** `Consul`, `S3`: alone, with a capital that the same word never lacks in the document. */
const loneName = /^\p{Lu}(?:\p{Ll}{3,}|\p{L}{0,3}\d{1,2})$/u;
/** Acronyms that name no choice of one thing against another. */
const common = new Set(
  'api http https url uri sql id ids ui ux ttl json html css pk fk utc adr prd mvp ci cd os cpu ram ok ip dns tls post get put patch delete head sla cto ceo db bytea text uuid jsonb boolean ddl crud referer'.split(
    ' ',
  ),
);

/** What a heading calls those it lists: "Rejected alternatives". */
const listWords = new Set(
  'alternative alternatives option options approach approaches idea ideas design designs solution solutions proposal proposals choices candidates alternativen optionen ansätze lösungen varianten vorschläge alternativas opciones soluciones propuestas opções soluções propostas approches pistes propositions'.split(
    ' ',
  ),
);

/** Words of a record in German, where every noun has a capital. */
const germanVerdict = /(?<!\p{L})(?:verworfen|abgelehnt|nicht empfohlen)/iu;

/** Words that name nothing by themselves. */
const small = new Set(
  'a an the of for in on to with and or by per as at its their our each every own one new any all no not is are was were it this that from into over under between'.split(
    ' ',
  ),
);
/** More words than these are a sentence about a thing rather than its name. */
const mostNameWords = 3;

/** What a document turned down: nothing but decision records and research notes does. Read once for each document. */
export function rejectionsOf(document: ContextDocument): readonly Rejection[] {
  return document.kind === 'decision' || document.kind === 'research' ? rejectionsOnce(document) : [];
}

const rejectionsOnce = oncePerDocument(readRejections);

/** Whether a record's own status says that it was rejected or superseded. */
export function isTurnedDown(text: string): boolean {
  const status = specStatus(readRuleFrontMatter(text));
  return status !== null && turnedDown.test(status);
}

function readRejections({ path, text, kind, title }: ContextDocument): readonly Rejection[] {
  const spec = parseSpec(text);
  const add = (what: string, reason: string, line: number): readonly Rejection[] => {
    const names = namesIn(what, text);
    const noun = names.length > 0 ? null : germanNoun(what, text);
    const words = names.length > 0 ? [] : wordsOfName(what);
    return names.length + words.length === 0 && noun === null
      ? []
      : [
          {
            names,
            noun,
            words,
            what: oneLine(what).replace(/[.:：。]$/u, ''),
            // What is left of a sentence begins with what joined it to the rest.
            reason: oneLine(reason.replace(/^[\s,;:–—-]+/u, '')),
            path,
            line,
          },
        ];
  };
  // What a record that was turned down turned down itself may be chosen by now.
  if (kind === 'decision' && isTurnedDown(text)) {
    const what = title.replace(/^(?:ADR[- ]?)?\d+[.:]?\s*/iu, '');
    return add(what, specStatus(readRuleFrontMatter(text)) ?? '', 1);
  }
  const holders = spec.sections.filter(({ name }) => rejectedHeading.test(name));
  // What stands below an option's own heading is about that option.
  const lists = holders.filter(({ name }) => !isOption(name));
  return [
    ...fromHeadings(spec, holders, add),
    ...fromItems(spec, lists, add),
    ...fromTables(spec, lists, add),
    ...fromSentences(spec, add),
  ];
}

type Add = (what: string, reason: string, line: number) => readonly Rejection[];

/** `### Redis (rejected)`, or a heading below `## Rejected`. */
function fromHeadings(spec: SpecDocument, holders: readonly SpecSection[], add: Add): readonly Rejection[] {
  return spec.sections.flatMap((section) => {
    const below = holders.some((holder) => holder !== section && isWithin(spec, section.index, holder));
    if (!below && !holders.includes(section)) return [];
    const reason = spec.paragraphs.find((paragraph) => paragraph.section === section.index)?.text ?? '';
    return add(bareName(section.name), reason, section.line);
  });
}

const optionLead = /^[^\p{L}\p{N}]*(?:option|alternative)\s*\w{1,2}\s*[:.–-]\s*/iu;

/** A heading without the mark that it is an option, and without the verdict. */
function bareName(heading: string): string {
  return heading.replace(optionLead, '').replace(rejectedHeading, ' ');
}

/** Whether a heading with a verdict names one option, rather than opens a list of those that were turned down. */
function isOption(heading: string): boolean {
  return optionLead.test(heading) || namesIn(bareName(heading)).length > 0;
}

/** Introduces what speaks for and against an option. */
const weighing =
  /^[^\p{L}\p{N}]*(?:pros?|cons?|advantages?|disadvantages?|benefits?|drawbacks?|strengths?|weaknesses|trade-?offs?|upsides?|downsides?|vorteile|nachteile|ventajas|desventajas|vantagens|desvantagens|avantages|inconvénients|плюсы|минусы|优点|缺点|利点|欠点|장점|단점)(?:\s+(?:and|und|y|e|et|&)\s+\S+)?[^\p{L}\p{N}]*$/iu;

/** Lines of the items in lists that such a word introduces. */
function linesOfWeighing(spec: SpecDocument): ReadonlySet<number> {
  const introductions = spec.paragraphs.filter(({ text }) => weighing.test(text));
  const lines = new Set<number>();
  for (const { endLine } of introductions) {
    const next = spec.listItems.find(({ line }) => line > endLine);
    if (next === undefined || next.line > endLine + 2) continue;
    let last = next.line;
    for (const { line, endLine: end, section } of spec.listItems) {
      if (line < next.line || section !== next.section || line > last + 1) continue;
      lines.add(line);
      last = Math.max(last, end);
    }
  }
  return lines;
}

/** `- **Redis with a time to live.** An expired key is gone.` */
function fromItems(spec: SpecDocument, holders: readonly SpecSection[], add: Add): readonly Rejection[] {
  const weighed = linesOfWeighing(spec);
  return spec.listItems
    .filter(
      ({ depth, section, line }) =>
        depth === 0 && !weighed.has(line) && holders.some((holder) => isWithin(spec, section, holder)),
    )
    .flatMap(({ text, raw, line }) => {
      const bold = /^\s*(?:\*\*|__)(.{2,120}?)(?:\*\*|__)/u.exec(raw)?.[1]?.replace(/[`*]/gu, '');
      const lead =
        bold ??
        /^.{2,120}?(?=[:：.]\s|\s[–—-]\s|,|\s(?:because|since|weil|porque)\s|$)/u.exec(text)?.[0] ??
        '';
      return add(lead, text.slice(Math.min(text.length, lead.length)).replace(/^[\s.:：–—,-]+/u, ''), line);
    });
}

/** Rows of tables below such a heading, with a reason for rejection, or with an outcome that says so. */
function fromTables(spec: SpecDocument, holders: readonly SpecSection[], add: Add): readonly Rejection[] {
  return spec.tables.flatMap(({ section, header, rows }) => {
    const reason = header.findIndex(({ text }) => rejectionColumn.test(text));
    const outcome = header.findIndex(({ text }, index) => index > 0 && outcomeColumn.test(text.trim()));
    const below = holders.some((holder) => isWithin(spec, section, holder));
    return rows.flatMap((row) => {
      const said = row[reason]?.text.trim() ?? '';
      const isRejected =
        below ||
        (outcome !== -1 && rejectedValue.test(row[outcome]?.text ?? '')) ||
        (said !== '' && !/^[-–—]$|chosen|accepted|n\/a/iu.test(said));
      if (!isRejected) return [];
      const last =
        said === ''
          ? row
              .slice(1)
              .map(({ text }) => text)
              .filter(Boolean)
              .join('; ')
          : said;
      return add(row[0]?.text ?? '', last, row[0]?.line ?? 1);
    });
  });
}

function fromSentences(spec: SpecDocument, add: Add): readonly Rejection[] {
  return [...spec.paragraphs, ...spec.listItems].flatMap(({ text, line }) =>
    text.split(/(?<=[.!?])\s+|\n/u).flatMap((said, index, all) => {
      if (said.length > 400) return [];
      const match = sentence.exec(said);
      const what = match?.[1] ?? match?.[2];
      return what === undefined
        ? []
        : add(what.replace(/[.].*/su, ''), match?.[3]?.trim() || (all[index + 1] ?? said), line);
    }),
  );
}

function namesIn(text: string, document = ''): readonly string[] {
  const found = technologiesIn(text).map(({ technology }) => technology.name.toLowerCase());
  const proper = [...text.matchAll(properName)]
    .map(([name]) => name.toLowerCase())
    .filter((name) => !common.has(name));
  const alone = text.replace(/[`*:：]/gu, '').trim();
  const named =
    alone.length > 2 && packageName.test(alone) && !common.has(alone) && !listWords.has(alone) ? [alone] : [];
  const [lead = ''] = alone.split(/[,;]\s|\s[–—(-]/u);
  const lone = document !== '' && isLoneName(lead, document) ? [lead.toLowerCase()] : [];
  return [...new Set([...found, ...proper, ...named, ...lone])];
}

function isLoneName(word: string, document: string): boolean {
  const lower = word.toLowerCase();
  if (!loneName.test(word) || listWords.has(lower)) return false;
  if (new RegExp(`(?<![\\p{L}\\p{N}])${lower}`, 'u').test(document)) return false;
  return /\d/u.test(word) || !isGerman(document);
}

function germanNoun(text: string, document: string): string | null {
  const alone = text.replace(/[`*:：]/gu, '').trim();
  return loneName.test(alone) && isGerman(document) ? alone.toLowerCase() : null;
}

function isGerman(document: string): boolean {
  return germanVerdict.test(document) || detectLanguage(document) === 'de';
}

/** `Fixed lifetimes`: the stems of a short description, in its order; empty for one word and for a sentence. */
function wordsOfName(text: string): readonly string[] {
  const said = text.replace(/\([^()]*\)/gu, ' ').match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  const telling = said.filter((word) => !small.has(word.toLowerCase()));
  if (telling.length < 2 || telling.length > mostNameWords || said.length > mostNameWords + 1) return [];
  return telling.flatMap((word) => termsOf(word).map(({ stem }) => stem)).slice(0, mostNameWords);
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}
