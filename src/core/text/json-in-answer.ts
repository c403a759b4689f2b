/**
 * Stretches of a model's answer that may be JSON, the likeliest first: the answer itself, what stands in fences, what stands between
 * the outermost brackets, and of an answer that broke off its whole entries.
 */
export function* jsonIn(answer: string): Iterable<string> {
  yield answer.replace(/^\uFEFF/u, '').trim();
  for (const [, inner = ''] of answer.matchAll(/```[\w-]*[ \t]*\r?\n([\s\S]*?)```/gu)) yield inner.trim();
  for (const [open, close] of [
    ['{', '}'],
    ['[', ']'],
  ] as const) {
    const start = answer.indexOf(open);
    const end = answer.lastIndexOf(close);
    if (start !== -1 && end > start) yield answer.slice(start, end + 1);
  }
  // An answer that broke off: its whole entries count.
  const list = answer.indexOf('[');
  for (let end = answer.lastIndexOf('}'), tries = 0; end > list && tries < 3; tries += 1) {
    if (list === -1) return;
    yield `${answer.slice(list, end + 1)}]`;
    end = answer.lastIndexOf('}', end - 1);
  }
}
