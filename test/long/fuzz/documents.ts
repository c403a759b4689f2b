import { block, frontMatter, noise, phrase } from './notations';
import { Random } from './random';

/** Documents stay about this long, in characters, so that most of the time goes into many rather than large ones. */
const usualLength = 3000;

/**
 * Document `number` of a seed, the same each time: a mixture of everything that has a notation, or a good spec with
 * faults in it, 100 to 3,000 characters but for one in a thousand that is a whole spec.
 *
 * @param specs good specs, of which pieces are taken
 */
export function makeDocument(seed: number, number: number, specs: readonly string[]): string {
  const random = new Random(seed * 1_000_003 + number);
  const kind = random.next();
  let text: string;
  if (kind < 0.001) text = random.pick(specs);
  else if (kind < 0.45) text = excerpt(random, random.pick(specs));
  else if (kind < 0.85) text = composed(random);
  else if (kind < 0.95)
    text = `${excerpt(random, random.pick(specs))}\n${composed(random)}\n${excerpt(random, random.pick(specs))}`;
  else text = noise(random, random.below(600));
  const faults = random.below(6);
  for (let done = 0; done < faults; done += 1) text = mutated(random, text, specs);
  return lineEnds(random, text);
}

/** Some lines of a document in a row. */
function excerpt(random: Random, text: string): string {
  const lines = text.split('\n');
  const first = random.below(lines.length);
  const most = 100 + random.below(random.chance(0.8) ? 900 : usualLength - 100);
  const taken: string[] = random.chance(0.3) ? lines.slice(0, Math.min(first, 8)) : [];
  let length = taken.join('\n').length;
  for (let at = first; at < lines.length && length < most; at += 1) {
    const line = lines[at] ?? '';
    taken.push(line);
    length += line.length + 1;
  }
  return taken.join('\n');
}

function composed(random: Random): string {
  const parts = random.several(random.chance(0.8) ? 8 : 24, () => block(random));
  const head = random.chance(0.15)
    ? [frontMatter(random)]
    : random.chance(0.5)
      ? [`# ${phrase(random, 4)}`]
      : [];
  return [...head, ...parts].join(random.chance(0.85) ? '\n\n' : '\n');
}

/** The text with one fault in it. */
function mutated(random: Random, text: string, specs: readonly string[]): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const to = random.below(lines.length);
  const place = random.below(text.length + 1);
  const end = place + random.below(random.chance(0.8) ? 8 : 200);
  const inText = (put: string, until = place): string => text.slice(0, place) + put + text.slice(until);
  const inLines = (put: readonly string[], removed = 0): string =>
    [...lines.slice(0, at), ...put, ...lines.slice(at + removed)].join('\n');
  return random.pick([
    () => inLines([], 1),
    () => inLines([], 1 + random.below(6)),
    () => inLines([lines[at] ?? '']),
    () => inLines([lines[to] ?? ''], 1),
    () => inLines(lines.slice(to, to + random.below(10))),
    () => inLines([block(random)]),
    () => inLines([excerpt(random, random.pick(specs))].map((piece) => piece.slice(0, 300))),
    () => inLines([`${' '.repeat(random.below(9))}${lines[at] ?? ''}`], 1),
    () => inLines([`${random.pick(['> ', '- ', '#', '\t', '| ', '- [ ] '])}${lines[at] ?? ''}`], 1),
    () => inLines([(lines[at] ?? '').trimStart()], 1),
    () => inText('', end),
    () => inText(phrase(random, 3)),
    () => inText(noise(random, random.below(12))),
    () => inText(text.slice(place, end), place),
    () => inText(String.fromCharCode(random.below(0x10000)), place + 1),
    () => text.slice(0, place),
    () => text.slice(place),
  ])();
}

function lineEnds(random: Random, text: string): string {
  const way = random.next();
  if (way < 0.1) return text.replaceAll('\n', '\r\n');
  if (way < 0.12) return text.replaceAll('\n', '\r');
  if (way < 0.15) return text.replaceAll(/\n/gu, () => random.pick(['\n', '\r\n', '\r']));
  if (way < 0.17) return `\uFEFF${text}`;
  return text;
}
