import { compile, longest, weight } from '../notation/heading-terms';
import type { Term } from '../notation/heading-terms';
import { normalizeHeading, unnumberedHeading } from '../document/plain-heading';
import { titlePutOff } from '../notation/put-off-title';
import type { FactTopic } from '../source';
import { deferralTerms } from '../vocabulary/deferral-terms';
import { topicTerms } from '../vocabulary/fact-topics';
import {
  headingPhrases,
  lookedAtLater,
  mustNotHappen,
  notYetKnown,
  ownTitleOfAnnex,
} from '../vocabulary/heading-phrases';
import { furtherHeadings } from '../vocabulary/further-headings';
import { meetingHeadings } from '../vocabulary/meeting-headings';
import { headingTerms } from '../vocabulary/section-headings';
import { told } from '../vocabulary/told-headings';
import { singleWordHeadings } from '../vocabulary/single-word-headings';
import { isDeferral, saysLeftOut } from '../vocabulary/leaving-out';
import type { SectionRole } from '../vocabulary/section-roles';

export interface RoleMatch {
  readonly role: SectionRole;
  /** Share of the heading that the matched term makes up, 0 to 1. */
  readonly share: number;
}

/**
 * Least share of a heading whose main word is such a term, though it is a small part of it: "团长后台需求" holds
 * requirements, "信号链模块" and "Необязательные функции" features. The main word stands last, or first in Romance
 * languages and Vietnamese.
 */
const asMainWord: ReadonlyMap<SectionRole, number> = new Map<SectionRole, number>([
  ['requirements', 0.5],
  ['non-functional', 0.5],
  ['features', 0.4],
  ['constraints', 0.4],
]);

const roleTerms = compile(
  [...headingTerms, ...meetingHeadings, ...furtherHeadings].map(
    (entry) => [entry.role, entry.terms] as const,
  ),
);
const topics = compile(Object.entries(topicTerms) as [FactTopic, readonly string[]][]);

const roles = new Map<string, RoleMatch | null>();
const factTopicsByHeading = new Map<string, FactTopic | null>();
const cacheLimit = 5000;

function remember<V>(cache: Map<string, V>, key: string, value: V): V {
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(key, value);
  return value;
}

/** Longest heading that is compared: a longer one is a sentence. */
const longestTitle = 120;

/** `saveSession(id)`, `api.get()`: a heading that is a call in code describes how something is made. "Search(P0)" is none. */
const callSignature = /^(?:[a-z$][a-z\d$]*[A-Z_][\w$]*|[\w$]+(?:\.[\w$]+)+|[\w$]+(?=\(\)))\([^()]*\)/u;

/** "利用者向け": what stands below is meant for somebody, and does not describe them. */
const meantFor = /向け$/u;

/** Role of a heading, or `null` where no term of the vocabulary occurs in it. */
export function roleOfHeading(title: string): RoleMatch | null {
  if (title.length > longestTitle) return null;
  if (callSignature.test(title)) return { role: 'detail', share: 1 };
  const bare = normalizeHeading(unnumberedHeading(title));
  const known = roles.get(bare);
  if (known !== undefined) return known;
  // What stands in brackets explains the heading; it decides only where the rest says nothing.
  const outside = normalizeHeading(unnumberedHeading(title.replace(/[（(][^()（）]*[)）]/gu, ' ')));
  const word = singleWords.get(bare);
  if (word !== undefined) return remember(roles, bare, { role: word, share: 1 });
  if (isClause(bare) && mustNotHappen.some((phrase) => phrase.test(bare)))
    return remember(roles, bare, { role: 'constraints', share: 1 });
  const annexed = inAnnex(title);
  if (annexed !== null) return remember(roles, bare, annexed);
  const deferred = longest(deferral, bare);
  const main = longest(roleTerms, outside);
  const kindOf = beforeColon(title);
  if (kindOf !== null) return remember(roles, bare, kindOf);
  if (isClause(bare) && notYetKnown.some((phrase) => phrase.test(bare)))
    return remember(roles, bare, { role: 'aside', share: 1 });
  if (isClause(bare) && told.some((phrase) => phrase.test(bare)))
    return remember(roles, bare, { role: 'aside', share: 1 });
  if (isClause(bare) && lookedAtLater.some((phrase) => phrase.test(bare)))
    return remember(roles, bare, { role: 'measure', share: 1 });
  if ([bare, outside].some((text) => isClause(text) && saysLeftOut(text)) || isPutOff(title))
    return remember(roles, bare, { role: 'excluded', share: 1 });
  if (deferred !== null && main?.value !== 'excluded')
    return remember(roles, bare, { role: 'excluded', share: 1 });
  const said = isClause(bare) ? roleOfClause(bare) : null;
  if (said !== null) return remember(roles, bare, { role: said, share: 1 });
  const bracketed = main !== null && main.length * 2 < weight(outside) ? inBrackets(title) : null;
  if (bracketed !== null) return remember(roles, bare, bracketed);
  const compared = main === null ? bare : outside;
  const match = main ?? longest(roleTerms, bare);
  if (match === null || (meantFor.test(outside) && match.value === 'context'))
    return remember(roles, bare, null);
  const named = firstNamed(title, adjusted(match, compared));
  return remember(roles, bare, onBothSides(title, named) ?? named);
}

/** "Appendix A: Functional requirements": an annex whose own title says plainly that what is demanded stands there. */
function inAnnex(title: string): RoleMatch | null {
  const own = ownTitleOfAnnex.exec(title)?.[1];
  const match = own === undefined ? null : roleOfHeading(own);
  return match !== null && demanding.has(match.role) && match.share >= 0.8 ? { ...match, share: 1 } : null;
}

const demanding: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...(['requirements', 'non-functional', 'stories', 'use-cases'] as const),
]);

/** "Open questions / unresolved issues": what says the same twice says it clearly. */
function onBothSides(title: string, { role, share }: RoleMatch): RoleMatch | null {
  const parts = title.split(/\s[/／|]\s/u);
  if (share >= clearly || parts.length !== 2) return null;
  const both = parts.every((part) => {
    const match = roleOfHeading(part);
    return match !== null && match.role === role && match.share >= 0.5;
  });
  return both ? { role, share: clearly } : null;
}

/** Share of a heading that leaves no doubt. */
const clearly = 0.9;

/** "What has to be true at launch (requirements)": where the heading hardly says what it is, a word in brackets does. */
function inBrackets(title: string): RoleMatch | null {
  const inside = /[（(]\s*([^()（）]{2,40})[)）]\s*$/u.exec(title)?.[1] ?? '';
  const text = normalizeHeading(unnumberedHeading(inside));
  const match = longest(roleTerms, text);
  return match !== null && match.length >= weight(text) * 0.8 && collected.has(match.value)
    ? { role: match.value, share: 0.8 }
    : null;
}

/** Longest heading that is read as a clause, in characters. */
const longestClause = 60;

function isClause(heading: string): boolean {
  return heading.length <= longestClause;
}

/** Role of a heading that says in a clause what stands below it. */
function roleOfClause(heading: string): SectionRole | null {
  return (
    headingPhrases.find(({ patterns }) => patterns.some((pattern) => pattern.test(heading)))?.role ?? null
  );
}

/** A match seen as part of the whole heading: which word is the main one, and how much of the heading it makes up. */
function adjusted(match: Term<SectionRole>, heading: string): RoleMatch {
  const share = Math.min(1, match.length / Math.max(1, weight(heading)));
  const least = isMainWord(match, heading) ? (asMainWord.get(match.value) ?? 0) : 0;
  // "Optional features" never is one itself, as "the search feature" may be.
  const floor = least > 0 && isPlural(match) ? Math.max(least, 0.5) : least;
  if (floor > share) return { role: match.value, share: floor };
  // "User interface requirements" are requirements on the interface, not a description of it.
  if (describing.has(match.value) && demandsOn(match, heading)) return { role: 'features', share: 0.8 };
  return { role: match.value, share };
}

function isPlural({ text, inner }: Term<SectionRole>): boolean {
  return !inner && /(?:s|en|и|ы|я) $/u.test(text);
}

/** "界面需求", "画面ごとの要件": behind what is described stands that this is what is demanded of it. */
function demandsOn({ text, inner }: Term<SectionRole>, heading: string): boolean {
  if (!inner) return requirementHead.test(heading);
  return ['需求', '要求', '要件', '요구사항', '요구 사항'].some(
    (head) => heading.endsWith(head) && !text.endsWith(head),
  );
}

function isMainWord({ text, inner }: Term<SectionRole>, heading: string): boolean {
  if (inner) return heading.endsWith(text);
  const spaced = ` ${heading} `;
  return spaced.startsWith(text) || spaced.endsWith(text);
}

/** "页面结构与功能说明": of a description and requirements joined, the requirements are what is looked for. */
function withRequirements(title: string, match: RoleMatch): RoleMatch {
  if (match.role !== 'design') return match;
  const parts = title.split(joined).map((part) => normalizeHeading(unnumberedHeading(part)));
  if (parts.length < 2) return match;
  for (const part of parts) {
    const named = longest(roleTerms, part);
    if (named !== null && collected.has(named.value) && named.length >= weight(part) * 0.8)
      return { role: named.value, share: 0.6 };
  }
  return match;
}

/** "User stories and acceptance criteria": of two things joined, the first holds the second. */
function firstNamed(title: string, match: RoleMatch): RoleMatch {
  if (match.role !== 'acceptance') return withRequirements(title, match);
  const parts = title.split(joined);
  const first = parts[0];
  if (first === undefined || parts.length < 2) return match;
  const text = normalizeHeading(unnumberedHeading(first));
  const before = longest(roleTerms, text);
  const share = before === null ? 0 : before.length / Math.max(1, weight(text));
  return before !== null && share >= 0.5 && collected.has(before.value)
    ? { role: before.value, share }
    : match;
}

/** Words too short to be looked for inside a heading, where they are all of it. */
const singleWords = new Map<string, SectionRole>(
  singleWordHeadings.flatMap(({ role, terms }) =>
    terms.map((term) => [normalizeHeading(term), role] as const),
  ),
);

const joined = /(?:(?<!\s)\s+)?[&/+,、，]\s*|\s(?:and|et|e|y|und|и|và|with|com|con|avec)\s|[与和及と]|및/u;
const collected: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'requirements',
  'non-functional',
  'stories',
  'use-cases',
  'features',
]);
const describing: ReadonlySet<SectionRole> = new Set<SectionRole>(['design', 'context', 'detail']);
const requirementHead =
  /\b(?:requirements?|anforderungen)$|^(?:requisitos|requerimientos|exigences|требования|yeu cau)(?= )/u;

/** "Stretch features (future)", "Descartado / fuera de alcance": a remark or an alternative that puts off or leaves out. */
function isPutOff(title: string): boolean {
  if (titlePutOff(title) !== null) return true;
  const parts = title.split(/(?:(?<!\s)\s+)?[/／|]\s*/u);
  if (parts.length === 2 && parts.some((part) => isWholly(part, 'excluded'))) return true;
  // "Parked, maybe next year": each part puts off by itself.
  const clauses = title.split(/(?:(?<!\s)\s+)?[,;:，、；：–—]\s*/u).filter((part) => part !== '');
  return clauses.length > 1 && clauses.every((part) => isWholly(part, 'excluded') || isDeferral(part));
}

function isWholly(text: string, role: SectionRole): boolean {
  const heading = normalizeHeading(unnumberedHeading(text));
  if (singleWords.get(heading) === role || (role === 'excluded' && saysLeftOut(heading))) return true;
  const match = longest(roleTerms, heading);
  return match?.value === role && match.length >= weight(heading) * 0.8;
}

/** `Phase 1: Foundation`, `Scenario: empty cart`: what stands before the colon says what the heading is. */
function beforeColon(title: string): RoleMatch | null {
  const before = /^([^:：]{2,40}?)\s*\d{0,3}[:：]\s*\S/u.exec(unnumberedHeading(title))?.[1];
  if (before === undefined) return null;
  const text = normalizeHeading(before.replace(/\d+/g, ' '));
  const match = longest(roleTerms, text);
  if (match === null || match.length < weight(text) * 0.9 || !decidedByLabel.has(match.value)) return null;
  return { role: match.value, share: 1 };
}

const decidedByLabel: ReadonlySet<SectionRole> = new Set([
  'acceptance',
  'excluded',
  'aside',
  'annex',
  'context',
  'detail',
]);

/** Words that postpone whatever the heading names, wherever they stand in it, brackets included. */
const deferral = compile([['excluded' as const, deferralTerms]]);

/** Topic of a heading for facts, or `null`. */
export function topicOfHeading(title: string): FactTopic | null {
  if (title.length > longestTitle) return null;
  const bare = normalizeHeading(unnumberedHeading(title));
  const known = factTopicsByHeading.get(bare);
  if (known !== undefined) return known;
  return remember(factTopicsByHeading, bare, longest(topics, bare)?.value ?? null);
}
