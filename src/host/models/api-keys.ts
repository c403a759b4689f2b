import type { Disposable, Memento, SecretStorage } from 'vscode';

const originsKey = 'techSpec.apiKeyOrigins';
const secretPrefix = 'techSpec.apiKey:';
const secretName = (origin: string): string => secretPrefix + origin;

/** The part of the editor's storages that keys need. */
export type KeySecrets = Pick<SecretStorage, 'get' | 'store' | 'delete'> &
  Partial<Pick<SecretStorage, 'onDidChange'>>;
export interface KeyState extends Pick<Memento, 'update'> {
  get<T>(key: string): T | undefined;
}

/**
 * API keys in the editor's secret storage, one for each server: a key entered for one is never sent to another, even
 * where the base URL changes later.
 */
export class ApiKeys {
  readonly #secrets: KeySecrets;
  readonly #state: KeyState;

  constructor(secrets: KeySecrets, state: KeyState) {
    this.#secrets = secrets;
    this.#state = state;
  }

  /** Calls back after a key was stored or forgotten, in this window or another. */
  onDidChange(listener: () => void): Disposable | undefined {
    return this.#secrets.onDidChange?.(({ key }) => {
      if (key.startsWith(secretPrefix)) listener();
    });
  }

  async get(origin: string): Promise<string | null> {
    const key = await this.#secrets.get(secretName(origin));
    return key === undefined || key === '' ? null : key;
  }

  async set(origin: string, key: string): Promise<void> {
    await this.#secrets.store(secretName(origin), key);
    await this.#state.update(originsKey, [...new Set([...this.origins(), origin])].sort());
  }

  /** Forgets the keys of all servers. */
  async clear(): Promise<void> {
    for (const origin of this.origins()) await this.#secrets.delete(secretName(origin));
    await this.#state.update(originsKey, undefined);
  }

  /** Servers for which a key is stored. */
  origins(): readonly string[] {
    return this.#state.get<readonly string[]>(originsKey) ?? [];
  }
}
