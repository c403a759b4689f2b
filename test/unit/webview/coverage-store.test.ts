import { describe, expect, it } from 'vitest';
import { connectCoverage } from '../../../webview-ui/src/state/coverage-store';

function connected() {
  const sent: unknown[] = [];
  const heard: ((event: { readonly data: unknown }) => void)[] = [];
  const languages: string[] = [];
  const store = connectCoverage(
    { postMessage: (message) => void sent.push(message) },
    { addEventListener: (_, listener) => void heard.push(listener) },
    ({ language }) => void languages.push(language),
  );
  const receive = (data: unknown): void => heard.forEach((listener) => listener({ data }));
  return { store, sent, languages, receive };
}

const coverage = { path: 'a.md', title: 'A', source: null, rows: [] };

describe('the connection of the coverage view', () => {
  it('says ready once it listens, and tells of each matrix', () => {
    const { store, sent, languages, receive } = connected();
    let told = 0;
    store.subscribe(() => (told += 1));
    expect(sent).toEqual([{ type: 'ready' }]);
    expect(store.getCoverage()).toBeUndefined();
    receive({ type: 'strings', language: 'de', bundle: {} });
    receive({ type: 'coverage', coverage });
    receive({ type: 'coverage', coverage: null });
    expect(languages).toEqual(['de']);
    expect(told).toBe(2);
    expect(store.getCoverage()).toBeNull();
  });

  it('drops what is no message of the host', () => {
    const { store, receive } = connected();
    for (const data of [null, 'x', { type: 'coverage' }, { type: 'coverage', coverage: { path: 1 } }])
      receive(data);
    expect(store.getCoverage()).toBeUndefined();
  });
});
