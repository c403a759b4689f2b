// Pictures of every scene of the wizard and of the views of coverage and metrics in four themes and two widths, for looking at.
// Use: node test/harness/webview-preview/take-pictures.mjs FOLDER [SCENE ...]
/* global window, document */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../../scripts/vscode/browser.mjs';
import { rootDir } from '../../../scripts/vscode/cache.mjs';
import { reportScenes } from './report-scenes.mjs';
import { startPreview } from './preview-server.mjs';
import { themeNames } from './themes.mjs';

const [folder = join(rootDir, '.cache', 'pictures'), ...chosen] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const preview = await startPreview();
const browser = await launchBrowser();
for (const width of [900, 360]) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('console', (message) => console.log(message.text()));
  await page.goto(preview.url('source', 'dark'));
  const all = await page.evaluate(() => window.sceneNames);
  for (const scene of chosen.length > 0 ? chosen : [...all, ...reportScenes])
    for (const theme of themeNames) {
      await page.setViewportSize({ width, height: 600 });
      await page.goto(preview.url(scene, theme));
      await page.locator('h1').waitFor();
      // A window as high as the page shows the sticky footer where it ends.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(height, 600) });
      await page.screenshot({ path: join(folder, `${scene}-${theme}-${width}.png`) });
    }
  await page.close();
}
await browser.close();
await preview.close();
