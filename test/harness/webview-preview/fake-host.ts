import type { HostMessage, WebviewMessage } from '../../../src/shared/wizard/protocol';
import { emptyInput } from '../../../src/shared/wizard/wizard-input';
import { scenes } from './scenes';

/**
 * Stands in for the extension host in a browser page: answers `ready` with the scene named in the page's address and
 * keeps what the wizard sent in `window.sent`. It never changes the scene by itself; a test sends the next state
 * through `window.show`.
 */
declare global {
  interface Window {
    acquireVsCodeApi: () => unknown;
    sceneNames: readonly string[];
    sent: WebviewMessage[];
    stored: unknown;
    show: (message: HostMessage) => void;
  }
}

const address = new URLSearchParams(window.location.search);
const scene = scenes[address.get('scene') ?? 'source'];

window.sceneNames = Object.keys(scenes);
window.sent = [];
window.show = (message) => window.postMessage(message, '*');
window.acquireVsCodeApi = () => ({
  postMessage(message: WebviewMessage) {
    window.sent.push(message);
    if (message.type !== 'ready' || !scene) return;
    window.show({ type: 'strings', language: 'en', bundle: {} });
    window.show({ type: 'state', state: scene, input: { ...emptyInput, step: scene.step } });
  },
  getState: () => window.stored,
  setState: (state: unknown) => {
    window.stored = state;
  },
});
