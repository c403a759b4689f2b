import type { TaskSource } from './task-source';

/**
 * One task as lines of a list, its fields nested below it in the notation of specs, which every format here takes as
 * plain nested items.
 *
 * @param head what stands behind the bullet
 * @param extra nested lines of the other format, below the fields
 */
export function taskLines(
  { fields, notes }: Pick<TaskSource, 'fields' | 'notes'>,
  head: string,
  extra: readonly string[] = [],
): readonly string[] {
  const [firstNote = ''] = notes;
  const isParagraph = firstNote !== '' && !/^(?:[-*+]|\d+[.)])\s/u.test(firstNote);
  return [
    `- ${head}`,
    ...fields.flatMap(({ label, lines: [first = '', ...nested] }) => [
      `  - _${label}:_${first === '' ? '' : ` ${first}`}`,
      ...nested.map((line) => (line === '' ? '' : `    ${line}`)),
    ]),
    ...extra.map((line) => `  - ${line}`),
    ...(isParagraph ? [''] : []),
    ...notes.map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}

/** One task in the notation of specs. */
export function ownTaskLines(source: TaskSource): readonly string[] {
  const box = source.done === null ? '' : `[${source.done ? 'x' : ' '}] `;
  return taskLines(source, `${box}**${source.id}:** ${source.title}`.trimEnd());
}
