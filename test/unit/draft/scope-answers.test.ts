import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import type { Answer } from '../../../src/core/clarify/question';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { renderOutline } from '../../../src/core/draft/outline';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { Template } from '../../../src/core/template/template';
import { read } from '../source/read';
import { briefFor, builtInTemplates } from './brief-for';

let templates: readonly Template[] = [];
beforeAll(async () => {
  templates = await builtInTemplates();
});

const prd = read(`# PRD: Members

## Requirements

- FR-1: The list of members is exported as CSV
- FR-2: Admins delete a member
- FR-3: Members are found by name quickly

## Out of scope

- The list of members is exported as CSV
- FR-3: Members are found by name
- Bulk invites
`);

function drafted(template: Template, choose: string) {
  const questions = questionsFor(prd, null, template);
  const answers = questions.map(({ id, options }): Answer => {
    const option = options.find(({ text }) => text.startsWith(choose));
    return option === undefined
      ? { kind: 'defer', questionId: id }
      : { kind: 'text', questionId: id, text: option.text };
  });
  const brief = briefFor(template, { source: prd, questions, answers });
  const spec = renderOutline(brief);
  const report = checkSpec({
    spec: parseSpec(spec),
    template,
    sourceKind: prd.kind,
    requirements: prd.requirements.map(({ id, kind, title }) => ({ id, kind, title, acceptance: [] })),
  });
  return { brief, spec, report };
}

describe('what is required and out of scope', () => {
  it('is out of scope in the outline of every template where a person said so, and counts as such', () => {
    for (const template of templates) {
      const { spec, report } = drafted(template, 'Out of scope');
      expect(report.coverage, template.id).toEqual({ requirements: 3, covered: 1, outOfScope: 2 });
      expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(spec, template.id).toContain('FR-1: The list of members is exported as CSV');
      expect(spec.match(/found by name/g), template.id).toHaveLength(1);
      expect(spec, template.id).not.toMatch(/"quickly"/);
    }
  });

  it('is covered where a person said that it is required', () => {
    for (const template of templates) {
      const { report } = drafted(template, 'Required');
      expect(report.coverage, template.id).toEqual({ requirements: 3, covered: 3, outOfScope: 0 });
    }
  });

  it('is told to a model as the person settled it', () => {
    const [template] = templates;
    if (template === undefined) throw new Error('no template');
    const { brief } = drafted(template, 'Out of scope');
    const prompt = draftPrompt(brief)
      .map(({ content }) => content)
      .join('\n');
    const [, excluded = ''] = /# Out of scope by an answer[^\n]*\n([\s\S]*?)\n\n/.exec(prompt) ?? [];
    expect(excluded.split('\n').slice(1, -1)).toEqual([
      '- FR-1: The list of members is exported as CSV',
      '- FR-3: Members are found by name',
    ]);
  });
});
