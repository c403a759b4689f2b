import { describe, expect, it } from 'vitest';
import { writeSettled } from '../../../src/host/editor/write-settled';

describe('writing a text that is open', () => {
  it('writes it once where nobody types', async () => {
    const written: string[] = [];
    await writeSettled(
      () => '',
      (text) => Promise.resolve(void written.push(text)),
    );
    expect(written).toEqual(['']);
  });

  it('has what was typed meanwhile in the file at the end', async () => {
    const written: string[] = [];
    let text = '# Spec';
    await writeSettled(
      () => text,
      async (one) => {
        if (written.length < 2) text += '!';
        await Promise.resolve();
        written.push(one);
      },
    );
    expect(written).toEqual(['# Spec', '# Spec!', '# Spec!!']);
  });

  it('says why it can not be written', async () => {
    const failing = () => Promise.reject(new Error('Read only.'));
    await expect(writeSettled(() => '# Spec', failing)).rejects.toThrow('Read only.');
  });
});
