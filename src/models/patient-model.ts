import type {
  LanguageModel,
  ModelEvent,
  ModelFailure,
  ModelOutcome,
  ModelRequest,
  ModelWait,
} from '../core/ports/language-model';

/** How long a request is tried again; times in seconds. */
export interface Patience {
  /** Attempts that may fail in each way, the first one included. */
  readonly attempts: Readonly<Record<ModelWait['reason'], number>>;
  /** Pause before the second attempt where the provider does not tell; doubles with each further one. */
  readonly firstPause: number;
  /** What that grows to at most. */
  readonly longestPause: number;
  /** A provider that asks for more than this is not waited for: the person decides. */
  readonly longestTold: number;
}

/** Time and chance, which tests replace. */
export interface PatienceClock {
  /** Ends after so many milliseconds, or at once when the signal is aborted; never rejects. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

const usualPatience: Patience = {
  attempts: { 'rate-limited': 6, server: 5, unreachable: 3, timeout: 2 },
  firstPause: 1,
  longestPause: 60,
  longestTold: 15 * 60,
};

const systemClock: PatienceClock = { pause, random: Math.random };

/**
 * Sends a request again where that may help: rate limits (after the time that the provider tells, else longer each
 * time), failures of the server, connections that broke. Only until the first text: what came is never asked for anew.
 * Each pause is told by `waiting` events and ends at once when the request is cancelled.
 */
export function createPatientModel(
  model: LanguageModel,
  patience: Patience = usualPatience,
  clock: PatienceClock = systemClock,
): LanguageModel {
  return { ...model, stream: (request, signal) => stream({ model, patience, clock }, request, signal) };
}

async function* stream(
  {
    model,
    patience,
    clock,
  }: { readonly model: LanguageModel; readonly patience: Patience; readonly clock: PatienceClock },
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const failures = { 'rate-limited': 0, server: 0, unreachable: 0, timeout: 0 };
  for (let attempt = 1; ; attempt += 1) {
    let spoke = false;
    let pauseSeconds: number | null = null;
    let reason: ModelWait['reason'] = 'server';
    for await (const event of model.stream(request, signal)) {
      if (event.type === 'text') spoke = true;
      if (event.type === 'end' && !spoke && !signal.aborted) {
        const failure = retryable(event.outcome);
        if (failure !== null) {
          reason = failure.code;
          failures[reason] += 1;
          pauseSeconds = pauseAfter(failures[reason], failure, patience, clock);
        }
        if (pauseSeconds !== null) break;
      }
      yield event;
    }
    if (pauseSeconds === null) return;
    for (let left = pauseSeconds; left > 0 && !signal.aborted; left -= 1) {
      yield { type: 'waiting', wait: { reason, seconds: Math.ceil(left), attempt: attempt + 1 } };
      await clock.pause(Math.min(left, 1) * 1000, signal);
    }
    if (signal.aborted) {
      yield { type: 'end', outcome: { kind: 'cancelled' } };
      return;
    }
  }
}

type Retryable = ModelFailure & { readonly code: ModelWait['reason'] };

function retryable(outcome: ModelOutcome): Retryable | null {
  if (outcome.kind !== 'failed') return null;
  const { failure } = outcome;
  switch (failure.code) {
    case 'rate-limited':
    case 'server':
    case 'unreachable':
    case 'timeout':
      return failure.retryAfter === null ? null : { ...failure, code: failure.code };
    default:
      return null;
  }
}

/** Seconds, or `null` where there is no further attempt. @param times how often it failed in this way */
function pauseAfter(
  times: number,
  { code, retryAfter }: Retryable,
  { attempts, firstPause, longestPause, longestTold }: Patience,
  clock: PatienceClock,
): number | null {
  if (times >= attempts[code]) return null;
  // Servers that say "0" mean "at once"; a little later costs nothing.
  if (retryAfter !== undefined && retryAfter !== null)
    return retryAfter > longestTold ? null : Math.max(retryAfter, 0.1);
  const grown = Math.min(firstPause * 2 ** (times - 1), longestPause);
  // Not all who were refused at once come back at once.
  return grown * (0.75 + clock.random() / 4);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
