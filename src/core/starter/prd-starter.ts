import type { FileSystem } from '../ports/file-system';
import { oneLine } from '../text/said';

/**
 * A PRD to fill in, in the person's language where the product has one.
 *
 * @param templates rooted at the product's `templates/` folder
 * @param language tag such as `de` or `zh-cn`; English where nobody wrote one in it
 * @throws FileSystemError where not even the English one can be read
 */
export async function prdStarter(templates: FileSystem, language: string, title: string): Promise<string> {
  const text = await starterText(templates, language.toLowerCase());
  return text.replace('{{title}}', () => oneLine(title));
}

async function starterText(templates: FileSystem, language: string): Promise<string> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await templates.readFile(`starters/${name}`));
  for (const tag of [language, language.replace(/-.*/, '')]) {
    // The tag comes from the editor, but a path it must never be.
    if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})?$/.test(tag)) continue;
    try {
      return await read(`prd.${tag}.md`);
    } catch {
      // Not written in this language.
    }
  }
  return read('prd.md');
}
