import { stemPattern } from '../../text/stems';
import { isStory } from '../notation/story-opening';
import type { Source } from '../source';
import { engineeringWords, productWords } from '../vocabulary/product-words';

const product = stemPattern(productWords);
const engineering = stemPattern(engineeringWords);

/** Longest part of a statement that is looked at, in characters. */
const reach = 2000;
/** Least share of the statements that must speak of users for the whole to do so. */
const leastShare = 0.2;

/** A statement that speaks of what users see or do. */
export interface ProductStatement {
  readonly line: number;
  readonly text: string;
}

/**
 * The statements by which an initiative or a conversation describes work that users of the product will see, which a PRD
 * should settle first; empty where it describes engineering work, and for a PRD.
 */
export function productWork(
  source: Pick<Source, 'kind' | 'requirements' | 'facts'>,
): readonly ProductStatement[] {
  if (source.kind === 'prd') return [];
  const requirements = source.requirements.filter(({ kind }) => kind !== 'success-criterion');
  const statements =
    requirements.length > 0
      ? requirements
      : source.facts.filter(({ topic }) => topic === 'problem' || topic === 'goal');
  const found: ProductStatement[] = [];
  let ours = 0;
  for (const { line, text } of statements) {
    const start = text.slice(0, reach);
    const seen = isStory(start) || product.test(start);
    const built = engineering.test(start);
    if (seen && !built) found.push({ line, text: start });
    else if (built && !seen) ours += 1;
  }
  const least = Math.max(source.kind === 'initiative' ? 2 : 1, Math.ceil(statements.length * leastShare));
  return found.length > ours && found.length >= Math.min(least, statements.length) ? found : [];
}
