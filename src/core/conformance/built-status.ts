import { builtStatus } from '../spec/vocabulary/statuses';

/** Whether a status says that everything in the spec was built. `Final` and `Accepted` say that of the text. */
export function isBuiltStatus(status: string): boolean {
  return builtStatus.test(status.replace(/^[^\p{L}]+/u, '').trim());
}
