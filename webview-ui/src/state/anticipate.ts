import { editedForm } from '../../../src/shared/wizard/source-writing';
import type { WritingState } from '../../../src/shared/wizard/source-writing';
import type { WebviewMessage, WizardState } from '../../../src/shared/wizard/protocol';
import type { AnswerView, QuestionView } from '../../../src/shared/wizard/questions-state';
import type { RequirementView } from '../../../src/shared/wizard/source-state';

/**
 * The state as the host will most likely send it after `message`, so that a radio or a check mark moves under the
 * hand and not one round trip later. The host's answer to it replaces the state whole, so a wrong guess heals itself.
 * Steps are never anticipated: whether one may be left is the host's decision.
 */
export function anticipate(state: WizardState, message: WebviewMessage): WizardState {
  switch (message.type) {
    case 'selectSource':
      return { ...state, source: { ...state.source, selected: message.path } };
    case 'setKind': {
      const { summary } = state.source;
      return summary
        ? { ...state, source: { ...state.source, summary: { ...summary, kind: message.kind } } }
        : state;
    }
    case 'correct':
      return message.wish.type === 'retype' ? withKind(state, message.wish) : state;
    case 'toggleDocuments': {
      const paths = new Set(message.paths);
      const { included } = message;
      const turned = state.context.documents.filter(
        (document) => paths.has(document.path) && document.included !== included,
      );
      const change = turned.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0);
      const documents = state.context.documents.map((document) =>
        turned.includes(document) ? { ...document, included, byHand: true } : document,
      );
      const tokens = state.context.tokens + (included ? change : -change);
      return { ...state, context: { ...state.context, documents, tokens } };
    }
    case 'selectTemplate':
      return { ...state, template: { ...state.template, selected: message.id } };
    case 'selectLanguage':
      return { ...state, template: { ...state.template, language: message.id } };
    case 'answer':
      return withAnswer(state, message.answer.questionId, message.answer);
    case 'clearAnswer':
      return withAnswer(state, message.questionId, null);
    case 'deferRest': {
      const items = state.questions.items.map((question) =>
        question.answer
          ? question
          : { ...question, answer: { kind: 'defer' as const, questionId: question.id } },
      );
      return { ...state, questions: { ...state.questions, items } };
    }
    case 'selectModel':
      return { ...state, generate: { ...state.generate, selectedModel: message.id } };
    case 'setOpenAi': {
      const { baseUrl, modelName } = message;
      const openai = { ...state.generate.openai, baseUrl, modelName };
      return { ...state, generate: { ...state.generate, openai } };
    }
    case 'setOutput':
      return { ...state, generate: { ...state.generate, output: message.path } };
    case 'setSourceMode':
      return withWriting(state, { mode: message.mode });
    case 'setConversation':
      return withWriting(state, { conversation: message.text });
    default: {
      const { initiative } = state.source.writing;
      const edited = editedForm(initiative, message);
      return edited === initiative ? state : withWriting(state, { initiative: edited });
    }
  }
}

function withKind(state: WizardState, { id, kind }: Pick<RequirementView, 'id' | 'kind'>): WizardState {
  const { summary } = state.source;
  if (!summary) return state;
  const requirements = summary.requirements.map((one) => (one.id === id ? { ...one, kind } : one));
  return { ...state, source: { ...state.source, summary: { ...summary, requirements } } };
}

function withWriting(state: WizardState, change: Partial<WritingState>): WizardState {
  const { source } = state;
  return { ...state, source: { ...source, writing: { ...source.writing, ...change } } };
}

function withAnswer(state: WizardState, questionId: string, answer: AnswerView | null): WizardState {
  const answered = (questions: readonly QuestionView[]): QuestionView[] =>
    questions.map((question) => (question.id === questionId ? { ...question, answer } : question));
  const { items, settled } = state.questions;
  return {
    ...state,
    questions: { ...state.questions, items: answered(items), settled: answered(settled) },
  };
}
