import { termsOf } from '../workspace/relevance/terms';

const requirementId = /\b[A-Z]{1,6}-\d+(?:\.\d+)*\b/gu;
/** So much of the shorter question's words the longer one has to share. */
const shared = 0.75;
const fewestTerms = 2;

/** Whether two questions ask for the same, told by the words that they share and the requirements that they name. */
export function asksTheSame(one: string, other: string): boolean {
  if (plain(one) === plain(other)) return true;
  const [ids, otherIds] = [idsIn(one), idsIn(other)];
  if (ids.size > 0 && otherIds.size > 0 && [...ids].every((id) => !otherIds.has(id))) return false;
  const [left, right] = [stemsIn(one), stemsIn(other)];
  const fewer = Math.min(left.size, right.size);
  if (fewer < fewestTerms) return false;
  const common = [...left].filter((stem) => right.has(stem)).length;
  // What is much longer asks for more.
  return common / fewer >= shared && common / Math.max(left.size, right.size) >= 0.5;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function idsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(requirementId) ?? []);
}

function stemsIn(text: string): ReadonlySet<string> {
  return new Set(termsOf(text).map(({ stem }) => stem));
}
