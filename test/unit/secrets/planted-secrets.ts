/** A secret made for a test: nothing of it is in a file, so that no scanner takes this project for a leak. */
export interface PlantedSecret {
  readonly kind: string;
  /** What may not be seen. */
  readonly value: string;
  /** A line that gives it away, as people write such lines. */
  readonly line: string;
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const hexadecimal = `${digits}abcdef`;
const alphanumeric = lower + upper + digits;

/** One secret of each kind; another seed gives other values. */
export function plantedSecrets(seed: number): readonly PlantedSecret[] {
  const random = generator(seed);
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  const word = (length: number): string => pick(alphanumeric, length);
  const hex = (length: number): string => pick(hexadecimal, length);
  const uuid = (): string => [8, 4, 4, 4, 12].map(hex).join('-');
  const base64 = (length: number): string => pick(`${alphanumeric}+/`, length);
  const url = (length: number): string => pick(`${alphanumeric}_-`, length - 2) + word(2);
  const key = (label: string, start: string): string =>
    [
      `-----${'BEGIN'} ${label}-----`,
      start + base64(64 - start.length),
      ...Array.from({ length: 5 }, () => base64(64)),
      `-----${'END'} ${label}-----`,
    ].join('\n');
  const said = (kind: string, value: string, line = `Use ${value} for now.`): PlantedSecret => ({
    kind,
    value,
    line,
  });
  const named = (kind: string, value: string, before: string, after = ''): PlantedSecret =>
    said(kind, value, `${before}${value}${after}`);

  return [
    said('AWS access key', `AKIA${pick(upper + '234567', 16)}`),
    named('AWS secret key', base64(40), 'aws_secret_access_key = '),
    named('AWS secret key in JSON', base64(40), '{"secretAccessKey": "', '"}'),
    named(
      'Azure storage key',
      `${base64(86)}==`,
      'DefaultEndpointsProtocol=https;AccountName=invites;AccountKey=',
      ';EndpointSuffix=core.windows.net',
    ),
    said('Azure client secret', `${word(3)}8Q~${word(34)}`),
    said('Google API key', `AIza${url(35)}`),
    said('Google client secret', `GOCSPX-${url(28)}`),
    said(
      'Google service account',
      key('PRIVATE KEY', 'MIIEvQ').replaceAll('\n', '\\n'),
      `{"type": "service_account", "private_key": "${key('PRIVATE KEY', 'MIIEvQ').replaceAll('\n', '\\n')}\\n"}`,
    ),
    said('GitHub token', `ghp_${word(36)}`),
    said('GitHub fine-grained token', `github_pat_${word(22)}_${word(59)}`),
    said('GitLab token', `glpat-${url(20)}`),
    said('Slack token', `xoxb-${pick(digits, 12)}-${pick(digits, 13)}-${word(24)}`),
    named(
      'Slack webhook',
      `T${pick(upper + digits, 8)}/B${pick(upper + digits, 10)}/${word(24)}`,
      'https://hooks.slack.com/services/',
    ),
    said('Stripe key', `sk_live_${word(24)}`),
    said('Stripe test key', `sk_test_51${word(97)}`),
    said('OpenAI key', `sk-proj-${url(48)}`),
    said('OpenAI older key', `sk-${word(48)}`),
    said('Anthropic key', `sk-ant-api03-${url(93)}AA`),
    said('npm token', `npm_${word(36)}`),
    said('PyPI token', `pypi-AgEIcHlwaS5vcmc${url(80)}`),
    said('SendGrid key', `SG.${url(22)}.${url(43)}`),
    named('Twilio token', hex(32), 'TWILIO_AUTH_TOKEN='),
    said('Telegram token', `${pick('123456789', 10)}:AA${url(33)}`),
    said('Discord token', `M${word(23)}.${word(6)}.${url(38)}`),
    named('Discord webhook', `${pick('123456789', 18)}/${url(68)}`, 'https://discord.com/api/webhooks/'),
    said('RSA private key', key('RSA PRIVATE KEY', 'MIIEpA')),
    said('OpenSSH private key', key('OPENSSH PRIVATE KEY', 'b3BlbnNzaC1rZXktdjE')),
    said('PGP private key', key('PGP PRIVATE KEY BLOCK', 'lQOYBF')),
    said('JWT', `eyJ${word(33)}.eyJ${word(60)}.${url(43)}`),
    named('basic auth address', `${word(12)}`, 'https://deploy:', '@ci.invites.io/job'),
    named('database address', `${word(14)}!`, 'postgres://invites:', '@db.internal:5432/invites'),
    named('Redis address', word(16), 'redis://:', '@cache.internal:6379/0'),
    named(
      'connection string',
      `${word(10)}#${word(3)}`,
      'Server=tcp:db.internal,1433;Database=invites;User Id=sa;Password=',
      ';Encrypt=true',
    ),
    named('Heroku key', uuid(), 'HEROKU_API_KEY='),
    said('DigitalOcean token', `dop_v1_${hex(64)}`),
    said('Shopify token', `shpat_${hex(32)}`),
    said('Square token', `sq0atp-${url(22)}`),
    said('Mailgun key', `key-${hex(32)}`),
    named('Datadog key', hex(32), 'DD_API_KEY: '),
    said('Hugging Face token', `hf_${word(34)}`),
    said('Vault token', `hvs.${url(92)}`),
    said('Docker token', `dckr_pat_${url(27)}`),
    said('DigitalOcean refresh token', `dor_v1_${hex(64)}`),
    said('Atlassian token', `ATATT3xFfGF0${url(170)}=${hex(8).toUpperCase()}`),
    said('Terraform token', `${word(14)}.atlasv1.${url(67)}`),
    said('Linear key', `lin_api_${word(40)}`),
    said('Notion token', `ntn_${pick(digits, 11)}${word(35)}`),
    said('Figma token', `figd_${url(40)}`),
    said('New Relic key', `NRAK-${pick(upper + digits, 27)}`),
    said('age key', `AGE-SECRET-KEY-1${pick(upper + digits, 58)}`),
    named('bearer header', url(40), "curl -H 'Authorization: Bearer ", "' https://api.invites.io"),
    named('assigned API key', word(32), 'api_key: "', '"'),
    named('assigned client secret', base64(40), 'CLIENT_SECRET='),
    named('password', `Inv${word(5)}7!x`, 'db_password: '),
    named('password in a table', `Adm${word(5)}4$k`, '| Staging admin password | ', ' |'),
  ];
}

/** Mulberry32: small, the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
