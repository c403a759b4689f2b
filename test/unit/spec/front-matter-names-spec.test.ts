import { expect, it } from 'vitest';
import { frontMatterNamesSpec } from '../../../src/core/spec/front-matter-names-spec';

it.each([
  ['---\ntechSpec: true\n---\n# A', true],
  ['\uFEFF---\r\ntitle: A\r\ntech-spec: rfc\r\n---\r\n', true],
  ['---\ntitle: techSpec\n---\n# A', false],
  ['# A\n\ntechSpec: true\n', false],
  ['', false],
])('front matter tells a spec: %j', (text, expected) => {
  expect(frontMatterNamesSpec(text)).toBe(expected);
});
