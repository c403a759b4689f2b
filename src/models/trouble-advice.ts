import { t } from '@vscode/l10n';
import type { Trouble } from './openai-trouble';

/** What a person is told of a trouble, and what helps. */
export function adviceOn(
  trouble: Trouble,
  where: string,
  model: string,
): { message: string; remedy: string } {
  switch (trouble) {
    case 'unauthorized':
      return { message: t('{0} refused the API key.', where), remedy: t('Set the API key again.') };
    case 'no-key':
      return { message: t('{0} needs an API key.', where), remedy: t('Set the API key.') };
    case 'refused':
      return {
        message: t('{0} refuses the request.', where),
        remedy: t('Choose another model or ask for access.'),
      };
    case 'forbidden':
      return {
        message: t('{0} does not allow this key to use {1}.', where, model),
        remedy: t('Choose another model or ask for access.'),
      };
    case 'unknown-model':
      return {
        message: t('{0} does not know the model {1}.', where, model),
        remedy: t('Check the model name and the base URL, which usually ends in /v1.'),
      };
    case 'rate-limited':
      return {
        message: t('{0} is limiting requests.', where),
        remedy: t('Wait a moment and try again, or choose another model.'),
      };
    case 'quota':
      return {
        message: t('What this key may spend at {0} is used up.', where),
        remedy: t('Add credit at the provider, or choose another model.'),
      };
    case 'unreachable':
      return {
        message: t("{0} can't be reached.", where),
        remedy: t('Start the server or check the base URL and your network.'),
      };
    case 'page':
      return {
        message: t("{0} can't be reached from the browser.", where),
        remedy: t(
          "The server has to run and to allow requests of web pages (CORS). Else use the editor's models or the outline, or VS Code on the desktop.",
        ),
      };
    case 'certificate':
      return {
        message: t('The certificate of {0} is not trusted.', where),
        remedy: t(
          "Add your company's certificate to the system's, or name it in NODE_EXTRA_CA_CERTS before you start the editor or the command.",
        ),
      };
    case 'proxy':
      return {
        message: t('The proxy on the way to {0} refused the connection.', where),
        remedy: t('Check the proxy, its user name and password, and NO_PROXY.'),
      };
    case 'timeout':
      return {
        message: t('{0} did not answer in time.', where),
        remedy: t('Try again, or choose another model.'),
      };
    case 'server':
      return { message: t('{0} failed on its side.', where), remedy: t('Try again in a moment.') };
    case 'no-text':
      return {
        message: t('{0} closed the connection before any text came.', where),
        remedy: t('Try again in a moment.'),
      };
    case 'too-long':
      return {
        message: t('The prompt is too long for {0}.', model),
        remedy: t('Leave out documents, or choose a model with a larger context window.'),
      };
    case 'protocol':
      return {
        message: t('The server answered, but not in the format of OpenAI chat completions.'),
        remedy: t('Check the base URL: it usually ends in /v1.'),
      };
    case 'web-page':
      return {
        message: t('{0} answered with a web page.', where),
        remedy: t('Check the base URL, which usually ends in /v1, and whether a proxy asks you to sign in.'),
      };
    case 'redirect':
      return {
        message: t('{0} sends requests on to another address, which is not followed with your key.', where),
        remedy: t('Enter the other address as base URL if you trust it.'),
      };
    case 'interrupted':
      return {
        message: t('The connection to {0} broke before the answer was complete.', where),
        remedy: t('What came is kept. Try again for a whole one.'),
      };
    case 'unavailable':
    case 'unknown':
      return {
        message: t('The request to {0} failed.', where),
        remedy: t('Check the model settings and try again.'),
      };
  }
}
