import type { ModelCatalog } from './model-catalog';
import { outlineId } from '../../core/receipt/build-receipt';

/**
 * Id of the model that was asked for, else of the one used last where it is ready, else of the outline. May ask the editor
 * for its models, so only on a person's action.
 */
export async function readyModelId(models: Pick<ModelCatalog, 'list'>, id: string | null): Promise<string> {
  if (id !== null) return id;
  const { models: offered, defaultModel } = await models.list(true, new AbortController().signal);
  return offered.find((model) => model.id === defaultModel && model.ready)?.id ?? outlineId;
}
