import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { randomNonce } from '../../../../src/host/wizard/page/nonce';
import { escapeHtml, wizardHtml } from '../../../../src/host/wizard/page/wizard-html';

const html = wizardHtml({
  cspSource: 'https://*.webview.example',
  nonce: 'abc123',
  language: 'en"><script>alert(1)</script>',
  title: 'Create & Review',
  script: 'https://files.webview.example/wizard.js?a=1&b="',
  styles: ['https://files.webview.example/wizard.css'],
});

describe("the wizard's page", () => {
  it('allows nothing but its own script and style', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'nonce-abc123'",
      // The hash of an empty style element and of nothing else.
      `style-src https://*.webview.example 'sha256-${createHash('sha256').update('').digest('base64')}'`,
      'font-src https://*.webview.example',
      'img-src https://*.webview.example',
    ]);
    expect(html).not.toMatch(/unsafe|<style|style=|onload=/);
  });

  it('has one script, with the nonce', () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script nonce="abc123"');
  });

  it('escapes every value', () => {
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('Create &amp; Review');
    expect(html).toContain('wizard.js?a=1&amp;b=&quot;');
    expect(escapeHtml(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  });

  it('has a nonce of 128 bits that is another each time', () => {
    expect(randomNonce()).toMatch(/^[0-9a-f]{32}$/);
    expect(randomNonce()).not.toBe(randomNonce());
  });
});
