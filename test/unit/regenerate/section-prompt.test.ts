import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import { renderOutline } from '../../../src/core/draft/outline';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { sectionPrompt, type SectionOrder } from '../../../src/core/prompt/section-prompt';
import type { PromptMessage } from '../../../src/core/ports/language-model';
import { findTargets, sectioned } from '../../../src/core/regenerate/section-target';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { exampleBrief } from './example-brief';

let brief: Brief;
let order: SectionOrder;
beforeAll(async () => {
  brief = await exampleBrief('agent-ready');
  const scope = sectioned(parseSpec(renderOutline(brief)), brief.template, null);
  order = {
    spec: scope.spec,
    targets: ['endpoints', 'monitoring'].flatMap((key) => findTargets(scope, { by: 'key', key })),
    findings: [],
    instruction: '',
  };
}, 90_000);

const whole = (messages: readonly PromptMessage[]): string =>
  messages.map(({ role, content }) => `${role}\n${content}`).join('\n');

describe('the prompt for sections', () => {
  it('shares at least nine tenths of its bytes with the draft of the example workspace, as a prefix', () => {
    const drafting = Buffer.from(whole(draftPrompt(brief)));
    const mending = Buffer.from(whole(sectionPrompt(brief, order)));
    const shared = mending.findIndex((byte, index) => byte !== drafting[index]);
    expect(shared / mending.length).toBeGreaterThanOrEqual(0.9);
    expect(shared / drafting.length).toBeGreaterThanOrEqual(0.9);
  });

  it('shows the sections whole, as data, and asks for them by their headings', () => {
    const prompt = whole(sectionPrompt(brief, order));
    for (const { section } of order.targets) {
      expect(prompt).toContain(order.spec.text.slice(section.start, section.end).trimEnd());
      expect(prompt).toContain(`- \`${'#'.repeat(section.level)} ${section.heading}\``);
    }
    for (const { heading } of order.spec.sections.filter(({ level }) => level <= 3))
      expect(prompt).toContain(heading);
    expect(prompt).toMatch(/<spec-[0-9a-f]{8} path="tech-specs\/team-invites\.md">/);
  });

  it('says what to mend, where, and what a person wants', () => {
    const line = order.targets[0]?.section.line ?? 0;
    const finding = {
      check: 'endpoint-fields',
      severity: 'error' as const,
      message: 'Endpoint {0} has no {1}.',
      args: ['POST /x', 'auth'],
      fixable: false,
      ...{ line, column: 1, endLine: line, endColumn: 2 },
    };
    const prompt = whole(
      sectionPrompt(brief, { ...order, findings: [finding], instruction: 'Use cursors.' }),
    );
    expect(prompt).toContain('- Endpoint POST /x has no auth. It is about: ### Endpoints');
    expect(prompt).toContain('Use cursors.');
  });
});
