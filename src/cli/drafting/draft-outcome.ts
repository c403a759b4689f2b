import type { DraftOutcome } from '../../core/draft/draft-outcome';

/** Why an answer is not whole and what to do, each cause with a message of its own. */
export function describeOutcome(outcome: Exclude<DraftOutcome, { kind: 'complete' }>): string {
  switch (outcome.kind) {
    case 'failed':
      return `${outcome.failure.message} ${outcome.failure.remedy}`;
    case 'cancelled':
      return 'Stopped.';
    case 'length':
      return "The answer reached the model's output limit before it was complete. Choose a model with a larger limit, or ask for less.";
    case 'stalled':
      return outcome.startedOver
        ? "The answer reached the model's output limit, and instead of going on the model began the document again; that is left out. Choose a model with a larger output limit."
        : "The answer reached the model's output limit, and asked to go on the model brought nothing new. Choose a model with a larger output limit.";
    case 'empty':
      return 'The model gave an empty answer. Try again; if it stays empty, choose another model, or send less with --max-tokens.';
    case 'filtered':
      return "The provider's content filter ended the answer. Choose another model, or reword or leave out what may have caused it.";
    case 'refused':
      return [
        `The model refused${outcome.message === '' ? '' : `: ${outcome.message.trim()}`}`,
        'Choose another model, or take out of the source what it may object to.',
      ].join(/[.!?]$/.test(outcome.message.trim()) ? ' ' : '. ');
  }
}
