/** How many tokens the documents of a workspace may have together. */
export interface ContextBudget {
  readonly tokens: number;
  /** What it follows from. */
  readonly from: 'model' | 'setting' | 'default';
  /** Most tokens of a request of the chosen model, where that is known. */
  readonly window: number | null;
}

export interface BudgetInput {
  /** Most tokens of a request of the model that will be asked. */
  readonly window?: number | null | undefined;
  /** Most tokens a person wants to send as context. */
  readonly maxTokens?: number | null | undefined;
  /** Tokens of the source, which is always sent whole. */
  readonly sourceTokens: number;
}

const defaultTokens = 60_000;
/** The rest is for the source, the template, the list of files and what the model writes. */
const shareOfWindow = 0.6;
/** Rules of a small project fit into this; less is no context. */
const leastTokens = 1_000;

/** The budget follows from the model's window where it is known; a setting limits it, and stands in for it. */
export function contextBudget({ window = null, maxTokens = null, sourceTokens }: BudgetInput): ContextBudget {
  const fromModel =
    window === null ? null : Math.max(leastTokens, Math.floor(window * shareOfWindow) - sourceTokens);
  if (maxTokens !== null && (fromModel === null || maxTokens <= fromModel))
    return { tokens: maxTokens, from: 'setting', window };
  return fromModel === null
    ? { tokens: defaultTokens, from: 'default', window }
    : { tokens: fromModel, from: 'model', window };
}
