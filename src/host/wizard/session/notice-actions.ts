import { engineeringAnswer, productQuestionId } from '../../../core/clarify/product-question';
import type { WebviewMessage } from '../../../shared/wizard/protocol';
import { existingSpecActions, existingSpecs } from '../state/existing-spec';
import type { WizardDrafting } from './wizard-drafting';
import type { WizardReader } from '../reading/wizard-reader';
import type { WizardServices } from '../data/wizard-services';
import type { WizardStore } from '../data/wizard-store';
import { outlineId } from '../../../core/receipt/build-receipt';

/** What buttons of notices reach. */
interface NoticeParts {
  readonly services: Pick<WizardServices, 'window'>;
  readonly store: WizardStore;
  readonly reader: WizardReader;
  readonly drafting: WizardDrafting;
  enterApiKey(): Promise<void>;
  /** What a person could have done without the button. */
  handle(message: WebviewMessage): Promise<void>;
}

/** Does what a notice's button says; ids that no notice has do nothing. */
export async function doNoticeAction(
  id: string,
  { services, store, reader, drafting, enterApiKey, handle }: NoticeParts,
): Promise<void> {
  const { window } = services;
  const { source } = store.data.input;
  const { run } = drafting;
  const [, line, answers] = /^openAnswers:(\d+):(.+)$/.exec(id) ?? [];
  const [existing] = existingSpecs(store.data);
  const isOffered = store.data.answersNotice?.actions.some((action) => action.id === id) === true;
  if (answers !== undefined && isOffered) return window.openFile(answers, Number(line));
  switch (id) {
    case 'openFolder':
      return window.openFolder();
    case 'manageTrust':
      return window.manageTrust();
    case 'browseSource':
      return handle({ type: 'browseSource' });
    case 'reload':
      return reader.source();
    case 'createPrd':
      return handle({ type: 'createPrd' });
    case 'engineeringWork': {
      const answer = { kind: 'text', questionId: productQuestionId, text: engineeringAnswer } as const;
      return handle({ type: 'answer', answer });
    }
    case 'saveSource':
      return source === null ? undefined : window.saveDocument(source);
    case 'modelSettings':
      return window.openSettings('techSpec.model');
    case 'enterKey':
      await enterApiKey();
      return store.set({ generateNotice: null });
    case 'useOutline':
      return handle({ type: 'selectModel', id: outlineId });
    case 'retry':
      return drafting.start();
    case 'resume':
      return run === null ? undefined : window.resumeDraft(run);
    case existingSpecActions.open:
      return existing === undefined ? undefined : window.openFile(existing);
    case existingSpecActions.update:
      return existing === undefined ? undefined : window.updateSpec(existing);
    case 'openText':
      return run === null ? undefined : window.openText(run);
  }
}
