import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import type { LanguageModel, ModelRequest, PromptMessage } from '../../../src/core/ports/language-model';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { questionsPrompt } from '../../../src/core/prompt/questions-prompt';
import { headingLine } from '../../../src/core/regenerate/heading-line';
import { namedBlocks } from '../../../src/core/regenerate/named-blocks';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { draftAndRepair, recorded, unansweredBrief } from '../replay/drafted-and-repaired';

let brief: Brief;
let good: string;
beforeAll(async () => {
  brief = await unansweredBrief('agent-ready', 'prds/team-invites.md');
  good = (await draftAndRepair(recorded('agent-ready'), brief)).repair.text;
}, 240_000);

const whole = (messages: readonly PromptMessage[]): string =>
  messages.map(({ role, content }) => `${role}\n${content}`).join('\n');

/** Share of a prompt's bytes that the draft's begins with, too. */
function shareOf(messages: readonly PromptMessage[]): number {
  const drafting = Buffer.from(whole(draftPrompt(brief)));
  const prompt = Buffer.from(whole(messages));
  return prompt.findIndex((byte, index) => byte !== drafting[index]) / prompt.length;
}

/** The content below a heading of the good spec. */
function contentBelow(heading: string): string {
  const { text, sections } = parseSpec(good);
  const section = sections.find((one) => headingLine(one) === heading);
  if (section === undefined) throw new Error(`There is no ${heading}.`);
  return text.slice(section.bodyStart, section.end);
}

/** What a model answers that writes exactly what the order names, as the good spec has it. */
function obedient(prompt: string): string {
  const order = prompt.slice(prompt.lastIndexOf('# Order'));
  const wanted = [...order.matchAll(/^- `(#+ .+?)`(?:, of it only: (.+))?$/gmu)];
  return wanted
    .map(([, heading = '', parts]) => {
      const content = contentBelow(heading);
      const names = parts?.split(', ').map((name) => name.slice(1, -1));
      const blocks = names?.map(
        (name) => namedBlocks(content).find((block) => block.name === name)?.text ?? '',
      );
      return `${heading}\n\n${blocks === undefined ? content.trim() : blocks.join('\n')}\n`;
    })
    .join('\n');
}

/** Sends a broken draft and mends it as ordered. */
async function repaired(broken: string) {
  const asked: ModelRequest[] = [];
  let written = 0;
  const model: LanguageModel = {
    id: 'obedient',
    label: 'Obedient',
    async *stream(request) {
      await Promise.resolve();
      const repairs = request.task.kind === 'sections';
      const text = repairs ? obedient(whole(request.messages)) : broken;
      if (repairs) {
        asked.push(request);
        written += text.length;
      }
      yield { type: 'text', text };
      yield { type: 'end', outcome: { kind: 'complete' } };
    },
    countTokens: (text) => Promise.resolve(text.length),
  };
  const { repair, drafted } = await draftAndRepair(model, brief);
  const errors = drafted.findings.filter(({ severity }) => severity === 'error').length;
  const shares = asked.map(({ messages }) => shareOf(messages));
  return { ...repair, errors, shares, written: written / good.length };
}

const doneConditions = /\n +- _Done condition:_[^\n]*/gu;
const doneOfTwo = /(T-00[57]:[\s\S]*?)\n +- _Done condition:_[^\n]*/gu;

describe('prompts that send back what fails of a long spec', { timeout: 240_000 }, () => {
  it.each([
    ['two tasks of a long phase', (text: string) => text.replace(doneOfTwo, '$1'), 0.2],
    ['every task', (text: string) => text.replace(doneConditions, ''), 0.2],
  ])(
    'share nine tenths with that of the draft, and the spec becomes what it was: %s',
    async (_what, spoil, most) => {
      const result = await repaired(spoil(good));
      expect(result.errors).toBeGreaterThan(1);
      expect(result.shares.length).toBeGreaterThan(0);
      for (const share of result.shares) expect(share).toBeGreaterThanOrEqual(0.9);
      expect(result.text).toBe(good);
      expect(result.left).toBe(0);
      expect(result.rounds).toBe(1);
      expect(result.written).toBeLessThanOrEqual(most);
    },
  );

  it('is so for questions, too', () => {
    expect(shareOf(questionsPrompt(brief, brief.questions, false))).toBeGreaterThanOrEqual(0.9);
  });
});
