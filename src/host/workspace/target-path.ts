import { t } from '@vscode/l10n';
import { joinPath } from '../../core/text/path';
import { hasUnseen } from '../../core/text/unseen';

/** A path that a spec can be written at, or what is wrong with the one entered. */
export type TargetPath =
  | {
      readonly kind: 'path';
      /** Relative to the workspace folder, normalised. */
      readonly path: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads a path that a person entered. Whether something exists there is another question. */
export function readTargetPath(entered: string): TargetPath {
  const refused = (reason: string): TargetPath => ({ kind: 'refused', reason });
  const text = entered.trim().replaceAll('\\', '/');
  if (text === '') return refused(t('Enter a path in the workspace, such as tech-specs/name.md.'));
  if (text.startsWith('/') || text.startsWith('~') || /^[a-z][a-z\d+.-]*:/i.test(text))
    return refused(t('Enter a path relative to the workspace folder.'));
  const path = joinPath('', text);
  if (path === null) return refused(t('The path leaves the workspace folder. Choose one inside it.'));
  if (text.endsWith('/') || !/[^/]\.(md|markdown)$/i.test(path))
    return refused(t('Enter the name of a Markdown file, ending in .md.'));
  if ([...path].some(isControl) || hasUnseen(path) || /[<>:"|?*]/.test(path))
    return refused(t('The path holds characters that file names cannot have on every system.'));
  return { kind: 'path', path };
}

function isControl(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 0x20;
}

/** `name-2.md`, `name-3.md` and so on for `name.md`. */
export function numberedPath(path: string, number: number): string {
  return path.replace(/(\.[^./]+)$/, `-${number}$1`);
}
