import type { StackItem } from '../context';
import type { FileTable } from '../files/file-table';
import { compareText } from '../../text/path-order';
import { fileName, parentPath } from '../../text/path';
import { stringAt } from './data-path';
import { itemOfFile } from './evidence';
import type { Manifest } from './stack-facts';

export interface LocalUiLibrary {
  readonly library: StackItem;
  readonly components: readonly StackItem[];
}

const componentFile = /\.(?:tsx|jsx|vue|svelte)$/;

/**
 * shadcn/ui, which copies its components into the workspace: its `components.json` names the folder, and every file
 * there is a component that needs no installing. `null` where the file is of another tool.
 */
export function readComponentsJson(
  { path, folder, text }: Manifest,
  table: FileTable,
): LocalUiLibrary | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const alias = stringAt(data, 'aliases', 'ui') ?? suffixed(stringAt(data, 'aliases', 'components'), '/ui');
  const schema = stringAt(data, '$schema') ?? '';
  if (alias === null && !schema.includes('shadcn')) return null;
  // An alias begins with a name that a bundler resolves (`@/`, `~/`, `$lib/`); what follows is a folder.
  const tail = (alias ?? 'components/ui').replace(/^[@~$#][^/]*\//, '');
  const isTail = table.folders.map((path) => path === tail || path.endsWith(`/${tail}`));
  const isInside = (path: string): boolean =>
    folder === '' || path === folder || path.startsWith(`${folder}/`);
  const components = table
    .either(
      (row) =>
        (isTail[row] === true || isTail[table.parentOf(row)] === true) && isInside(table.folders[row] ?? ''),
      () => false,
    )
    .filter((file) => componentFile.test(file))
    .map((file) => itemOfFile(file, componentName(file, tail)));
  const unique = [...new Map(components.map((item) => [item.name, item])).values()];
  return {
    library: itemOfFile(path, 'shadcn/ui'),
    components: unique.sort((left, right) => compareText(left.name, right.name)),
  };
}

/** `button` of `ui/button.tsx` and of `ui/button/Button.vue`. */
function componentName(file: string, tail: string): string {
  const folder = parentPath(file);
  return `/${folder}`.endsWith(`/${tail}`) ? fileName(file).replace(/\.\w+$/, '') : fileName(folder);
}

function suffixed(text: string | null, suffix: string): string | null {
  return text === null ? null : `${text}${suffix}`;
}
