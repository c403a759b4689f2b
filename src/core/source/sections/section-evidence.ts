import { isToldAs } from './audience';
import type { Block, Section } from '../document/document-model';
import { labelDepth } from '../document/document-model';
import { isSentence, leadsToDemands } from './judge-bullets';
import { unnumberedHeading } from '../document/plain-heading';
import { qualityTopics } from './quality-topics';
import type { FactTopic } from '../source';
import { states } from '../notation/statement';
import { namesAction, namesArea } from '../vocabulary/capability-names';
import { forbids, never } from '../vocabulary/modality';
import { stepInTime } from '../vocabulary/phase-words';
import { actorDemand, modal, obligation } from '../vocabulary/story-phrases';

/** A section as the signs see it. */
interface Seen {
  readonly title: string;
  readonly topic: FactTopic | null;
  /** What its bullets and rows say. */
  readonly statements: readonly string[];
  /** Paragraphs in front of a list that end in a colon. */
  readonly leadIns: readonly string[];
  /** Its other paragraphs. */
  readonly prose: readonly string[];
}

/** One thing to be seen in a section, and how much it says. */
interface Sign {
  readonly weight: number;
  /** How far it is there, 0 to 1. */
  readonly seen: (section: Seen) => number;
}

/**
 * What speaks for a section that no vocabulary knows stating requirements (weights above 0), and what against it. Names
 * are for whoever tunes them.
 */
const signs: Readonly<Record<string, Sign>> = {
  'its bullets oblige or let somebody do something': {
    weight: 2.4,
    seen: ({ statements }) => share(statements, (text) => obligation.test(text)),
  },
  'its bullets open with who does it': {
    weight: 0.8,
    seen: ({ statements }) => share(statements, (text) => actorDemand.test(text)),
  },
  'its bullets open with something that can be done': {
    weight: 1.8,
    seen: ({ statements }) => share(statements, (text) => namesAction.test(nameOf(text)) || modal.test(text)),
  },
  'its bullets are whole sentences': {
    weight: 1.2,
    seen: ({ statements }) => share(statements, isSentence),
  },
  'its bullets forbid, or say what never is': {
    weight: 1.2,
    seen: ({ statements }) =>
      share(statements, (text) => text.search(forbids) >= 0 || text.search(never) >= 0),
  },
  'what leads to its list obliges': {
    weight: 2.2,
    seen: ({ leadIns }) => (leadIns.some(leadsToDemands) ? 1 : 0),
  },
  'its paragraphs oblige': {
    weight: 1.4,
    seen: ({ prose, statements }) =>
      statements.length > 0 ? 0 : share(prose, (text) => obligation.test(text)),
  },
  'it is about a quality': {
    weight: 2,
    seen: ({ topic }) => (topic !== null && qualityTopics.has(topic) ? 1 : 0),
  },
  'its title names something that can be done, or an area of the product': {
    weight: 0.6,
    seen: ({ title }) => (namesAction.test(title) || namesArea.test(title) ? 1 : 0),
  },
  'its title says who wants what stands below': {
    weight: 1.6,
    seen: ({ title, statements }) => (statements.length > 0 && isToldAs(title) ? 1 : 0),
  },
  'its topic is told, not demanded': {
    weight: -2.5,
    seen: ({ topic }) => (topic !== null && told.has(topic) ? 1 : 0),
  },
  'its title asks why': {
    weight: -2.5,
    seen: ({ title }) => (asksWhy.test(title) ? 1 : 0),
  },
  'its title says when': {
    weight: -1.5,
    seen: ({ title }) => (stepInTime.test(title) ? 1 : 0),
  },
  'its bullets say when': {
    weight: -2.5,
    seen: ({ statements }) =>
      share(statements, (text) => stepInTime.test(text) || versionFirst.test(text) || timeOfDay.test(text)),
  },
  'its bullets ask': {
    weight: -4,
    seen: ({ statements }) => share(statements, (text) => /[?？]/u.test(text)),
  },
  'its bullets are values': {
    weight: -1.6,
    seen: ({ statements }) => share(statements, isValue),
  },
  'its bullets are words': {
    weight: -1.2,
    seen: ({ statements }) => share(statements, isWord),
  },
  'its bullets are code, paths or dates': {
    weight: -3,
    seen: ({ statements }) => share(statements, (text) => technical.test(text)),
  },
};

/** Topics by which a section tells of the product, its making or its market. */
const told: ReadonlySet<FactTopic> = new Set<FactTopic>([
  ...(['summary', 'problem', 'why-now', 'user', 'goal', 'success', 'assumption', 'risk'] as const),
  ...(['open-question', 'decision', 'alternative', 'dependency', 'testing', 'rollout', 'timeline'] as const),
  ...(['term', 'data', 'architecture'] as const),
]);

const asksWhy = /^(?:why|warum|wieso|pourquoi|por ?qu[eé]|почему|зачем|tại sao|vì sao|为什么|为何|なぜ|왜)/iu;

/** Only the beginning of a statement is looked at. */
const reach = 300;

function share(texts: readonly string[], has: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter((text) => has(text)).length / texts.length;
}

/** The name a statement opens with. */
function nameOf(text: string): string {
  return text.replace(/(?<!\s)\s*(?:[(（【[:：]|\s[-–—]\s).*/su, '').trim();
}

/** `Label: value` with a value of few words. */
function isValue(text: string): boolean {
  const value = /^[^:：]{1,40}[:：]\s*(\S.*)$/su.exec(text)?.[1];
  return value !== undefined && value.split(/\s+/).length <= 4 && value.length <= 24;
}

function isWord(text: string): boolean {
  return (
    text.split(/\s+/).length <= 2 && text.length <= (/[\p{Script=Han}\p{Script=Kana}]/u.test(text) ? 5 : 16)
  );
}

const technical =
  /^(?:`[^`]+`|(?:GET|POST|PUT|PATCH|DELETE)\s|https?:|\/\S|[\w-]+\/[\w./-]+|(?:p\d|m\d|day|week|month|q\d|sprint|phase)\b)|\b20\d\d[-/.]\d|->|→/iu;

/** `0.9 — search`, `v1.0 (May): coordinators`. */
const versionFirst = /^v?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\s*(?:[-–—:：(（]|\s)/u;

/** `08:10 The carer cancels`: what happened, or will, at that time. */
const timeOfDay = /^\d{1,2}[:h]\d{2}(?!\d)/u;

/** How far what stands in a section speaks for requirements: above 0 it does. A section that states nothing is 0. */
export function evidenceOf(section: Section): number {
  const seen = see(section);
  if (seen.statements.length + seen.prose.length === 0) return 0;
  return Object.values(signs).reduce((sum, { weight, seen: of }) => sum + weight * of(seen), 0);
}

function see(section: Section): Seen {
  const blocks = blocksOf(section);
  const paragraphs = blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ text }) => text.slice(0, reach));
  return {
    title: unnumberedHeading(section.title),
    topic: section.topic,
    statements: blocks.filter((block) => block.kind === 'item' && states(block)).map(textOf),
    leadIns: paragraphs.filter((text) => /[:：]\s*$/u.test(text)),
    prose: paragraphs.filter((text) => !/[:：]\s*$/u.test(text)),
  };
}

/** Its blocks, those below its labels among them. */
function blocksOf(section: Section): readonly Block[] {
  const labels = section.sections.filter((child) => child.depth >= labelDepth && child.role === null);
  return [...section.blocks, ...labels.flatMap((label) => label.blocks)];
}

function textOf({ text }: Block): string {
  return text.slice(0, reach).replace(/^\[[ xX~-]\]\s*/, '');
}
