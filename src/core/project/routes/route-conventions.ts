import type { RouteConventions, RoutePattern } from './route-pattern';

const verbs = 'get|post|put|patch|delete|head|options';
const Verbs = 'Get|Post|Put|Patch|Delete|Head|Options';

/** `"GET " + prefix + "/x"`: texts and names, one of them a name. */
const put = String.raw`(?<parts>(?:"[^"\n]*"\s*\+\s*)*[A-Za-z_]\w*(?:\s*\+\s*(?:"[^"\n]*"|[A-Za-z_]\w*))*)`;
/** A file that builds routes of Ktor: elsewhere `get { }` is of a client or a property. */
const ktor = /\bio\.ktor\.server\.|\brouting\s*\{|\bfun\s+Route\./u;
const callArguments = String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)`;
/** `router.route('/x').get(show).put(change)`: a pattern for each place in the chain. */
const routeChains: readonly RoutePattern[] = [0, 1, 2, 3, 4].map((before) => ({
  pattern: new RegExp(
    String.raw`\b(?<receiver>[\w$]+)\s*\.route\(\s*(['"\x60])(?<route>\/[^'"\x60\n]*)\2\s*\)(?:\s*\.(?:${verbs}|all)${callArguments}){${before}}\s*\.(?<method>${verbs}|all)\(`,
    'g',
  ),
}));

/** `Route::apiResource('depots', ...)->only([...])`: a pattern for each endpoint that it stands for. */
const laravelResources: readonly RoutePattern[] = (
  [
    ['index', 'GET', ''],
    ['store', 'POST', ''],
    ['show', 'GET', '/{id}'],
    ['update', 'PUT', '/{id}'],
    ['update', 'PATCH', '/{id}'],
    ['destroy', 'DELETE', '/{id}'],
  ] as const
).map(([action, method, suffix]) => ({
  pattern: new RegExp(
    String.raw`\bRoute::(?:apiResource|resource)\(\s*['"](?<route>[^'"\n]*)['"](?![^;]*->except\([^)]*['"]${action}['"])(?:(?=[^;]*->only\([^)]*['"]${action}['"])|(?![^;]*->only\())`,
    'g',
  ),
  stands: { method, suffix },
}));

/** Conventions by the name of the language: one table as data, longer than a file of code may be. */
export const routeConventions: Readonly<Record<string, RouteConventions>> = {
  // chi, gin, echo, fiber, gorilla/mux, net/http
  Go: {
    routes: [
      {
        pattern: new RegExp(
          `\\b(?<receiver>\\w+)\\.(?<method>${Verbs}|${Verbs.toUpperCase()}|Any|All)\\(\\s*"(?<route>\\/[^"\\n]*|)"\\s*,`,
          'g',
        ),
      },
      {
        pattern: new RegExp(
          `\\b(?<receiver>\\w+)(?:\\.With\\((?:[^()\\n]|\\([^()\\n]*\\))*\\))+\\.(?<method>${Verbs})\\(\\s*"(?<route>\\/[^"\\n]*|)"\\s*,`,
          'g',
        ),
      },
      {
        pattern:
          /\b(?<receiver>\w+)\.(?:Method|MethodFunc|Add)\(\s*(?:"(?=[A-Z]+")|http\.Method)(?<method>\w+)"?\s*,\s*"(?<route>\/[^"\n]*)"/g,
      },
      {
        pattern:
          /\b(?<receiver>\w+)\.(?:HandleFunc|Handle)\(\s*"(?:(?<method>[A-Z]+)\s+)?(?<route>\/[^"\n]*)"\s*,(?!.*\.Methods\()/g,
      },
      {
        pattern:
          /\b(?<receiver>\w+)\.(?:HandleFunc|Handle)\(\s*"(?<route>\/[^"\n]*)"\s*,.*\.Methods\((?<method>[^)\n]+)\)/g,
      },
      // Paths that are put together of constants
      {
        pattern: new RegExp(
          `\\b(?<receiver>\\w+)\\.(?<method>${Verbs}|${Verbs.toUpperCase()}|Any|All)\\(\\s*${put}\\s*,`,
          'g',
        ),
      },
      {
        pattern: new RegExp(
          String.raw`\b(?<receiver>\w+)\.(?:HandleFunc|Handle)\(\s*${put}\s*,(?!.*\.Methods\()`,
          'g',
        ),
      },
      {
        pattern: new RegExp(
          String.raw`\b(?<receiver>\w+)\.(?:HandleFunc|Handle)\(\s*${put}\s*,.*\.Methods\((?<method>[^)\n]+)\)`,
          'g',
        ),
      },
    ],
    prefixes: [
      { scope: 'block', pattern: /\.Route\(\s*"(?<route>\/[^"\n]*)"\s*,\s*func\b/g },
      {
        scope: 'variable',
        pattern:
          /\b(?<name>\w+)\s*:?=\s*(?<receiver>\w+)\.(?:Group|PathPrefix)\(\s*"(?<route>\/[^"\n]*)"(?=\s*[,)])/g,
      },
      {
        scope: 'variable',
        pattern: new RegExp(
          String.raw`\b(?<name>\w+)\s*:?=\s*(?<receiver>\w+)\.(?:Group|PathPrefix)\(\s*${put}\s*[,)]`,
          'g',
        ),
      },
      { scope: 'block', pattern: new RegExp(String.raw`\.Route\(\s*${put}\s*,\s*func\b`, 'g') },
      // A router of its own below a prefix that is taken off before it
      {
        scope: 'variable',
        pattern:
          /\b(?<receiver>\w+)\.Handle\(\s*"[^"\n]*"\s*,\s*http\.StripPrefix\(\s*"(?<route>\/[^"\n]*)"\s*,\s*(?<name>\w+)\s*\)/g,
      },
      {
        scope: 'variable',
        pattern: /\b(?<receiver>\w+)\.Mount\(\s*"(?<route>\/[^"\n]*)"\s*,\s*(?<name>\w+)\s*\)/g,
      },
    ],
  },
  // Express, Fastify, Koa, Hono; NestJS
  TypeScript: {
    routes: [
      {
        pattern: new RegExp(
          `\\b(?<receiver>app|server|fastify|route[rs]?|[\\w$]*(?:[Rr]outer|[Rr]outes|App))\\.(?<method>${verbs}|all)\\(\\s*(['"\`])(?<route>\\/[^'"\`\\n]*)\\3`,
          'g',
        ),
      },
      {
        pattern: new RegExp(
          `\\b(?<receiver>[\\w$]+)\\.(?<method>${verbs}|all)\\(\\s*(['"\`])(?<route>\\/[^'"\`\\n]*)\\3`,
          'g',
        ),
        declared:
          /\b(?:const|let|var)\s+(?<name>(?!app\b|server\b|fastify\b|route[rs]?\b)(?![\w$]*(?:[Rr]outer|[Rr]outes|App)\b)[\w$]+)(?:\s*:[^=\n]+)?\s*=\s*(?:new\s+)?(?:express\.)?(?:Router|Hono|KoaRouter|express|fastify|Fastify)\b/g,
      },
      ...routeChains,
      // `new Hono().get('/x', show).post('/y', make)`
      {
        pattern: new RegExp(
          `\\)\\s*\\.(?<method>${verbs}|all)\\(\\s*(['"\`])(?<route>\\/[^'"\`\\n]*)\\2\\s*,`,
          'g',
        ),
        text: /\bnew\s+(?:Hono|OpenAPIHono|Elysia|Router)\b[^;\n]*\)\s*\n?\s*\./,
      },
      {
        pattern:
          /\b(?<receiver>[\w$]+)\.route(?:<[^(]*>)?\(\s*\{\s*method:\s*(?<method>['"`]\w+['"`]|\[[^\]]*\])\s*,\s*(?:url|path):\s*['"`](?<route>\/[^'"`\n]*)['"`]/g,
      },
      {
        pattern: new RegExp(
          `@(?<method>${Verbs}|All)\\(\\s*(?:(['"\`])(?<route>[^'"\`\\n]*)\\2)?\\s*\\)`,
          'g',
        ),
        text: /@Controller\(/,
      },
    ],
    prefixes: [
      {
        scope: 'variable',
        pattern:
          /\b(?<receiver>[\w$]+)\.(?:use|route)\(\s*(['"`])(?<route>\/[^'"`\n]*)\2\s*,\s*(?:[\w$]+\(\)\s*,\s*)*(?<name>[\w$]+)\s*\)/g,
      },
      {
        scope: 'class',
        pattern: /@Controller\(\s*\{(?=[^}]*\bversion:\s*['"`](?<route>[^'"`\n]+)['"`])[^}]*\}\s*\)/g,
        lead: 'v',
      },
      {
        scope: 'class',
        pattern:
          /@Controller\(\s*(?:\{[^}]*?\bpath:\s*)?(['"`])(?<route>[^'"`\n]*)\1[^)\n{}]*(?:\n[^)\n{}]*)*\}?\s*\)/g,
      },
    ],
  },
  // FastAPI, Flask, Django
  Python: {
    routes: [
      {
        pattern: new RegExp(
          `@(?<receiver>\\w+)\\.(?<method>${verbs})\\(\\s*["'](?<route>[^"'\\n]*)["']`,
          'g',
        ),
      },
      {
        pattern:
          /@(?<receiver>\w+)\.route\(\s*["'](?<route>[^"'\n]*)["'](?:[^)]{0,200}?methods\s*=\s*[[(](?<method>[^\])]*))?/g,
      },
      { pattern: /\bpath\(\s*["'](?<route>[^"'\n]*)["']\s*,(?!\s*include\b)/g, path: /(?:^|\/)urls\.py$/ },
    ],
    prefixes: [
      {
        scope: 'variable',
        pattern:
          /\b(?<name>\w+)\s*=\s*(?:APIRouter|Blueprint)\([^)]{0,400}?\b(?:url_)?prefix\s*=\s*["'](?<route>[^"'\n]*)["']/g,
      },
    ],
  },
  // Spring
  Java: {
    routes: [
      {
        pattern:
          /@(?<method>Get|Post|Put|Patch|Delete)Mapping\b(?:\(\s*(?:[^()"]*?\b(?:value|path)\s*=\s*)?\{?\s*"(?<route>[^"\n]*)")?/g,
      },
      {
        pattern:
          /@RequestMapping\((?=[^)]*\bmethod\s*=\s*(?:\{\s*)?(?<method>[^)]*?RequestMethod\.\w+|[A-Z]+))(?:[^)"]*?(?:(?:value|path)\s*=\s*)?\{?\s*"(?<route>[^"\n]*)")?/g,
      },
    ],
    prefixes: [
      { scope: 'class', pattern: /@RequestMapping\(\s*(?:(?:value|path)\s*=\s*)?\{?\s*"(?<route>[^"\n]*)"/g },
    ],
  },
  // Spring, Ktor
  Kotlin: {
    routes: [
      {
        pattern: new RegExp(
          `(?<![.\\w])(?<method>${verbs})\\s*(?:<[^>\\n]*>)?\\(\\s*"(?<route>[^"\\n]*)"[^)\\n]*\\)\\s*\\{`,
          'g',
        ),
        text: ktor,
      },
      { pattern: new RegExp(`(?<![.\\w])(?<method>${verbs})\\s*(?:<[^>\\n]*>\\s*)?\\{`, 'g'), text: ktor },
      {
        pattern:
          /@(?<method>Get|Post|Put|Patch|Delete)Mapping\b(?:\(\s*(?:(?:value|path)\s*=\s*)?\[?\s*"(?<route>[^"\n]*)")?/g,
      },
    ],
    prefixes: [
      { scope: 'block', pattern: /(?<![.\w])route\(\s*"(?<route>[^"\n]*)"[^)\n]*\)(?=\s*\{)/g },
      { scope: 'class', pattern: /@RequestMapping\(\s*(?:(?:value|path)\s*=\s*)?\[?\s*"(?<route>[^"\n]*)"/g },
    ],
  },
  // ASP.NET Core
  'C#': {
    routes: [
      { pattern: new RegExp(`\\[Http(?<method>${Verbs})(?:\\(\\s*"(?<route>[^"\\n]*)")?`, 'g') },
      {
        pattern: /\b(?<receiver>\w+)\.Map(?<method>Get|Post|Put|Patch|Delete)\(\s*"(?<route>[^"\n]*)"/g,
      },
    ],
    prefixes: [
      { scope: 'class', pattern: /\[Route\(\s*"(?<route>[^"\n]*)"/g },
      {
        scope: 'variable',
        pattern: /\b(?<name>\w+)\s*=\s*(?<receiver>\w+)\.MapGroup\(\s*"(?<route>[^"\n]*)"/g,
      },
    ],
  },
  // Laravel, Symfony
  PHP: {
    routes: [
      ...laravelResources,
      {
        // `Route::middleware([...])->get(...)`: what stands between gives it no other path.
        pattern:
          /\bRoute::(?:(?!prefix\b)\w+\((?:[^()\n]|\([^()\n]*\))*\)\s*->)*(?<method>get|post|put|patch|delete|options|any)\(\s*['"](?<route>[^'"\n]*)['"]/g,
      },
      {
        pattern:
          /#\[Route\(\s*(?:path:\s*)?['"](?<route>[^'"\n]*)['"](?:[^\]\n]{0,200}?methods:\s*\[(?<method>[^\]\n]*))?/g,
      },
    ],
    prefixes: [
      {
        scope: 'block',
        pattern:
          /\bRoute::(?:\w+\([^)\n]*\)->)*prefix\(\s*['"](?<route>[^'"\n]*)['"]\)(?:->\w+\([^)\n]*\))*->group\(/g,
      },
    ],
  },
  // Sinatra; Rails without its nesting
  Ruby: {
    routes: [
      {
        pattern: /^[ \t]*(?<method>get|post|put|patch|delete)\s+['"](?<route>[^'"\n]*)['"]/gm,
      },
    ],
    prefixes: [],
  },
  // axum, Actix Web, Rocket
  Rust: {
    routes: [
      {
        pattern: new RegExp(
          `\\.route\\(\\s*"(?<route>\\/[^"\\n]*)"\\s*,\\s*(?:\\w+::)*(?<method>${verbs}|any)\\b`,
          'g',
        ),
      },
      { pattern: new RegExp(`#\\[(?<method>${verbs})\\(\\s*"(?<route>[^"\\n]*)"`, 'g') },
    ],
    prefixes: [{ scope: 'block', pattern: /\bweb::scope\(\s*"(?<route>[^"\n]*)"\)/g }],
  },
};
