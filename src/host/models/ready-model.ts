import type { LanguageModel, ModelFailure } from '../../core/ports/language-model';
import type { ModelCatalog } from './model-catalog';

/**
 * The model that was asked for, else the one used last where it is ready, else the outline. May ask the editor for its
 * models, so only on a person's action.
 */
export async function readyModel(
  models: Pick<ModelCatalog, 'list' | 'connect'>,
  id: string | null,
): Promise<LanguageModel | ModelFailure> {
  if (id !== null) return models.connect(id);
  const { models: offered, defaultModel } = await models.list(true, new AbortController().signal);
  return models.connect(offered.find((model) => model.id === defaultModel && model.ready)?.id ?? 'outline');
}
