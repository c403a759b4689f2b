import { t } from '@vscode/l10n';
import type { Initiative } from '../../core/initiative/initiative';
import { emptyInitiative } from '../../core/initiative/initiative';
import { judgeInitiative } from '../../core/initiative/judge-initiative';
import { parseInitiative } from '../../core/initiative/parse-initiative';
import type { RemovedSecret } from '../../core/secrets/mask-secrets';
import { removedNotes } from '../../core/secrets/removed-notes';
import { secretKindText } from '../../core/secrets/secret-kind-text';
import { readConversation } from '../../core/source/conversation/read-turns';
import type { Source } from '../../core/source/source';
import type { WizardInput } from '../../shared/wizard/wizard-input';
import type {
  InitiativeForm,
  WeakFieldView,
  WritingInput,
  WritingState,
} from '../../shared/wizard/source-writing';

/**
 * An initiative as the form holds it; `null` where the form can't hold all of it, or where a secret was taken out of what
 * was read: saving would write the gap over the person's text.
 */
export function inForm(source: Source): Initiative | null {
  return source.secrets.length > 0 ? null : parseInitiative(source.text);
}

/** Where a document would be written. */
export interface Target {
  readonly path: string;
  readonly problem: string | null;
}

/** What the wizard knows besides the person's input. */
export interface WritingData {
  readonly initiativeTarget: Target;
  readonly conversationTarget: Target;
  /** Conversations of the selected export. */
  readonly conversations: WritingState['conversations'];
  /** Secrets that are not in the conversation that was saved last, though they were in what was pasted. */
  readonly takenOut: readonly RemovedSecret[];
}

export const emptyWriting: WritingData = {
  initiativeTarget: { path: '', problem: null },
  conversationTarget: { path: '', problem: null },
  conversations: [],
  takenOut: [],
};

export const emptyForm: InitiativeForm = {
  ...emptyInitiative,
  requirements: [...emptyInitiative.requirements],
};

const emptyInput: WritingInput = {
  mode: 'documents',
  initiative: null,
  initiativePath: null,
  editing: null,
  asked: false,
  conversation: '',
  conversationPath: null,
};

/** What was entered so far, or nothing. */
export function writingOf({ writing }: Pick<WizardInput, 'writing'>): WritingInput {
  return writing ?? emptyInput;
}

/** Conversations that are offered at most: a longer list can not be looked through. */
const mostOffered = 300;

/** The conversations of an export that holds more than one, the latest first as it is read by default. */
export function conversationsOf(source: Source): WritingState['conversations'] {
  if (source.kind !== 'conversation' || !/^\s*[[{]/.test(source.text)) return [];
  const { all, index: read } = readConversation(source.text);
  if (all.length < 2) return [];
  return all
    .map(({ title, messages, updated }, index) => ({
      ...{ index, title: title ?? t('Conversation {0}', index + 1), messages: messages.length },
      ...{ selected: index === read, updated: updated ?? 0 },
    }))
    .toSorted((a, b) => b.updated - a.updated)
    .slice(0, mostOffered)
    .map(({ index, title, messages, selected }) => ({ index, title, messages, selected }));
}

/** What the webview draws. */
export function writingState(input: WizardInput, data: WritingData, source: Source | null): WritingState {
  const { mode, initiative, editing, asked, conversation } = writingOf(input);
  const form = initiative ?? emptyForm;
  const weak = mode === 'initiative' ? weakFields(form, asked) : [];
  return {
    ...{ mode, initiative: form, conversation, weak, editing: editing?.path ?? null },
    initiativeTarget: { ...data.initiativeTarget },
    conversationTarget: { ...data.conversationTarget },
    takenOut: takenOutText(mode === 'conversation' ? removedNotes(conversation) : data.takenOut, mode),
    refused: asked && weak.length > 0,
    editable: source !== null && source.kind === 'initiative' && inForm(source) !== null,
    conversations: [...data.conversations],
  };
}

/** Most secrets that are named one by one. */
const mostNamed = 5;

function takenOutText(secrets: readonly RemovedSecret[], mode: WritingInput['mode']): string | null {
  if (mode === 'initiative' || secrets.length === 0) return null;
  const named = secrets
    .slice(0, mostNamed)
    .map(({ kind, line }) => t('{0} (line {1})', secretKindText(kind), line));
  const more = secrets.length - named.length;
  const list = [...named, ...(more > 0 ? [t('and {0} more', more)] : [])].join(', ');
  return mode === 'conversation'
    ? t(
        'Taken out of this text, and never saved: {0}. Replace it where it is in use, if others could read the chat.',
        list,
      )
    : t(
        'Taken out before the conversation was saved: {0}. Replace it where it is in use, if others could read the chat.',
        list,
      );
}

/** Fields that nobody has written in yet are questioned only once the person asked for the file. */
function weakFields(form: InitiativeForm, asked: boolean): WeakFieldView[] {
  return judgeInitiative(form)
    .filter(({ field, requirement }) => asked || textOf(form, field, requirement).trim() !== '')
    .map(({ field, requirement, weakness: { missing, example } }) => ({
      field,
      requirement,
      missing: t(missing.message, ...missing.args),
      example: t(example.message, ...example.args),
    }));
}

function textOf(form: InitiativeForm, field: WeakFieldView['field'], requirement: number | null): string {
  if (field !== 'statement' && field !== 'success') return form[field];
  const { statement, success } = form.requirements[requirement ?? 0] ?? { statement: '', success: '' };
  // Success criteria are missing as soon as there is a statement.
  return field === 'success' ? `${statement}${success}` : success;
}
