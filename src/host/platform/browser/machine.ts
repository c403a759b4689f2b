/** Value of an environment variable: a browser has none. */
export const environmentVariable = (_name: string): string | undefined => undefined;

/** Lets the extension host do what waits: a keystroke, a press of Stop. */
export function nextTurn(): Promise<void> {
  // A timer would wait for four milliseconds, each time.
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
