import { describe, expect, it } from 'vitest';
import { askedSection, replaceSection } from '../../../src/core/regenerate/replace-section';
import { findTargets, sectioned } from '../../../src/core/regenerate/section-target';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { changedStretch } from '../../../src/core/text/changed-stretch';
import { Proposal, type Conclude } from '../../../src/host/regenerate/proposal';
import { readSectionRequest } from '../../../src/host/regenerate/section-request';
import { goodSpec, taskTemplate } from '../checks/builders';

const template = taskTemplate();

function proposal(consent = true, conclude?: Conclude): Proposal {
  const scope = sectioned(parseSpec(goodSpec), template, null);
  const [target] = findTargets(scope, { by: 'key', key: 'testing' });
  if (target === undefined) throw new Error('No section.');
  return new Proposal(
    ({ usage, ...input }) =>
      replaceSection({
        ...input,
        asked: askedSection(scope, target),
        template,
        model: { id: 'test', usage },
        consent,
      }),
    conclude,
  );
}

describe('a proposal', () => {
  it('shows the section as far as it is written, in the document as it stands', () => {
    const one = proposal();
    expect(one.preview(goodSpec)).toBe(goodSpec);
    one.write('## 3. Testing');
    expect(one.preview(goodSpec)).toBe(goodSpec);
    one.write(' Strategy\n\nFirst.\n\n```sh\ngo test');
    const shown = one.preview(goodSpec);
    expect(shown).toContain(
      '## 3. Testing Strategy\n\nFirst.\n\n```sh\ngo test\n```\n\n## 4. Open Questions',
    );
    const edited = goodSpec.replace('Admins invite', 'Owners invite');
    expect(one.preview(edited)).toContain('Owners invite');
    expect(one.preview(edited)).toContain('First.');
  });

  it('shows what follows from the whole answer, such as the line below, once that is known, and not in another text', async () => {
    const one = proposal(true, (text) =>
      Promise.resolve(text.replace(/\n_Figures: .*_\n$/u, '\n_Figures: new_\n')),
    );
    const below = `${goodSpec}\n_Figures: old_\n`;
    one.write('## 3. Testing Strategy\n\nFirst.');
    one.finish({ inputTokens: 1, outputTokens: 2 });
    expect(one.shown(below)).toContain('_Figures: old_');
    expect(await one.concluded(below, null)).toMatchObject({
      kind: 'replaced',
      text: expect.stringMatching(/First\.[\s\S]*_Figures: new_\n$/u) as string,
    });
    expect(one.shown(below)).toContain('_Figures: new_');
    // What only sections change is told by that alone.
    expect(one.preview(below)).toContain('_Figures: old_');
    expect(one.shown(below.replace('Admins invite', 'Owners invite'))).toContain('_Figures: old_');
  });

  it('can be accepted where what follows from it can not be told', async () => {
    const one = proposal(true, () => Promise.reject(new Error('No workspace.')));
    one.write('## 3. Testing Strategy\n\nFirst.');
    one.finish({ inputTokens: 1, outputTokens: 2 });
    expect(await one.concluded(goodSpec, null)).toMatchObject({
      kind: 'replaced',
      text: one.preview(goodSpec),
    });
  });

  it('is not put over an edit in the section, nor over what is written by hand without consent', () => {
    const one = proposal();
    one.write('## 3. Testing Strategy\n\nNew.');
    one.finish({ inputTokens: 1, outputTokens: 2 });
    expect(one.replace(goodSpec.replace('The link is dead', 'The link is gone'), null)).toEqual({
      kind: 'changed',
    });
    expect(one.replace(goodSpec.replace(/## 3\.[\s\S]*?(?=## 4\.)/, ''), null)).toEqual({ kind: 'gone' });
    const unasked = proposal(false);
    unasked.write('## 3. Testing Strategy\n\nNew.');
    expect(unasked.replace(goodSpec, null)).toEqual({ kind: 'edited', headings: ['3. Testing Strategy'] });
  });
});

describe('a proposal that is accepted', () => {
  /** A whole one, and how often and for which texts it was put in. */
  function whole(): {
    readonly one: Proposal;
    readonly put: string[];
    accept(text?: () => string): Promise<void>;
  } {
    const one = proposal(true, (text) => new Promise((done) => setTimeout(() => done(text), 5)));
    one.write('## 3. Testing Strategy\n\nFirst.\n');
    one.finish({ inputTokens: 1, outputTokens: 2 });
    const put: string[] = [];
    return {
      ...{ one, put },
      accept: (text = () => goodSpec) =>
        one.accept(text, null, (before) => {
          put.push(before);
          return Promise.resolve();
        }),
    };
  }

  it('is put in once, however often that is asked for', async () => {
    const { put, accept } = whole();
    await Promise.all([accept(), accept()]);
    expect(put).toEqual([goodSpec]);
  });

  it('is not put in where it was discarded before it was worked out', async () => {
    const { one, put, accept } = whole();
    const accepting = accept();
    one.stop();
    await accepting;
    expect(put).toEqual([]);
  });

  it('is put into what was typed meanwhile', async () => {
    const { put, accept } = whole();
    let text = goodSpec;
    const accepting = accept(() => text);
    text = goodSpec.replace('Admins invite', 'Owners invite');
    await accepting;
    expect(put).toEqual([text]);
  });
});

describe('the stretch in which two texts differ', () => {
  it.each([
    ['abc', 'abc'],
    ['abc', 'axc'],
    ['aaa', 'aa'],
    ['', 'x'],
    ['a\r\nb\r\nc', 'a\r\nc'],
    ['a\r\nb', 'a\r\n\r\nb'],
    ['one\r\ntwo', 'one\ntwo'],
  ])('makes the second of %j and %j, and cuts no line end in two', (before, after) => {
    const { start, end, newText } = changedStretch(before, after);
    expect(before.slice(0, start) + newText + before.slice(end)).toBe(after);
    for (const offset of [start, end]) expect(before.slice(offset - 1, offset + 1)).not.toBe('\r\n');
  });
});

describe('what comes with the command', () => {
  it('is taken where it fits and left out where not', () => {
    expect(
      readSectionRequest({ line: 3, section: 'a', instruction: '', model: 'm', consent: true, more: 1 }),
    ).toEqual({
      ...{ line: 3, section: 'a', instruction: '', model: 'm', consent: true },
    });
    expect(readSectionRequest({ line: '3', section: 4, instruction: null, consent: 'yes' })).toEqual({});
    for (const value of [undefined, null, 'x', 3]) expect(readSectionRequest(value)).toEqual({});
  });
});
