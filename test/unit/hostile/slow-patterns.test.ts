import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { readSource } from '../../../src/core/source/read-source';
import { smallTalk } from '../../../src/core/source/vocabulary/conversation-phrases';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { surroundingsOf } from '../checks/surroundings';

/** Each of these took minutes or for ever while a pattern could read it in more ways than one. */
describe('a text that almost fits a pattern', () => {
  it('is a citation that goes on and on and never closes', async () => {
    const item = (ids: string): string => `- **Events go through Kafka** (${ids}: it keeps them in order.\n`;
    const text = (ids: string): string => `# Spec\n\n## Key Decisions\n\n${item(ids)}`;
    const surroundings = await surroundingsOf({ 'a.go': 'package a\n' });
    const check = (ids: string): readonly unknown[] =>
      checkSpec({ spec: parseSpec(text(ids)), template: null, requirements: [], surroundings }).findings;
    expect(check(`US-1${'-A'.repeat(110)}`)).toBeInstanceOf(Array);
    expect(check(`US-1${', US-2'.repeat(30)}`)).toBeInstanceOf(Array);
  });

  it('is an agreement of one endless word', () => {
    expect(smallTalk.test(`yes ${'a'.repeat(20_000)}?`)).toBe(false);
    expect(smallTalk.test('yes, that works!')).toBe(true);
    expect(smallTalk.test('yes, and it must work offline')).toBe(false);
  });

  it.each(['憃', 'Ana', 'Ana (10:02)', '10:02'])('is a speaker and nothing but spaces: %s', (speaker) => {
    const text = `# A\n\n${speaker}${' '.repeat(3000)}- x\n`;
    expect(readSource({ path: 'a.md', bytes: new TextEncoder().encode(text) }).kind).toBe('prd');
  });

  it('is a list of names, each as long as three', () => {
    const bullet = `- ${[1, 2, 3].map(() => 'abcde'.repeat(5)).join(', ')}!\n`;
    const text = `# Invites\n\n## Features\n\n### Sending\n\n${bullet.repeat(50)}`;
    const source = readSource({ path: 'a.md', bytes: new TextEncoder().encode(text) });
    expect(source.requirements.length).toBeGreaterThan(0);
  });
});
