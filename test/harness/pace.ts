/** Processor seconds that {@link work} takes on the machine for which the bounds of tests were chosen. */
const reference = 0.12;

/**
 * A bound in seconds, chosen on a machine of usual speed, as this one needs it at this moment: the tests that hold one look for
 * time that grows without measure, not for a slow or busy machine.
 */
export function secondsHere(seconds: number): number {
  const start = process.cpuUsage();
  work();
  return seconds * Math.max(1, process.cpuUsage(start).user / 1e6 / reference);
}

/** Matching, cutting and joining of text, as reading a document is. */
function work(): number {
  const text = 'The system shall keep R-12, R-13 and **all** others; (see `src/a.ts`). '.repeat(16_000);
  const found = [...text.matchAll(/\p{L}+(?:-\d+)?|[*`(][^*`()]*[*`)]/gu)].map(([word]) =>
    word.toLowerCase(),
  );
  return new Set(found).size + found.join(' ').split(/\s+/).length;
}
