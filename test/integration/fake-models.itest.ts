import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

/** The test models themselves: suites that rely on them need to know that they do what their names say. */
describe('fake models', () => {
  const token = new vscode.CancellationTokenSource().token;
  const model = async (family: string): Promise<vscode.LanguageModelChat> => {
    const [first] = await vscode.lm.selectChatModels({ vendor: 'fake', family: `fake-${family}` });
    assert.ok(first, `fake-${family} is not offered`);
    return first;
  };
  const answer = async (family: string): Promise<string> => {
    const chat = await model(family);
    const response = await chat.sendRequest([vscode.LanguageModelChatMessage.User('Hello')], {}, token);
    let text = '';
    for await (const part of response.text) text += part;
    return text;
  };

  before(async () => {
    await vscode.extensions.getExtension('tech-spec-test.fake-model-provider')?.activate();
  });
  beforeEach(() => vscode.commands.executeCommand('fakeModels.reset'));

  it('stream the text that a test has set', async () => {
    const text = 'One line.\nAnother line with ünïcode.\n'.repeat(20);
    await vscode.commands.executeCommand('fakeModels.set', { text });
    assert.equal(await answer('normal'), text);
  });

  it('tell what was asked of them', async () => {
    await answer('normal');
    const requests =
      await vscode.commands.executeCommand<{ model: string; messages: { text: string }[] }[]>(
        'fakeModels.requests',
      );
    assert.deepEqual(
      requests.map(({ model, messages }) => [model, messages.map(({ text }) => text)]),
      [['fake-normal', ['Hello']]],
    );
  });

  it('count tokens', async () => {
    assert.equal(await (await model('normal')).countTokens('twelve chars'), 3);
  });

  it('fail midway, answer with nothing, or refuse, as their names say', async () => {
    await assert.rejects(answer('failing'), /failed midway/);
    assert.equal(await answer('empty'), '');
    await assert.rejects(answer('blocked'), /refuses/);
  });

  it('may all be absent', async () => {
    await vscode.commands.executeCommand('fakeModels.set', { available: [] });
    assert.deepEqual(await vscode.lm.selectChatModels({ vendor: 'fake' }), []);
  });
});
