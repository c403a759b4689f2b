import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/core/language/detect-language';
import { readPrd } from './drafted-in';

const fixtures = join(__dirname, '../../fixtures/sources');
const named: Readonly<Record<string, string>> = {
  ...{ en: 'en', es: 'es', pt: 'pt-br', fr: 'fr', ja: 'ja', zh: 'zh-cn', ko: 'ko', ru: 'ru', vi: 'vi' },
};

describe('the language of a text', () => {
  it('is told of every fixture that names its language', () => {
    const files = readdirSync(fixtures).flatMap((file) => {
      const language = named[/-([a-z]{2})\.\w+$/u.exec(file)?.[1] ?? ''];
      return language === undefined ? [] : [{ file, language }];
    });
    expect(files.length).toBeGreaterThan(100);
    const wrong = files.flatMap(({ file, language }) => {
      const told = detectLanguage(readFileSync(join(fixtures, file), 'utf8'));
      return told === language ? [] : [`${file}: ${told}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each(['en', 'de', 'es', 'pt-br', 'fr', 'ja', 'zh-cn'])('is told of the PRD in %s', (language) => {
    expect(detectLanguage(readPrd(language))).toBe(language);
  });

  it.each([
    ['nothing', ''],
    ['ids and code alone', '- US-001\n- `npm test`\n\n```sh\nder die das und ist nicht\n```\n'],
    ['names', 'Ada Moreno, Grace Lovelace, Katrin Albers'],
  ])('is not guessed from %s', (_, text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it('is that of the prose, whatever the names in it', () => {
    const text = 'Der Service `InviteService` ruft GET /api/members auf, und die Response enthält ein Token.';
    expect(detectLanguage(`${text} Wenn es nicht gültig ist, wird der Zugriff mit 403 abgelehnt.`)).toBe(
      'de',
    );
  });
});
