import { joinBlocks, splitBlocks, type Block } from '../update/blocks';

/** A block of a section with what it is called there. */
export interface NamedBlock extends Block {
  /** Id of a task or question, first cell of a row, beginning of a list item set apart by bold or code; `null` for other text. */
  readonly name: string | null;
  /** First line of the block, from 0, in the text that was taken apart. */
  readonly line: number;
}

const delimiterRow = /^\|[\s:|-]+$/u;
/** A list item that begins with its name in bold or code. */
const itemName = /^(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?:\*\*([^*\n]+)\*\*|`([^`\n]+)`)/u;

/**
 * Takes a section's text apart. What has the same name as another block has none: it can not be told by it.
 *
 * @param content with line feeds as line ends
 */
export function namedBlocks(content: string): readonly NamedBlock[] {
  const blocks = splitBlocks(content, []);
  const names = namesOf(blocks);
  let line = 0;
  return blocks.map((block, index) => {
    const name = names[index] ?? null;
    const named = {
      ...block,
      name: name !== null && names.indexOf(name) === names.lastIndexOf(name) ? name : null,
      line,
    };
    line += (block.text + block.gap).split('\n').length - 1;
    return named;
  });
}

/** What each block is called, whether or not another one is called the same. */
function namesOf(blocks: readonly Block[]): readonly (string | null)[] {
  return blocks.map((block, index) => nameOf(block, blocks[index + 1]));
}

function nameOf({ key, text }: Block, next: Block | undefined): string | null {
  const known = /^(?:task|question):(.+)$/u.exec(key)?.[1];
  if (known !== undefined) return known;
  if (key.startsWith('row:')) {
    const isHeader = next !== undefined && delimiterRow.test(next.text);
    return isHeader || delimiterRow.test(text) ? null : plain(key.slice('row:'.length));
  }
  const [, bold, code] = itemName.exec(text) ?? [];
  return plain(bold ?? code ?? '');
}

function plain(name: string): string | null {
  return name.replace(/[`*]/gu, '').replace(/:\s*$/u, '').trim() || null;
}

/**
 * A section's text with some of its blocks as an answer has them; all else stays.
 *
 * @param answered text of the section in an answer, which may have these blocks alone
 * @param names of the blocks that were asked for; one that the section lacks is put behind the last of its kind
 * @returns `null` where the answer has none of them
 */
export function mergeBlocks(content: string, answered: string, names: readonly string[]): string | null {
  const fresh = namedBlocks(answered).filter(({ name }) => name !== null && names.includes(name));
  const byName = new Map(fresh.map((block) => [block.name, block]));
  const before = namedBlocks(content);
  // What two blocks are called is not new: it can not be told which of them was meant, and a third would say it once more.
  const known = new Set(namesOf(before));
  let merged: readonly NamedBlock[] = before.map((block) => ({
    ...block,
    text: (block.name === null ? undefined : byName.get(block.name)?.text) ?? block.text,
  }));
  let written = before.filter(({ name }) => name !== null && byName.has(name)).length;
  for (const block of fresh) {
    if (known.has(block.name)) continue;
    const at = merged.findLastIndex(({ key }) => kindOf(key) === kindOf(block.key));
    const last = merged[at];
    if (last === undefined) continue;
    merged = [
      ...merged.slice(0, at),
      { ...last, gap: '\n' },
      { ...block, gap: last.gap },
      ...merged.slice(at + 1),
    ];
    written += 1;
  }
  return written === 0 ? null : joinBlocks(merged);
}

/** `row`, `task`, `question` or `text`. */
function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** Most characters of a line that is there only to show what stands around. */
const longestLine = 60;

/** A section's text with some of its blocks whole, and of the others how they begin. */
export function excerptOf(content: string, names: readonly string[]): string {
  const blocks = namedBlocks(content);
  return joinBlocks(
    blocks.map((block) => {
      const { name, key, text } = block;
      const isWhole =
        name === null ? /^#{1,6}[ \t]/u.test(text) || key.startsWith('row:') : names.includes(name);
      if (isWhole) return block;
      if (key.startsWith('row:')) return { ...block, text: `|${text.split('|')[1] ?? ''}| …` };
      const [first = ''] = text.split('\n');
      const beginning =
        first.length <= longestLine ? first : first.slice(0, longestLine).replace(/(?<!\s)\s+\S*$/u, '');
      return beginning === text ? block : { ...block, text: `${beginning} …` };
    }),
  );
}
