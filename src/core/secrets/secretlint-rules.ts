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

/** Secrets that secretlint's recommended rules know. Its rules are functions of a text: its runner is not needed. */
export function secretlintSecrets(text: string): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  const source = sourceCode(text);
  for (const { meta, create } of rules) {
    const name = meta.id.slice(prefix.length);
    if (unused.has(name)) continue;
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
