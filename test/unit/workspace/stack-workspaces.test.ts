import { describe, expect, it } from 'vitest';
import type { StackItem, StackProfile } from '../../../src/core/workspace/context';
import { FileTable } from '../../../src/core/workspace/files/file-table';
import { readStack } from '../../../src/core/workspace/stack';
import { itemText } from '../../../src/core/workspace/stack/stack-facets';
import { InMemoryFiles } from '../in-memory-files';
import { stackWorkspaces } from './stack-workspaces';

/** Every value of a profile with where it comes from; what is empty is left out. */
function shown(stack: StackProfile): Record<string, readonly string[]> {
  const { migrations, uiLibrary, modules, ...lists } = stack;
  expect(modules).toBeDefined();
  const text = (item: StackItem): string => `${itemText(item)} @ ${item.evidence}:${item.line}`;
  const values: Record<string, readonly string[]> = {
    ...Object.fromEntries(Object.entries(lists).map(([facet, items]) => [facet, items.map(text)])),
    uiLibrary: uiLibrary === null ? [] : [text(uiLibrary)],
    migrations:
      migrations === null
        ? []
        : [
            `${migrations.tool}, ${migrations.folder}, ${migrations.naming ?? 'no naming'} @ ${migrations.evidence}:${migrations.line}`,
          ],
  };
  return Object.fromEntries(Object.entries(values).filter(([, items]) => items.length > 0));
}

describe('a small workspace shows its stack, each value with file and line', () => {
  it.each(Object.entries(stackWorkspaces))('%s', async (_name, { files, shows }) => {
    const stack = await readStack(new InMemoryFiles(files), FileTable.of(Object.keys(files).sort()));
    expect(shown(stack)).toEqual(shows);
  });
});
