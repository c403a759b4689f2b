/** Value of an environment variable, `undefined` where it is not set. */
export const environmentVariable = (name: string): string | undefined => process.env[name];

/** Lets the extension host do what waits: a keystroke, a press of Stop. */
export const nextTurn = (): Promise<void> => new Promise((done) => setImmediate(done));
