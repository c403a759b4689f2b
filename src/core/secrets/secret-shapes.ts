/**
 * A shape that secrets of one kind have. The expression has the flags `g` and `d`; where only a part of what it matches
 * is the secret, that part is the group `value`.
 */
export interface SecretShape {
  readonly kind: string;
  readonly pattern: RegExp;
  /** Words in small letters of which a text has one where it has such a secret; `null` where all of it is in one {@link longRun}. */
  readonly needs: readonly string[] | null;
}

/** Characters without a space between them, as many as the shortest secret has that stands for itself. */
export const longRun = /[\w+/=.:~$@%-]{20,}/g;

/**
 * Shapes beside those of the rule set (`secretlint-rules.ts`): makers it has no rule for, and wider shapes of some it
 * has, because a linter must not cry wolf, while here a key in a format of next year may not leave the machine. Each
 * has a prefix or a context that prose can't have by chance. From the makers' own documentation of their formats.
 */
export const secretShapes: readonly SecretShape[] = [
  // Clouds
  shape('AWS access key', /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/),
  phrase(
    'AWS secret key',
    ['aws', 'amazon'],
    /\b(?:aws|amazon)[\w .-]{0,30}(?:secret|key)[\w .-]{0,20}["'`]?\s{0,3}(?::|=>|=|\|)\s{0,3}["'`]?(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/i,
  ),
  phrase(
    'AWS secret key',
    ['access'],
    /\bsecret[_ -]?access[_ -]?key["'`]?\s{0,3}(?::|=>|=|\|)\s{0,3}["'`]?(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/i,
  ),
  shape('AWS Bedrock key', /\bABSK[A-Za-z0-9+/]{100,}={0,2}/),
  phrase('Azure storage key', ['accountkey'], /\bAccountKey\s?=\s?(?<value>[A-Za-z0-9+/]{80,}={0,2})/i),
  phrase(
    'Azure shared access key',
    ['sharedaccesskey'],
    /\bSharedAccessKey\s?=\s?(?<value>[A-Za-z0-9+/]{40,}={0,2})/i,
  ),
  phrase('Azure access signature', ['sig='], /[?&;]sig=(?<value>[A-Za-z0-9%/+]{40,}(?:%3D|=)?)/i),
  shape('Azure client secret', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,40}/),
  phrase(
    'Azure DevOps token',
    ['pat', 'token'],
    /\b(?:azure[\w .-]{0,20}|ado|vsts|system)[_ -]?(?:devops[_ -]?)?(?:pat|token|accesstoken)["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?<value>[a-z0-9]{52}|[A-Za-z0-9]{84})\b/i,
  ),
  shape('Google API key', /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/),
  shape('Google client secret', /\bGOCSPX-[\w-]{24,}/),
  shape('Google access token', /\bya29\.[\w-]{30,}/),
  shape('Google refresh token', /\b1\/\/0[\w-]{40,}/),
  shape('DigitalOcean token', /\bdo[opr]_v1_[a-f0-9]{64}\b/),
  shape('Heroku key', /\bHRKU-[\w-]{30,}/),
  phrase(
    'Heroku key',
    ['heroku'],
    /\bheroku[\w .-]{0,30}(?:key|token)?["'`]?\s{0,3}(?::|=>|=|\|)\s{0,3}["'`]?(?<value>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b/i,
  ),
  phrase(
    'Cloudflare token',
    ['cloudflare'],
    /\bcloudflare[\w .-]{0,30}(?:key|token)["'`]?\s{0,3}(?::|=>|=|\|)\s{0,3}["'`]?(?<value>[\w-]{37,45})(?![\w-])/i,
  ),
  shape('Alibaba Cloud key', /\bLTAI[A-Za-z0-9]{16,24}\b/),
  phrase('Fly.io token', ['fo1_', 'flyv1'], /\bfo1_[\w-]{40,}|\bFlyV1 fm\d[\w+/=,-]{60,}/),
  shape('Netlify token', /\bnfp_[A-Za-z0-9]{36,}/),
  shape('Supabase key', /\bsb(?:p_[a-f0-9]{40}|_secret_[\w-]{20,})/),
  shape('PlanetScale token', /\bpscale_(?:tkn|pw|oauth)_[\w.=-]{32,}/),
  shape('Neon key', /\bnapi_[a-z0-9]{60,}/),
  shape('Pulumi token', /\bpul-[a-f0-9]{40}\b/),
  shape('Terraform token', /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}/),
  shape('Vault token', /\bhv[sbr]\.[\w-]{20,}/),
  phrase(
    'Vault token',
    ['vault'],
    /\bvault[\w .-]{0,20}token["'`]?\s{0,3}(?::|=>|=|\|)\s{0,3}["'`]?(?<value>s\.[A-Za-z0-9]{24})\b/i,
  ),
  shape('Doppler token', /\bdp\.(?:ct|st|sa|pt|scim|audit)\.[\w.-]{40,}/),

  // Code hosting, registries and build
  shape('GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9_]{30,}|github_pat_\w{40,})/),
  shape(
    'GitLab token',
    /\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct|wt)-[\w-]{20,}(?:\.[\w.-]{8,})?/,
  ),
  shape('Bitbucket password', /\bATBB[A-Za-z0-9]{28,}/),
  shape('Atlassian token', /\bATATT3[\w=-]{50,}/),
  shape('npm token', /\bnpm_[A-Za-z0-9]{36,}/),
  phrase('npm token', ['_auth'], /_auth(?:Token)?\s?=\s?["']?(?<value>[^\s"'$<{]{16,})/),
  shape('PyPI token', /\bpypi-[\w-]{40,}/),
  shape('RubyGems key', /\brubygems_[a-f0-9]{48}\b/),
  shape('crates.io token', /\bcio[A-Za-z0-9]{32}\b/),
  shape('NuGet key', /\boy2[a-z0-9]{43}\b/),
  shape('Docker token', /\bdckr_[a-z]{3}_[\w-]{20,}/),
  phrase('Docker registry login', ['"auth"'], /"auth"\s{0,3}:\s{0,3}"(?<value>[A-Za-z0-9+/]{16,}={0,2})"/),
  shape('CircleCI token', /\bCCIPAT_[A-Za-z0-9_]{40,}/),
  shape('Buildkite token', /\bbk(?:ua|aj|at)_[a-f0-9]{40}\b/),
  shape('SonarQube token', /\bsq[upa]_[a-f0-9]{40}\b/),
  shape('Snyk token', /\bsnyk_[a-z]{3}\.[\w-]{20,}/),
  shape('Postman key', /\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}\b/),

  // Models
  shape('OpenAI key', /\bsk-(?:proj|svcacct|admin|None)-[\w-]{20,}/),
  shape('Anthropic key', /\bsk-ant-[\w-]{20,}/),
  shape('API key', /(?<![\w-])sk-(?!ant-|proj-|svcacct-|admin-)(?=[\w-]{0,200}?[\dA-Z])[A-Za-z0-9_-]{32,}/),
  shape('Hugging Face token', /\b(?:hf|api_org)_[A-Za-z0-9]{30,}/),
  shape('Groq key', /\bgsk_[A-Za-z0-9]{40,}/),
  shape('Perplexity key', /\bpplx-[A-Za-z0-9]{40,}/),
  shape('xAI key', /\bxai-[A-Za-z0-9]{60,}/),
  shape('Replicate token', /\br8_[A-Za-z0-9]{37,}/),
  shape('LangSmith key', /\blsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}\b/),

  // Messages and mail
  shape('Slack token', /\bxox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{20,}/),
  shape('Slack token', /\bxapp-\d-[A-Za-z0-9-]{20,}/),
  shape(
    'Slack webhook',
    /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/(?<value>[A-Za-z0-9+/]{30,})/i,
  ),
  shape(
    'Teams webhook',
    /\.webhook\.office\.com\/webhookb2\/(?<value>[\w@-]{36,}\/IncomingWebhook\/[\w/-]{32,})/i,
  ),
  shape('Discord token', /\b[MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/),
  shape(
    'Discord webhook',
    /discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/(?<value>\d{17,20}\/[\w-]{60,})/i,
  ),
  shape('Telegram token', /(?<![\w-])\d{8,10}:[A-Za-z0-9_-]{35}(?![\w-])/),
  shape('SendGrid key', /\bSG\.[\w-]{16,}\.[\w-]{16,}/),
  shape('Mailgun key', /\bkey-[0-9a-f]{32}\b|\b[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}\b/),
  shape('Mailchimp key', /\b[0-9a-f]{32}-us\d{1,2}\b/),
  shape('Brevo key', /\bxkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}\b/),
  shape('Resend key', /\bre_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,}/),
  shape('Twilio key', /\bSK[0-9a-f]{32}\b/),
  phrase(
    'Twilio token',
    ['twilio'],
    /\btwilio[\w .-]{0,30}["'`]?\s{0,3}(?::|=>|=|\|)\s{0,3}["'`]?(?<value>[0-9a-f]{32})\b/i,
  ),

  // Money and commerce
  shape('Stripe key', /\b[spr]k_(?:live|test|prod)_[A-Za-z0-9]{16,}/),
  shape('Stripe webhook secret', /\bwhsec_[A-Za-z0-9+/]{24,}={0,2}/),
  shape('Square token', /\bsq0[a-z]{3}-[\w-]{22,}|\bEAAA[\w-]{60,}/),
  shape('Shopify token', /\bshp(?:at|ca|pa|ss|ua)_[a-fA-F0-9]{32,}/),
  shape('PayPal token', /\baccess_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}\b/),
  shape('Plaid token', /\baccess-(?:sandbox|development|production)-[0-9a-f-]{36}\b/),

  // Work and observation
  shape('Linear key', /\blin_(?:api|oauth)_[A-Za-z0-9]{30,}/),
  shape('Notion token', /\b(?:ntn_[A-Za-z0-9]{40,}|secret_[A-Za-z0-9]{43})\b/),
  shape('Airtable token', /\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}\b/),
  shape('Figma token', /\bfig[dou]r?_[\w-]{36,}/),
  shape('Asana token', /\b[012]\/\d{16}(?:\/\d{16})?:[0-9a-f]{32}\b/),
  shape('Dropbox token', /\bsl\.(?:u\.)?[\w-]{100,}/),
  shape('Mapbox token', /\bsk\.eyJ[\w-]{40,}\.[\w-]{20,}/),
  phrase(
    'Datadog key',
    ['datadog', 'dd'],
    /\b(?:datadog|dd)[\w .-]{0,30}(?:key|token)["'`]?\s{0,3}(?::|=>|=|\|)\s{0,3}["'`]?(?<value>[0-9a-f]{40}|[0-9a-f]{32})\b/i,
  ),
  shape('New Relic key', /\bNR(?:AK|JS|AL|II|SP|AA|BR)-[A-Za-z0-9-]{19,}|\b[0-9a-f]{36}NRAL\b/),
  shape('Sentry token', /\bsntry[su]_[\w+/=.-]{40,}/),
  shape('Grafana token', /\bgl(?:sa|c)_[A-Za-z0-9+/=_]{32,}/),
  shape('Dynatrace token', /\bdt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}\b/),
  shape('Databricks token', /\bdapi[a-f0-9]{32}\b/),
  shape('Tailscale key', /\btskey-[a-z]+-[\w-]{20,}/),
  shape('1Password token', /\bops_eyJ[\w+/=-]{100,}|\bA3-[A-Z0-9]{6}-(?:[A-Z0-9]{5,11}-){4}[A-Z0-9]{5}\b/),
  shape('age key', /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/),
  shape('Facebook token', /\bEAA(?:C|G|B)[A-Za-z0-9]{80,}/),

  // Kinds of secret rather than makers
  shape('token (JWT)', /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/),
  phrase(
    'authorization header',
    ['authorization'],
    /\bauthorization["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?:bearer|basic|token|apikey)\s+(?<value>[\w.~+/-]{16,}={0,2})/i,
  ),
  phrase('authorization header', ['bearer'], /\bbearer\s+(?<value>(?=[\w.~+/-]*\d)[\w.~+/-]{24,}={0,2})/i),
  phrase(
    'password in an address',
    ['://'],
    /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/?#"'`<>]{0,100}:(?<value>[^\s@/"'`<>]{3,200})@(?=[^\s"'`<>]*\w)/i,
  ),
  phrase(
    'password in a connection string',
    ['password', 'pwd'],
    /\b(?:server|data source|host|user id|uid|initial catalog|database|endpoint)\s?=[^\n]{0,300}?;\s?(?:password|pwd)\s?=\s?(?<value>[^\s;"'`]{3,200})/i,
  ),
];

/** A secret that stands for itself, in one run of characters. */
function shape(kind: string, pattern: RegExp): SecretShape {
  return { kind, pattern: new RegExp(pattern.source, `dg${pattern.flags}`), needs: null };
}

/** A secret that what is said before it betrays. */
function phrase(kind: string, needs: readonly string[], pattern: RegExp): SecretShape {
  return { ...shape(kind, pattern), needs };
}
