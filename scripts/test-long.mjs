// Tests that take too long for each run; each writes its figures to test/long/PART.md.
// Use: npm run test:long [-- kills [FROM-TO] | fuzz [COUNT | FROM-TO] | messages [COUNT] | soak [MINUTES]]
//      (all four with their full numbers without; FROM-TO alone means kills)
import { fuzz } from './long/fuzz.mjs';
import { kills } from './long/kills.mjs';
import { messages } from './long/messages.mjs';
import { soak } from './long/soak.mjs';

/** @type {Readonly<Record<string, (amount?: string) => Promise<boolean>>>} */
const parts = { kills, fuzz, messages, soak };

const [first, amount] = process.argv.slice(2);
const isPortion = first !== undefined && /^\d+-\d+$/.test(first);
const wanted = first === undefined ? Object.keys(parts) : [isPortion ? 'kills' : first];

process.exitCode = 0;
for (const name of wanted) {
  const part = parts[name];
  if (part === undefined) {
    console.error(`There is no part ${name}: ${Object.keys(parts).join(', ')}.`);
    process.exitCode = 2;
  } else if (!(await part(isPortion ? first : amount))) process.exitCode = 1;
}
