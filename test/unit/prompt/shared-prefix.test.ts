import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/clarify/question';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { taskPrompt } from '../../../src/core/prompt/task-prompt';
import type { Template } from '../../../src/core/template/template';
import { briefFor, builtInTemplates, requirement, source } from '../draft/brief-for';

let templates: readonly Template[] = [];
beforeAll(async () => {
  templates = await builtInTemplates();
});

describe('prompts of one brief', () => {
  it('begin with the same bytes, whatever is asked and whatever was answered', () => {
    const any = source({ requirements: [requirement({ id: 'FR-1' }), requirement({ id: 'FR-2' })] });
    for (const template of templates) {
      const questions = questionsFor(any, null, template);
      const answered = (answer: (id: string) => Answer): string =>
        whole(
          draftPrompt(
            briefFor(template, { source: any, questions, answers: questions.map(({ id }) => answer(id)) }),
          ),
        );
      const asking = whole(
        taskPrompt(briefFor(template, { source: any }), '# Order\nAsk what is not clear.'),
      );
      const variants = [
        answered((questionId) => ({ kind: 'defer', questionId })),
        answered((questionId) => ({ kind: 'text', questionId, text: 'As is.' })),
      ];
      const shared = asking.indexOf('# Order');
      expect(shared, template.id).toBeGreaterThan(0);
      for (const prompt of variants)
        expect(prompt.slice(0, shared), template.id).toBe(asking.slice(0, shared));
    }
  });
});

function whole(messages: readonly { readonly role: string; readonly content: string }[]): string {
  return messages.map(({ role, content }) => `${role}\n${content}`).join('\n');
}
