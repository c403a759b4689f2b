import { isDeepStrictEqual } from 'node:util';
import { readSource } from '../../../src/core/source/read-source';
import { joinPath } from '../../../src/core/text/path';
import { readTargetPath } from '../../../src/host/workspace/target-path';
import { readFromCoverageView, readToCoverageView } from '../../../src/shared/coverage-protocol';
import { readFromMetricsView, readToMetricsView } from '../../../src/shared/metrics-protocol';
import { readHostMessage, readWebviewMessage } from '../../../src/shared/wizard/protocol';
import { readWizardInput } from '../../../src/shared/wizard/wizard-input';
import { model } from '../../unit/host/drafting';
import { question, settled, setUp, type World } from '../../unit/host/wizard/wizard-session-world';
import { Random } from '../fuzz/random';
import { malformedMessage, properMessage, storedInput } from './messages';

/** Messages of one session; then another begins. */
const sessionLength = 100;
/** The page waits for an answer in this share of cases; else it goes on at once. */
const patient = 0.3;

/** What came of it, printed as JSON. */
export interface MessagesResult {
  readonly malformed: number;
  readonly proper: number;
  /** Of the malformed ones, those that fit the protocol all the same. */
  readonly taken: number;
  readonly sessions: number;
  /** States that listeners were told of and that fit their schema. */
  readonly states: number;
  readonly failures: readonly string[];
}

const prd = [
  '# Invites',
  '',
  '- **FR-1**: Members invite others by email; an invitation ends after 7 days.',
  '- **FR-2**: Owners see who was invited.',
  '',
].join('\n');

/** What a session finds around it, different from session to session. */
function worldFor(random: Random): Partial<World> {
  const written = (path: string, text: string) => readSource({ path, bytes: new TextEncoder().encode(text) });
  return {
    trusted: random.chance(0.9),
    sources: {
      'prds/invites.md': written('prds/invites.md', prd),
      'prds/other.md': random.chance(0.5)
        ? new Error('gone')
        : written('prds/other.md', 'User: hello\n\nAssistant: Members invite.\n'),
    },
    questions: [question('q', true), question('a', false)],
    outputProblem: (path) => {
      const target = readTargetPath(path);
      return target.kind === 'refused' ? target.reason : null;
    },
    clipboard: random.pick(['', prd, 'User: a\nAssistant: b']),
    model: random.chance(0.5) ? null : model(),
    connect: random.chance(0.8) ? null : { code: 'unreachable', message: 'No.', remedy: 'Try.' },
  };
}

function isOutside(path: string): boolean {
  return path.startsWith('\\') || joinPath('', path) === null;
}

/** Files outside of the workspace that a session has touched. */
function outside(world: World): readonly string[] {
  const read = world.calls.flatMap((call) => /^(?:read|open|save|corrections) (.*)$/su.exec(call)?.[1] ?? []);
  return [
    ...[...read, ...Object.keys(world.files), ...world.corrections.keys(), ...world.included],
    ...world.drafted.map(({ output }) => output),
  ].filter((path) => isOutside(path) && !chosenByHand.has(path));
}

/** What the editor's own dialog of the world gives: a person may name what lies outside. */
const chosenByHand = new Set(['../handbook/style.md']);

async function main(count: number, seed: number): Promise<MessagesResult> {
  const failures = new Map<string, number>();
  const fail = (what: string): void => void failures.set(what, (failures.get(what) ?? 0) + 1);
  let [malformed, proper, taken, sessions, states] = [0, 0, 0, 0, 0];
  let last: unknown = null;
  /** What is being handled, by a number of its own. */
  const open = new Map<number, unknown>();
  let finished = false;
  const result = (): MessagesResult => ({
    ...{ malformed, proper, taken, sessions, states },
    failures: [...failures].map(([what, times]) => `${what} (${times})`),
  });
  // Nothing is left to wait for, and yet somebody waits.
  process.on('exit', () => {
    if (finished) return;
    for (const message of open.values()) fail(`is never done: ${shown(message)}`);
    console.log(JSON.stringify(result()));
  });
  process.on('unhandledRejection', (reason) =>
    fail(`an unhandled rejection: ${nameOf(reason)} near ${shown(last)}`),
  );
  process.on('uncaughtException', (error) =>
    fail(`an uncaught exception: ${nameOf(error)} near ${shown(last)}`),
  );

  while (malformed < count) {
    const random = new Random(seed + sessions);
    sessions += 1;
    const stored = random.chance(0.5) ? readWizardInput(storedInput(random)) : null;
    const { session, world } = setUp(worldFor(random), stored ?? {});
    session.onDidChange(() => {
      const message = { type: 'state', state: session.state, input: session.input };
      states += 1;
      const read = readHostMessage(message);
      if (read === null) fail(`a state that does not fit its schema after ${shown(last)}`);
      else if (!isDeepStrictEqual(read, message))
        fail(`a state that loses something on its way after ${shown(last)}`);
    });
    const pending: Promise<void>[] = [session.start()];
    for (let sent = 0; sent < sessionLength && malformed < count; sent += 1) {
      const isProper = random.chance(0.4);
      const message = isProper ? properMessage(random) : malformedMessage(random);
      if (isProper) proper += 1;
      else malformed += 1;
      last = message;
      try {
        readFromCoverageView(message);
        readToCoverageView(message);
        readFromMetricsView(message);
        readToMetricsView(message);
        readWizardInput(message);
        readHostMessage(message);
        const read = readWebviewMessage(message);
        if (read === null) continue;
        if (!isProper) taken += 1;
        const ticket = proper + malformed;
        open.set(ticket, message);
        const handled = session
          .handle(read)
          .catch((error: unknown) => fail(`handling rejects: ${nameOf(error)}: ${shown(message)}`))
          .finally(() => open.delete(ticket));
        pending.push(handled);
        if (random.chance(patient)) await handled;
      } catch (error) {
        fail(`throws ${nameOf(error)}: ${shown(message)}`);
      }
      for (const path of outside(world))
        fail(`outside of the workspace: ${JSON.stringify(path)} after ${shown(message)}`);
      if (outside(world).length > 0) break;
    }
    await Promise.all(pending);
    await settled();
    for (const path of outside(world)) fail(`outside of the workspace: ${JSON.stringify(path)}, at the end`);
    session.dispose();
    if (({} as { readonly polluted?: unknown }).polluted !== undefined)
      fail('the prototype of objects was changed');
  }
  finished = true;
  return result();
}

function nameOf(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ')
    : String(error);
}

function shown(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 200);
  } catch {
    return String(value);
  }
}

const [count = '1000', seed = '1'] = process.argv.slice(2);
console.log(JSON.stringify(await main(Number(count), Number(seed))));
