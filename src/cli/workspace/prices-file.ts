import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPrices, type PriceList } from '../../core/cost/prices';
import { CliFailure } from '../failure';
import type { Terminal } from '../terminal';

/**
 * Prices of models from a JSON file.
 *
 * @param file as typed; none where no price is known
 * @throws CliFailure that names the file and what is wrong in it
 */
export function pricesFrom({ folder }: Terminal, file: string | undefined): PriceList {
  if (file === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(resolve(folder, file), 'utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    const why =
      error instanceof SyntaxError
        ? 'it is no JSON'
        : error instanceof Error && 'code' in error
          ? String(error.code)
          : '';
    throw new CliFailure(`--prices ${file} cannot be read (${why}). ${example}`);
  }
  const { prices, problems } = readPrices(value);
  if (problems.length > 0) throw new CliFailure(`--prices ${file}: ${problems.join('; ')}. ${example}`);
  return prices;
}

const example =
  'It holds prices per million tokens, such as {"NAME*":{"input":2,"cachedInput":0.5,"output":8,"currency":"USD"}}.';
