import { describe, expect, it } from 'vitest';
import { editorModelFailure } from '../../../src/host/models/editor-model-failure';

const withCode = (code: string, message = '', cause?: unknown) =>
  Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code });

describe("a failure of one of the editor's models", () => {
  it.each([
    ['NoPermissions', 'forbidden'],
    ['Blocked', 'rate-limited'],
    ['NotFound', 'unknown-model'],
    ['Unknown', 'unknown'],
  ])('%s is %s and has a next step', (code, expected) => {
    const failure = editorModelFailure(withCode(code), 'Fake', false);
    expect(failure.code).toBe(expected);
    expect(failure.message).toContain('Fake');
    expect(failure.remedy).not.toBe('');
  });

  it('tells the first line of the cause, cut short', () => {
    const cause = new Error(`Quota of ${'x'.repeat(500)}\n    at stack (file.js:1:1)`);
    const { message } = editorModelFailure(withCode('Unknown', 'outer', cause), 'Fake', false);
    expect(message).toContain('Quota of');
    expect(message).not.toContain('stack');
    expect(message.length).toBeLessThan(300);
  });

  it('is an interruption once text had arrived', () => {
    expect(editorModelFailure(new Error('reset'), 'Fake', true)).toMatchObject({ code: 'interrupted' });
  });

  it('is told of anything that can be thrown', () => {
    for (const thrown of [undefined, null, 'text', 7, {}])
      expect(editorModelFailure(thrown, 'Fake', false).code).toBe('unknown');
  });
});
