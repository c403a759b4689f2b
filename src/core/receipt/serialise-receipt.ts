import { withoutSecretsIn } from '../secrets/mask-secrets';
import { sortedJson } from '../text/sorted-json';
import type { Receipt } from './receipt';

/**
 * JSON text of a receipt: equal receipts give equal bytes. Nothing that comes here should hold a secret; a receipt is
 * committed, so this is made sure of.
 */
export function serialiseReceipt(receipt: Receipt): string {
  return sortedJson(withoutSecretsIn(receipt));
}
