// Chat models for tests, offered to other extensions through `vscode.lm` with no account and no network.
// Steered by commands (see `commands` below) and by the environment variable FAKE_MODEL_TEXT_FILE, a file with the answer.
const vscode = require('vscode');

const behaviours = {
  normal: 'streams the text at the set rate',
  slow: 'streams four characters every half second',
  failing: 'streams the first half, then throws',
  empty: 'answers with nothing',
  blocked: 'refuses at once, as a content filter does',
};

const initial = () => ({
  text: 'Fake answer.',
  chunkCharacters: 40,
  chunkMilliseconds: 10,
  available: Object.keys(behaviours),
});

let state = initial();
/** @type {{ model: string, messages: { role: number, text: string }[] }[]} */
let requests = [];

function answerText() {
  // In a web worker there is neither a process nor a disk.
  const file = globalThis.process?.env?.FAKE_MODEL_TEXT_FILE;
  return file ? require('node:fs').readFileSync(file, 'utf8') : state.text;
}

/** Resolves after `ms`, or at once when the token is cancelled. */
const pause = (ms, token) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    token.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });

const textOf = (content) => {
  if (typeof content === 'string') return content;
  return content.map((part) => (typeof part.value === 'string' ? part.value : '')).join('');
};

async function stream(text, { characters, milliseconds }, progress, token) {
  for (let at = 0; at < text.length && !token.isCancellationRequested; at += characters) {
    progress.report(new vscode.LanguageModelTextPart(text.slice(at, at + characters)));
    await pause(milliseconds, token);
  }
}

function activate(context) {
  const changed = new vscode.EventEmitter();
  const provider = {
    onDidChangeLanguageModelChatInformation: changed.event,
    provideLanguageModelChatInformation: () =>
      state.available.map((id) => ({
        id: `fake-${id}`,
        name: `Fake ${id}`,
        family: `fake-${id}`,
        version: '1',
        tooltip: behaviours[id],
        maxInputTokens: 100_000,
        maxOutputTokens: 16_000,
        capabilities: {},
      })),
    provideTokenCount: async (_model, text) =>
      Math.ceil((typeof text === 'string' ? text : textOf(text.content)).length / 4),
    provideLanguageModelChatResponse: async (model, messages, _options, progress, token) => {
      requests.push({
        model: model.id,
        messages: messages.map(({ role, content }) => ({ role, text: textOf(content) })),
      });
      const text = answerText();
      const rate = { characters: state.chunkCharacters, milliseconds: state.chunkMilliseconds };
      switch (model.id) {
        case 'fake-slow':
          return stream(text, { characters: 4, milliseconds: 500 }, progress, token);
        case 'fake-failing':
          await stream(text.slice(0, text.length / 2), rate, progress, token);
          throw new Error('The fake model failed midway.');
        case 'fake-empty':
          return undefined;
        case 'fake-blocked':
          throw vscode.LanguageModelError.Blocked('The fake model refuses.');
        default:
          return stream(text, rate, progress, token);
      }
    },
  };

  const commands = {
    /** `{ text?, chunkCharacters?, chunkMilliseconds?, available?: ids without "fake-" }` */
    'fakeModels.set': (changes) => {
      state = { ...state, ...changes };
      changed.fire();
    },
    'fakeModels.reset': () => {
      state = initial();
      requests = [];
      changed.fire();
    },
    'fakeModels.requests': () => requests,
  };
  context.subscriptions.push(
    changed,
    vscode.lm.registerLanguageModelChatProvider('fake', provider),
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
}

module.exports = { activate };
