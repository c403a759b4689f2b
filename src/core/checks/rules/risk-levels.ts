import { plainRange } from '../../text/position';
import type { Check } from '../check';
import { contentOf } from '../../text/content';
import { textOption, textsOption } from '../reading/options';
import { isWithin } from '../../spec/place';
import { saysNone } from '../reading/says-none';
import { levelWords } from '../../spec/vocabulary/answers';
import { levelColumn } from '../../spec/vocabulary/columns';

/**
 * Impact and likelihood of a risk are levels, so that risks can be put in order.
 *
 * Options: `section`, the key of the section with the table of risks (without it nothing is checked); `levels`, the words that
 * may stand there (High, Medium and Low in any of the known languages by default); `columns`, headings of the columns
 * (Impact, Likelihood and what they are called elsewhere by default).
 *
 * Good: `| The mail provider fails | High | Low | Retries |`.
 * Bad: `| The mail provider fails | quite bad | maybe | Retries |`.
 */
export const riskLevels: Check = {
  id: 'risk-levels',
  title: 'Impact and likelihood of risks are levels.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, sections, options }) {
    const key = textOption(options, 'section');
    const holder = key === null ? undefined : sections.get(key);
    if (holder === undefined) return;
    const levels = textsOption(options, 'levels', []);
    const allowed = new Set((levels.length > 0 ? levels : levelWords).map(normalise));
    const columns = textsOption(options, 'columns', []).map(normalise);
    for (const { header, rows } of spec.tables.filter(({ section }) => isWithin(spec, section, holder))) {
      const at = header.flatMap(({ text }, index) =>
        columns.includes(normalise(text)) || (columns.length === 0 && levelColumn.test(text.trim()))
          ? [index]
          : [],
      );
      for (const row of rows) {
        // A row that says there is none has no level either.
        if (saysNone(row[0]?.text ?? '')) continue;
        for (const index of at) {
          const cell = row[index];
          if (cell === undefined || allowed.has(normalise(cell.text))) continue;
          const [gap] = contentOf(cell.text).gaps;
          const column = header[index]?.text ?? '';
          yield gap === undefined
            ? { ...sayLevel(column, cell.text, levels), ...plainRange(cell) }
            : { message: '{0} of this risk waits for {1}.', args: [column, gap], gap, ...plainRange(cell) };
        }
      }
    }
  },
};

function sayLevel(
  column: string,
  text: string,
  levels: readonly string[],
): { readonly message: string; readonly args: readonly string[] } {
  return {
    message: '{0} is "{1}": say one of {2}.',
    args: [column, text, (levels.length > 0 ? levels : ['High', 'Medium', 'Low']).join(', ')],
  };
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
