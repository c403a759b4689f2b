import { describe, expect, it } from 'vitest';
import { continuedDocument } from '../../../src/host/editor/continued-document';

const draft =
  '# Spec\n\n## 1. Overview\n\nOwners and admins invite members by their e-mail address.\n\n## 2. Ta';

function goOn(document: string, text = draft): string | null {
  const place = continuedDocument(document, text);
  return place === null ? null : document.slice(0, place.keep) + place.insert;
}

describe('a document in which a draft goes on', () => {
  it('gets what it lacks of the draft, wherever it stopped', () => {
    for (let at = 0; at <= draft.length; at++) expect(goOn(draft.slice(0, at)), `${at}`).toBe(draft);
  });

  it('loses the line break that saving put at its end', () => {
    expect(goOn(`${draft}\n`)).toBe(draft);
  });

  it('keeps what a person changed above its end', () => {
    const edited = draft.replace('# Spec', '# Our Spec\n\nA line of ours.');
    expect(goOn(edited.slice(0, -6))).toBe(edited);
  });

  it('keeps its own line breaks', () => {
    const windows = draft.replaceAll('\n', '\r\n');
    expect(goOn(windows.slice(0, -5))?.replaceAll('\r\n', '\n')).toBe(draft);
  });

  it('is another one where its end was changed', () => {
    expect(goOn(`${draft.slice(0, -10)} and something else that a person wrote at the end of it`)).toBeNull();
    expect(goOn('# Another document\n')).toBeNull();
  });
});
