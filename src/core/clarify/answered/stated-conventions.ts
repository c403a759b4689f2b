/** What teams write down once, in rules, decisions and completed specs, instead of deciding it in each spec. */
export interface StatedConvention {
  readonly id: string;
  /** The words that people ask with, comma separated. */
  readonly names: string;
  /** Questions that ask for it in other words. */
  readonly asks: RegExp;
  /** What a statement that settles it says. */
  readonly states: RegExp;
}

export const statedConventions: readonly StatedConvention[] = [
  {
    id: 'authentication',
    names:
      'authentication mechanism, authentication method, auth mechanism, auth method, authentication scheme, auth scheme, sign-in method, login mechanism, login method, session mechanism, authentication',
    asks: /\bhow (?:do|does|are|is|will|should) .{0,40}\b(?:authenticat\w*|sign(?:ed)?[- ]in|log(?:ged)?[- ]in|sessions? (?:kept|handled|stored|managed))\b/iu,
    states:
      /\b(?:authenticat\w+|sign[- ]in|log[- ]?in|sessions?)\b.{0,120}\b(?:cookies?|tokens?|jwt|oauth2?|oidc|saml|sso|session|passkeys?|password|bearer|middleware|magic links?)\b|\b(?:cookies?|bearer tokens?|jwt|oauth2?|oidc|saml|sso)\b.{0,120}\b(?:authenticat\w+|sign[- ]in|log[- ]?in|sessions?)\b/iu,
  },
  {
    id: 'authorization',
    names:
      'authorization mechanism, authorisation mechanism, permission model, authorization model, access control model, role model, permission mechanism, roles',
    asks: /\b(?:how (?:are|is|do|does|should|will) .{0,40}\b(?:permissions?|authori[sz]ation|access control|roles?)\b.{0,30}\b(?:checked|enforced|modelled|modeled|handled|work|implemented|defined)\b|(?:which|what) roles (?:exist|are there|do we have|does the (?:system|product|app) (?:have|know)))/iu,
    states:
      /\b(?:roles?|permissions?|authori[sz]ation|access control)\b.{0,120}\b(?:checked|enforced|owner|admin|member|middleware|policy|policies|requirerole|rbac|guard)\b|\b(?:rbac|abac)\b/iu,
  },
  {
    id: 'error-format',
    names:
      'error format, error response format, error envelope, format of errors, format of error responses, error body, error shape, error response body, error payload, error response structure, error schema',
    asks: /\bhow (?:are|do|does|should|will|is) .{0,40}\berrors?\b.{0,40}\b(?:returned|formatted|reported to (?:the )?clients?|represented|look like|serialised|serialized|shaped|encoded)\b|\bwhat (?:do|does|should) (?:an? )?(?:api )?error(?:s| response| responses)? look like\b/iu,
    states:
      /\berrors?\b.{0,120}\b(?:json|problem(?:\+json| details)|rfc ?(?:7807|9457)|envelope|`?(?:code|message|error)`? (?:and|field)|body|body is|shape)\b|problem\+json|rfc ?(?:7807|9457)/iu,
  },
  {
    id: 'api-style',
    names:
      'API style, API paradigm, API protocol, API type, kind of API, type of API, API convention, API conventions',
    asks: /\b(?:rest(?:ful)?|graphql|grpc|rpc)\b.{0,30}\bor\b.{0,30}\b(?:rest(?:ful)?|graphql|grpc|rpc)\b/iu,
    states: /\b(?:rest(?:ful)?|graphql|grpc|json:api|json[- ]rpc|trpc)\b/iu,
  },
  {
    id: 'api-prefix',
    names:
      'API prefix, base path, API base path, route prefix, url prefix, API versioning scheme, API version, API versioning strategy, versioning scheme, versioning of the API',
    asks: /\bhow (?:is|are|do|does|should) .{0,30}\b(?:apis?|endpoints?|routes?)\b.{0,20}\b(?:versioned|prefixed)\b/iu,
    states:
      /\b(?:endpoints?|routes?|paths?|apis?)\b.{0,80}(?:\b(?:under|below|prefix(?:ed)?|begin|start|versioned)\b.{0,40}\/\w+|\/api\/v\d)/iu,
  },
  {
    id: 'pagination',
    names:
      'pagination style, pagination scheme, pagination mechanism, pagination method, pagination strategy, paging scheme, page size, pagination',
    asks: /\bhow (?:are|is|do|does|should|will) .{0,50}\b(?:paginated|paged|pagination)\b/iu,
    states: /\b(?:paginat\w+|paging|page size|cursor|offset and limit)\b.{0,120}/iu,
  },
  {
    id: 'id-format',
    names:
      'id format, ID format, identifier format, primary key type, type of primary keys, key type, primary key format, kind of ids, type of ids, id type',
    asks: /\b(?:are|should|do) .{0,30}\bids?\b.{0,30}\b(?:uuids?|sequential|integers?|ulids?)\b/iu,
    states:
      /\b(?:ids?|identifiers?|primary keys?)\b.{0,60}\b(?:uuid\w*|ulids?|bigint|bigserial|serial|integers?|nanoid|snowflake|cuid)\b/iu,
  },
  {
    id: 'time-format',
    names:
      'date format, time format, timestamp format, time zone, timezone, date and time format, format of timestamps, format of dates',
    asks: /\bhow (?:are|is|do|does|should) .{0,40}\b(?:timestamps?|dates?|times?)\b.{0,40}\b(?:stored|sent|formatted|represented|serialised|serialized)\b/iu,
    states:
      /\b(?:timestamps?|times?|dates?)\b.{0,80}\b(?:utc|rfc ?3339|iso ?8601|timestamptz|unix|epoch)\b|\b(?:rfc ?3339|iso ?8601)\b/iu,
  },
  {
    id: 'json-naming',
    names:
      'JSON naming, JSON field naming, field naming, casing of JSON fields, case of JSON fields, naming of JSON fields, JSON naming convention, field naming convention, JSON casing, casing',
    asks: /\b(?:camel ?case|snake_?case|camelCase|snake_case)\b.{0,20}\bor\b|\bhow (?:are|should|do) .{0,20}\b(?:json|response|request)? ?fields\b.{0,20}\b(?:named|cased|spelled)\b/iu,
    states: /\b(?:json|fields?|keys?|properties)\b.{0,80}\b(?:camel ?case|snake[_ ]?case|kebab[- ]?case)\b/iu,
  },
  {
    id: 'naming',
    names:
      'naming convention, naming conventions, naming rules, code naming convention, file naming convention, naming scheme',
    asks: /\bhow (?:are|should|do) .{0,40}\b(?:files?|functions?|handlers?|components?|tables?|columns?|indexes|indices|packages?|classes|tests?|branches)\b.{0,20}\b(?:named|called)\b/iu,
    states:
      /\b(?:nam(?:e|ed|es|ing)|called)\b.{0,100}\b(?:after|case|prefix(?:ed)?|suffix|singular|plural|verb|`[^`]+`|pattern)\b|\b(?:camel ?case|snake[_ ]?case|kebab[- ]?case|pascal ?case)\b/iu,
  },
  {
    id: 'log-convention',
    names:
      'log format, logging format, logging convention, logging conventions, logging approach, format of logs',
    asks: /\bhow (?:are|is|do|does|should) .{0,30}\b(?:logs?|logging|logged)\b.{0,30}\b(?:written|structured|formatted|done|made)?\b/iu,
    states:
      /\b(?:logs?|logging|log lines?|logger)\b.{0,100}\b(?:json|structured|slog|stdout|stderr|request id|level|zap|pino|logfmt)\b/iu,
  },
  {
    id: 'audit',
    names: 'audit mechanism, audit log, audit trail, auditing mechanism',
    asks: /\bhow (?:are|is|do|does|should) .{0,50}\b(?:audited|audit(?: log| trail| events?)?)\b/iu,
    states: /\baudit\b.{0,100}\b(?:events?|log|trail|transaction|table|writes?|record\w*)\b/iu,
  },
  {
    id: 'coverage-goal',
    names:
      'coverage goal, test coverage goal, coverage target, code coverage target, test coverage target, required coverage, coverage threshold, test coverage, code coverage',
    asks: /\bhow much (?:test |code )?coverage\b/iu,
    states: /\bcoverage\b.{0,60}\b\d{2,3} ?%|\b\d{2,3} ?%.{0,60}\bcoverage\b/iu,
  },
  {
    id: 'tenancy',
    names:
      'tenancy model, multi-tenancy model, tenant isolation, tenant isolation mechanism, data isolation mechanism',
    asks: /\bhow (?:are|is|do|does|should) .{0,40}\b(?:tenants?|workspaces?|organi[sz]ations?|customers?)\b.{0,30}\b(?:isolated|separated|kept apart)\b/iu,
    states:
      /\b(?:tenants?|workspaces?|organi[sz]ations?)\b.{0,100}\b(?:filters? by|isolat\w+|row[- ]level security|schema per|scoped)\b|\bfilters? by `?\w*(?:tenant|workspace|org)\w*_id`?/iu,
  },
  {
    id: 'secret-storage',
    names:
      'secret storage, secret store, secret manager, secrets manager, storage of secrets, token storage, storage of tokens',
    asks: /\b(?:how|where) (?:are|is|do|does|should) .{0,40}\b(?:secrets?|tokens?|api keys?|credentials)\b.{0,30}\b(?:stored|kept|hashed|held)\b/iu,
    states:
      /\b(?:secrets?|tokens?|api keys?|credentials)\b.{0,100}\b(?:stored|hash(?:ed|es)?|vault|sha-?256|kms|secret manager|encrypted|environment)\b/iu,
  },
  {
    id: 'accessibility',
    names:
      'accessibility standard, accessibility level, accessibility target, WCAG level, accessibility guideline, accessibility guidelines',
    asks: /\bhow accessible\b|\bwcag\b/iu,
    states: /\bwcag\b|\baccessibility\b.{0,60}\b(?:aa|level|axe)\b/iu,
  },
  {
    id: 'browser-support',
    names:
      'supported browsers, browser support, browsers, supported browser, browser versions, target browsers',
    asks: /\b(?:which|what) browsers\b/iu,
    states: /\bbrowsers?\b.{0,100}\b(?:support\w*|chrome|firefox|safari|evergreen|latest|last two)\b/iu,
  },
  {
    id: 'branching',
    names:
      'branching model, branch strategy, branching strategy, git workflow, branch naming, merge strategy',
    asks: /\bhow (?:are|is|do|does|should) .{0,20}\b(?:branches|commits|pull requests)\b.{0,30}\b(?:named|merged|made|written|structured)\b/iu,
    states:
      /\b(?:branch(?:es)?|trunk|commits?|pull requests?)\b.{0,80}\b(?:main|squash|rebase|conventional|trunk|merged|prefix|feature\/)\b/iu,
  },
  {
    id: 'done',
    names: 'definition of done, done criteria, merge requirements',
    asks: /\bwhen is (?:a|the|this) (?:change|task|work|feature) (?:done|finished|complete)\b/iu,
    states: /\b(?:done|finished|complete)\b.{0,30}\bwhen\b|\bdefinition of done\b/iu,
  },
  {
    id: 'new-infrastructure',
    names: '',
    asks: /\b(?:may|can|could|should|are) (?:we|it|this|the \w+) .{0,20}\b(?:add|introduce|bring in|allowed to (?:add|use)|use) (?:a |an |any )?(?:new )?(?:infrastructure|services?|cache|queue|search engine|database)\b/iu,
    states: /\bno new (?:infrastructure|services?|dependenc\w+|database)\b/iu,
  },
  {
    id: 'compatibility-policy',
    names:
      'compatibility policy, backward compatibility policy, backwards compatibility policy, deprecation policy, deprecation period',
    asks: /\bhow long (?:are|must|should) (?:old|deprecated) .{0,30}\b(?:supported|kept|served)\b/iu,
    states:
      /\b(?:deprecat\w+|backwards?[- ]compatib\w+)\b.{0,100}\b(?:days?|weeks?|months?|releases?|versions?|never|always|must)\b/iu,
  },
  {
    id: 'release',
    names:
      'release process, deployment process, release cadence, release schedule, release cycle, deploy cadence',
    asks: /\bhow (?:are|is|do|does) .{0,30}\b(?:releases?|deploy(?:ments?|ed)?|released)\b.{0,30}\b(?:made|done|happen|shipped|scheduled)?\b.{0,12}\?/iu,
    states:
      /\b(?:releas\w+|deploy\w*)\b.{0,80}\b(?:every|daily|weekly|on merge|tag|pipeline|main|canary|blue[- ]green|automatic\w*)\b/iu,
  },
];
