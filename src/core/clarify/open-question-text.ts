import { said } from '../text/said';

/** An open question of the source without the number or box it has there; `null` where it says nothing. */
export function openQuestionText(text: string): string | null {
  return said(text.replace(/^\s*(?:\[[ xX]\]\s*)?(?:OQ|Q|TBD)-?\d+\s*[:：.)–—-]+\s*/u, ''));
}
