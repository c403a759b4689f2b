import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { replaceStretches } from '../../../src/core/text/replace-stretches';
import { settledChanges } from '../../../src/host/navigation/settled-changes';
import { check, edit, goodSpec } from '../checks/builders';

const report = (text: string) => ({ ...check({ text }), spec: parseSpec(text) });
const broken = edit(goodSpec, '| T-001, T-002 |', '| T-01, T-002 |');

/** A document as the editor has it, in which a person types. */
function open(text: string): { text: string; getText(): string } {
  return {
    text,
    getText() {
      return this.text;
    },
  };
}
const checked = (text: string) => Promise.resolve(report(text));
const waits = () => false;

describe('the changes that fix all that is safe', () => {
  it.each([
    ['line feeds', broken, goodSpec],
    ['returns', broken.replaceAll('\n', '\r\n'), goodSpec.replaceAll('\n', '\r\n')],
  ])('are those of the text that was checked, with %s', async (_, text, wanted) => {
    const changes = await settledChanges(report(text), open(text), checked, waits);
    expect(changes).toHaveLength(1);
    expect(replaceStretches(text, changes ?? [])).toBe(wanted);
  });

  it('are none where a person typed while the spec was checked: they would take that back', async () => {
    const typed = edit(broken, '# ', '# My ');
    expect(await settledChanges(report(broken), open(typed), checked, waits)).toBeNull();
  });

  it('are none where a person types during the rounds, which end then', async () => {
    const document = open(broken);
    let rounds = 0;
    const changes = await settledChanges(
      report(broken),
      document,
      (text) => {
        rounds += 1;
        document.text += 'typed';
        return checked(text);
      },
      waits,
    );
    expect({ changes, rounds }).toEqual({ changes: null, rounds: 1 });
  });

  it('are none where nobody waits, and a check that fails is told', async () => {
    expect(await settledChanges(report(broken), open(broken), checked, () => true)).toBeNull();
    const failing = () => Promise.reject(new Error('No template.'));
    await expect(settledChanges(report(broken), open(broken), failing, waits)).rejects.toThrow(
      'No template.',
    );
  });
});
