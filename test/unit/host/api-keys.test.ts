import { describe, expect, it } from 'vitest';
import { ApiKeys } from '../../../src/host/models/api-keys';

function storage() {
  const secrets = new Map<string, string>();
  const state = new Map<string, unknown>();
  const keys = new ApiKeys(
    {
      get: (name: string) => Promise.resolve(secrets.get(name)),
      store: (name: string, value: string) => Promise.resolve(void secrets.set(name, value)),
      delete: (name: string) => Promise.resolve(void secrets.delete(name)),
    },
    {
      get: <T>(name: string) => state.get(name) as T | undefined,
      update: (name: string, value: unknown) => Promise.resolve(void state.set(name, value)),
    },
  );
  return { keys, secrets, state };
}

describe('API keys', () => {
  it('are kept for one server and not given to another', async () => {
    const { keys } = storage();
    await keys.set('https://a.example', 'key-a');
    expect(await keys.get('https://a.example')).toBe('key-a');
    expect(await keys.get('https://b.example')).toBeNull();
  });

  it('are in the secret storage only', async () => {
    const { keys, state } = storage();
    await keys.set('https://a.example', 'key-a');
    expect(JSON.stringify([...state])).not.toContain('key-a');
  });

  it('are all gone after clearing', async () => {
    const { keys, secrets } = storage();
    await keys.set('https://a.example', 'key-a');
    await keys.set('https://b.example', 'key-b');
    await keys.set('https://a.example', 'key-a2');
    expect(keys.origins()).toEqual(['https://a.example', 'https://b.example']);
    await keys.clear();
    expect([...secrets]).toEqual([]);
    expect(keys.origins()).toEqual([]);
  });
});
