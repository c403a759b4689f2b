import { isStale, parseReview, reviewPath } from '../../../core/opinions/opinion';
import type { VsCodeFiles } from '../../ports/vs-code-files';
import type { ReviewedSpec } from './reviewed-spec';

/** What a model said of a spec, as it lies beside it; `null` where there is none or none that can be read. */
export async function readOpinions(
  files: VsCodeFiles,
  spec: string,
  text: string,
): Promise<ReviewedSpec['opinions']> {
  const bytes = await files.readFile(reviewPath(spec)).catch(() => null);
  const review = bytes === null ? null : parseReview(new TextDecoder().decode(bytes));
  return review === null ? null : { review, stale: isStale(review, text) };
}
