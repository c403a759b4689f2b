import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { cacheDir, rootDir } from '../../scripts/vscode/cache.mjs';
import { themes, type ThemeName, type VsCode } from './vs-code';

/** Where the pictures lie that the README shows. */
export const imagesDir: string = join(rootDir, 'docs', 'images');

/** Where all other pictures go: to be looked at, not to be kept. */
export const albumDir: string = join(cacheDir, 'pictures');

/** Settings that leave in a picture only what a user of the product looks at. */
export const pictureSettings = {
  'window.title': '${rootName}',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.empty.hint': 'hidden',
  'editor.minimap.enabled': false,
  'explorer.compactFolders': false,
} as const;

/** What a picture shows: the whole window, one of its parts, or any element. */
export type Area = 'window' | 'editor' | 'sidebar' | Locator;

const parts = { editor: '.part.editor', sidebar: '.part.sidebar' } as const;

/** Writes `NAME.png` as the window is now, into `docs/images` where the README shows it, and returns its path. */
export async function shoot(vsCode: VsCode, name: string, area: Area = 'window'): Promise<string> {
  const shown = readFileSync(join(rootDir, 'README.md'), 'utf8').includes(`docs/images/${name}.png`);
  const folder = shown ? imagesDir : albumDir;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  // A resting pointer or a blinking cursor would make every run's picture another file.
  const options = { path, animations: 'disabled', caret: 'hide' } as const;
  await vsCode.page.mouse.move(0, 0);
  if (area === 'window') await vsCode.page.screenshot(options);
  else {
    const element = typeof area === 'string' ? vsCode.page.locator(parts[area]) : area;
    const clip = await element.boundingBox();
    if (clip === null) throw new Error(`Nothing to take a picture of for ${name}: the element is not shown.`);
    await vsCode.page.screenshot({ ...options, clip });
  }
  return path;
}

/** The same view in each theme: `NAME-THEME.png`. Ends in the theme that comes first. */
export async function shootInEveryTheme(
  vsCode: VsCode,
  name: string,
  area: Area = 'window',
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const theme of Object.keys(themes) as ThemeName[]) {
    await vsCode.setTheme(themes[theme]);
    paths.push(await shoot(vsCode, `${name}-${theme}`, area));
  }
  await vsCode.setTheme(themes.dark);
  return paths;
}
