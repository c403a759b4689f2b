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
/** Characters of other sections that are shown in any case. */
const leastRoom = 2000;

/** Asks for sections of a spec anew. It begins with the same bytes as the prompt of the draft. */
export function sectionPrompt(brief: Brief, order: SectionOrder): readonly PromptMessage[] {
  const request = orderPart(order);
  const shared = taskPrompt(brief, '').reduce((sum, { content }) => sum + content.length, 0);
  const asked = order.targets.reduce((sum, { section }) => sum + section.end - section.start, 0);
  const own = Math.floor((shared * ownShare) / (1 - ownShare)) - request.length - headingsLength(order.spec);
  const room = Math.max(asked + leastRoom, own);
  const spans = order.targets.map(({ section }) => section);
  const spec = specPart(order.spec, recordedPath(brief.output), spans, room);
  return taskPrompt(brief, `${spec}\n\n${request}`);
}

function headingsLength({ sections }: SpecDocument): number {
  return sections.reduce((sum, { heading, level }) => sum + heading.length + level + 3, 0);
}

function orderPart({ spec, targets, findings, instruction }: SectionOrder): string {
  const one = targets.length === 1;
  return [
    '# Order',
    `Write ${one ? 'this section' : 'these sections'} of the specification anew, with all below ${one ? 'it' : 'them'}:`,
    ...targets.map(
      ({ section }) => `- \`${headingLine(section)}\`${section.index < 0 ? ' (missing so far)' : ''}`,
    ),
    ...(findings.length === 0
      ? []
      : [
          'Checks found this wrong in what stands there now; mend it:',
          // They quote the spec.
          dataFence('findings', {}, findings.map((finding) => findingLine(finding, spec)).join('\n')),
        ]),
    ...(instruction.trim() === '' ? [] : ['What is wanted of the new text:', instruction.trim()]),
    'Keep what is right. Stay consistent with the other sections: they are not changed. Use ids of requirements, tasks and questions as they stand there.',
    `Answer with ${one ? 'the section' : 'these sections, in this order,'} alone, in Markdown: ${one ? 'its heading' : 'each heading'} exactly as above, then the text. No other section, no remark, no fence around the answer.`,
  ].join('\n');
}

/** Longest quotation of the line that a finding is about, in characters: a row of a table should be whole. */
const longestQuote = 400;

function findingLine({ message, args, line }: Finding, spec: SpecDocument): string {
  // In English whatever the editor's language is: the model is addressed in English.
  const text = message.replace(/\{(\d+)\}/gu, (_whole, index: string) => args[Number(index)] ?? '');
  const place = line < 1 ? '' : shortened(oneLine(lineText(spec.lines, line)));
  return `- ${oneLine(text)}${place === '' ? '' : ` It is about: ${place}`}`;
}

/** Cut between words, and seen to be cut. */
function shortened(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote).replace(/\s+\S*$/u, '')} …`;
}
