import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markdownOfText } from '../../../src/core/markdown/markdown-of-text';
import { parseMarkdown } from '../../../src/core/markdown/parse-markdown';
import { plainMessage } from '../../../src/host/messages/plain-message';
import { wizardHtml } from '../../../src/host/wizard/page/wizard-html';

const root = join(__dirname, '../../..');

function sources(folder: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|tsx)$/.test(path))
    .map((path) => [`${folder}/${path}`, readFileSync(join(root, folder, path), 'utf8')]);
}

/** How the editor finds links in a notification; it lets `command:` run. */
const linkOfEditor = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

const hostile = [
  '<img src=x onerror=alert(1)>',
  '[Sign in](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22x%22%7D)',
  '[Sign in](javascript:alert(1))',
  '![x](https://elsewhere.example/pixel.png)',
  '<script>alert(1)</script>',
  '[[x](command:a)](command:b)',
  '<command:workbench.action.quit>',
  '[x]: command:workbench.action.quit\n[x]',
  '$(alert) &lt;b&gt;',
];

describe('markup and links in texts of anyone', () => {
  it.each(hostile)('are no link in a notification, where a click could run a command: %s', (text) => {
    const message = plainMessage(`model.example failed on its side. It says: ${text}`);
    expect(message.match(linkOfEditor)).toBeNull();
    // All of it is still there to read.
    expect(message.replaceAll('] (', '](')).toContain(text);
  });

  it.each(hostile)('are text in a hover: %s', (text) => {
    const kinds = new Set<string>();
    const visit = (node: { type: string; children?: unknown }): void => {
      kinds.add(node.type);
      for (const child of (node.children ?? []) as { type: string }[]) visit(child);
    };
    visit(parseMarkdown(markdownOfText(text)));
    for (const kind of ['html', 'image', 'definition', 'linkReference', 'code'])
      expect(kinds).not.toContain(kind);
  });

  it('reach no page as markup: the wizard has no way to make any, and its page allows no script of others', () => {
    for (const [path, text] of sources('webview-ui/src'))
      expect(text, path).not.toMatch(
        /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      );
    for (const [path, text] of sources('src/host'))
      expect(text, path).not.toMatch(/supportHtml = true|isTrusted = true|isTrusted: true/);
    const page = wizardHtml({
      ...{
        cspSource: 'https://own.example',
        nonce: 'n0nce',
        language: '"><script>',
        title: hostile.join(''),
      },
      ...{ script: 'https://own.example/a.js', styles: [] },
    });
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|onerror=alert\(1\)>|unsafe-inline|unsafe-eval/);
    expect(page).toContain('default-src &#39;none&#39;');
  });
});
