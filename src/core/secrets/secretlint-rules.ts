import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type {
  SecretLintRuleContext,
  SecretLintRuleReportDescriptor,
  SecretLintSourceCode,
} from '@secretlint/types';
import type { SecretSpan } from './secret-span';

const prefix = '@secretlint/secretlint-rule-';

/** Rules that are not asked. */
const unused: ReadonlySet<string> = new Set([
  // A comment in a document could switch all other rules off, and documents are not trusted.
  'filter-comments',
  // They mark the whole address; what must not be seen is the password in it, see `secret-shapes.ts`.
  'basicauth',
  'database-connection-string',
  // Reads the file itself; the keys of service accounts are private keys, see `private-keys.ts`.
  'gcp',
  'privatekey',
]);

/** What a rule reports beside secrets. */
const publicMessages: ReadonlySet<string> = new Set(['AWSAccountID']);

const kinds: Readonly<Record<string, string>> = {
  '1password': '1Password token',
  anthropic: 'Anthropic key',
  aws: 'AWS secret key',
  cloudflare: 'Cloudflare token',
  databricks: 'Databricks token',
  docker: 'Docker token',
  figma: 'Figma token',
  github: 'GitHub token',
  gitlab: 'GitLab token',
  grafana: 'Grafana token',
  groq: 'Groq key',
  'hashicorp-vault': 'Vault token',
  huggingface: 'Hugging Face token',
  linear: 'Linear key',
  notion: 'Notion token',
  npm: 'npm token',
  openai: 'OpenAI key',
  sendgrid: 'SendGrid key',
  shopify: 'Shopify token',
  slack: 'Slack token',
  stripe: 'Stripe key',
  tailscale: 'Tailscale key',
  vercel: 'Vercel token',
};

/**
 * What a text has where a rule finds a secret in it, by the rule; one that is not named here is asked about every text.
 * To ask all of them takes longer than to look for these, and most texts have none. A test holds them against the
 * expressions of the rules.
 */
export const firstLooks: Readonly<Record<string, RegExp>> = {
  '1password': /ops_ey/,
  anthropic: /sk-ant-/,
  aws: /A3T|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA|(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)/,
  cloudflare: /cf(?:k|ut|at)_/,
  databricks: /dapi/,
  docker: /dckr_pat_/,
  figma: /figd_/,
  github: /gh[pousr]_|github_pat_/,
  gitlab: /glpat-/,
  grafana: /gls?[ac]_/,
  groq: /gsk_/,
  'hashicorp-vault': /hv[sbr]\./,
  huggingface: /hf_/,
  linear: /lin_api_/,
  notion: /ntn_/,
  npm: /npm_|_authToken=|x-oauth-basic/,
  openai: /sk-/,
  sendgrid: /SG\./,
  shopify: /shp(?:pa|ca|at|ss)_/,
  slack: /xox|xapp-|hooks\.slack\.com/i,
  stripe: /[sr]k_(?:live|test)/,
  tailscale: /tskey-/,
  vercel: /vc[piark]_/,
};
const anyFirstLook = new RegExp(
  Object.values(firstLooks)
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** Secrets that secretlint's recommended rules know. Its rules are functions of a text: its runner is not needed. */
export function secretlintSecrets(text: string): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  const source = sourceCode(text);
  const isPossible = anyFirstLook.test(text);
  for (const { meta, create } of rules) {
    const name = meta.id.slice(prefix.length);
    if (unused.has(name) || (!isPossible && Object.hasOwn(firstLooks, name))) continue;
    const context: SecretLintRuleContext = {
      sharedOptions: {},
      createTranslator: () => (messageId, data) => ({
        message: '',
        messageId: String(messageId),
        data,
      }),
      report: (report) => spans.push(...spansOf(text, kinds[name] ?? 'secret', report)),
      ignore: () => undefined,
    };
    // Each of the rules asked here has reported when it returns.
    void create(context, { enableIDScanRule: true }).file?.(source);
  }
  return spans;
}

/** Some ranges begin at the name before the value and end too soon, so the value itself is looked up. */
function spansOf(
  text: string,
  kind: string,
  { message, range }: SecretLintRuleReportDescriptor,
): readonly SecretSpan[] {
  if (publicMessages.has(message.messageId)) return [];
  const [start, end] = range;
  const data: unknown = message.data;
  const values = typeof data === 'object' && data !== null ? Object.values(data as object) : [];
  const spans: SecretSpan[] = [];
  for (const value of values) {
    if (typeof value !== 'string' || value === '') continue;
    const at = text.indexOf(value, start);
    if (at >= 0 && at <= end) spans.push({ kind, start: at, end: at + value.length });
  }
  return spans.length > 0 ? spans : [{ kind, start, end }];
}

/** The part of a source that rules read; positions are never asked for. */
function sourceCode(content: string): SecretLintSourceCode {
  const unused = (): never => {
    throw new Error('A rule asked for a position.');
  };
  return {
    hasBOM: false,
    content,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: 'text',
    ext: '',
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: unused,
    rangeToLocation: unused,
    positionToIndex: unused,
    indexToPosition: unused,
  };
}
