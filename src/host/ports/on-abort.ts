/**
 * Calls a function when a signal is aborted: at once where it was before, for a signal does not say so again.
 *
 * @returns stops listening, to be called when the work is over
 */
export function onAbort(signal: AbortSignal, call: () => void): () => void {
  const once = (): void => call();
  if (signal.aborted) once();
  else signal.addEventListener('abort', once, { once: true });
  return () => signal.removeEventListener('abort', once);
}
