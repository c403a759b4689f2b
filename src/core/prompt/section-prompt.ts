import type { Brief } from '../brief/brief';
import type { Finding } from '../checks/finding';
import type { PromptMessage } from '../ports/language-model';
import type { SectionTarget } from '../regenerate/section-target';
import { headingLine } from '../regenerate/heading-line';
import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import { dataFence } from '../text/data-fence';
import { recordedPath } from '../text/path';
import { oneLine } from '../text/said';
import { specPart } from './spec-part';
import { taskPrompt } from './task-prompt';

/** What is asked of a model about sections of a spec. */
export interface SectionOrder {
  readonly spec: SpecDocument;
  /** In document order; one with an index below 0 is missing so far. */
  readonly targets: readonly SectionTarget[];
  /** What is to be mended in them. */
  readonly findings: readonly Finding[];
  /** What a person wants changed, or `''`. */
  readonly instruction: string;
}

/** Of a prompt at most this share is other than in the draft's, where the sections themselves leave room for it. */
const ownShare = 0.1;
/** Bytes of other sections that are shown, where the share is not kept anyway. */
const leastRoom = 2000;
/** For what a server adds to a request, such as names of roles. */
const margin = 300;

/** Asks for sections of a spec anew. It begins with the same bytes as the prompt of the draft. */
export function sectionPrompt(brief: Brief, order: SectionOrder): readonly PromptMessage[] {
  const room = roomBeside(brief, order);
  return taskPrompt(brief, ownPart(brief, order, room < 0 ? leastRoom : room));
}

/** Bytes that a prompt for sections could have more, and still be nine tenths that of the draft; below 0 where it can not. */
export function roomBeside(brief: Brief, order: SectionOrder): number {
  return ownRoom(brief) - sizeOf(ownPart(brief, order, 0));
}

const rooms = new WeakMap<Brief, number>();

/** Bytes that a prompt may have of its own. */
function ownRoom(brief: Brief): number {
  const known = rooms.get(brief);
  if (known !== undefined) return known;
  const shared = taskPrompt(brief, '').reduce((sum, { content }) => sum + sizeOf(content), 0);
  const room = Math.floor((shared * ownShare) / (1 - ownShare)) - margin;
  rooms.set(brief, room);
  return room;
}

/** @param room bytes for sections that are not asked for */
function ownPart(brief: Brief, order: SectionOrder, room: number): string {
  const spec = specPart(order.spec, recordedPath(brief.output), order.targets, room);
  return `${spec}\n\n${orderPart(order)}`;
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function orderPart({ spec, targets, findings, instruction }: SectionOrder): string {
  const one = targets.length === 1;
  const longest = Math.max(shortestQuote, Math.min(longestQuote, Math.floor(quotes / findings.length)));
  return [
    '# Order',
    `Write ${one ? 'this section' : 'these sections'} of the specification anew, with all below ${one ? 'it' : 'them'}:`,
    ...targets.map(
      ({ section, blocks }) =>
        `- \`${headingLine(section)}\`${section.index < 0 ? ' (missing so far)' : ''}${blocks === undefined ? '' : `, of it only: ${blocks.map((name) => `\`${oneLine(name)}\``).join(', ')}`}`,
    ),
    ...(targets.some(({ blocks }) => blocks !== undefined)
      ? [
          'Where only parts of a section are named, write its heading and below it these tasks, list items or table rows alone, each whole and by the same name; a row that is missing so far is new. The rest of it, shown cut short with `…`, stays.',
        ]
      : []),
    ...(findings.length === 0
      ? []
      : [
          'Checks found this wrong in what stands there now; mend it:',
          // They quote the spec.
          dataFence(
            'findings',
            {},
            findings.map((finding) => findingLine(finding, spec, longest)).join('\n'),
          ),
        ]),
    ...(instruction.trim() === '' ? [] : ['What is wanted of the new text:', instruction.trim()]),
    'Keep what is right. Stay consistent with the other sections: they are not changed. Use ids of requirements, tasks and questions as they stand there.',
    `Answer with ${one ? 'the section' : 'these sections, in this order,'} alone, in Markdown: ${one ? 'its heading' : 'each heading'} exactly as above, then the text. No other section, no remark, no fence around the answer.`,
  ].join('\n');
}

/** Longest quotation of the line that a finding is about, in characters: a row of a table should be whole. */
const longestQuote = 400;
/** What a line can be found by. */
const shortestQuote = 40;
/** Characters of all quotations together, as far as the shortest ones allow: the lines stand in the sections, too. */
const quotes = 2000;

function findingLine({ message, args, line }: Finding, spec: SpecDocument, longest: number): string {
  // In English whatever the editor's language is: the model is addressed in English.
  const text = message.replace(/\{(\d+)\}/gu, (_whole, index: string) => args[Number(index)] ?? '');
  const place = line < 1 ? '' : shortened(oneLine(lineText(spec.lines, line)), longest);
  return `- ${oneLine(text)}${place === '' ? '' : ` It is about: ${place}`}`;
}

/** Cut between words, and seen to be cut. */
function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/(?<!\s)\s+\S*$/u, '')} …`;
}
