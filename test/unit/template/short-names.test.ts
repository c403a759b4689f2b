import { beforeAll, describe, expect, it } from 'vitest';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { inLanguage } from '../../../src/core/template/localize-template';
import type { Template } from '../../../src/core/template/template';
import { builtInFiles } from '../draft/brief-for';

describe('items of the built-in checklists', () => {
  let templates: readonly Template[] = [];
  beforeAll(async () => {
    ({ templates } = await discoverTemplates({ builtIn: builtInFiles, workspace: null }));
  });

  it('have a name that a sidebar has room for, where their text is longer', () => {
    const long = templates.flatMap(({ id, checklist }) =>
      checklist.flatMap(({ id: item, text, short = text }) =>
        short.length > 40 ? [`${id}/${item}: ${short}`] : [],
      ),
    );
    expect(long).toEqual([]);
  });

  it('have it in every language, no longer than its text', () => {
    for (const template of templates)
      for (const { id } of template.languages ?? [])
        for (const { text, short } of inLanguage(template, id).checklist) {
          if (short === undefined) continue;
          expect(short.length, `${id}: ${short}`).toBeLessThanOrEqual(36);
          expect(short.length, `${id}: ${short}`).toBeLessThanOrEqual(text.length);
        }
  });
});
