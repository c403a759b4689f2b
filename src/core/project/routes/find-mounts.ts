import { fileName } from '../../text/path';
import { lineFinder } from '../../text/line-finder';
import type { RouteMount } from '../project-index';
import { djangoRouterMounts } from './django-routers';

/** How a framework puts a prefix before what another file registers; groups `prefix`, `target` and `holder`. */
interface MountPattern {
  readonly path: RegExp;
  readonly pattern: RegExp;
}

/** Begins with no space, so that there is one way only to tell arguments apart. */
const argument = String.raw`[^\s(),][^(),]*(?:\([^()]*\))?`;
const script = /\.[cm]?[jt]sx?$/u;
const mountPatterns: readonly MountPattern[] = [
  // Express, Koa, Hono: `app.use('/api', auth, invites)`, `app.route('/api', invites)`; what comes last is mounted.
  {
    path: script,
    pattern: new RegExp(
      String.raw`\b(?<holder>[\w$]+)\.(?:use|route|mount)\(\s*(['"\x60])(?<prefix>\/[^'"\x60\n]*)\2\s*,\s*(?:${argument},\s*)*(?<target>${argument}?)\s*\)`,
      'gu',
    ),
  },
  // `router.use(invites)` without a prefix
  {
    path: script,
    pattern: /\b(?<holder>[\w$]+)\.use\(\s*(?<target>[\w$.]*[rR]out(?:er|es)\w*(?:\([^()]*\))?)\s*\)/gu,
  },
  // Fastify
  {
    path: script,
    pattern:
      /\b(?<holder>[\w$]+)\.register\(\s*(?<target>[\w$.]+|import\([^)]*\))\s*,\s*\{[^}]*\bprefix:\s*['"`](?<prefix>[^'"`\n]*)['"`]/gu,
  },
  { path: script, pattern: /\b(?<target>)\.setGlobalPrefix\(\s*['"`](?<prefix>[^'"`\n]*)['"`]/gu },
  // FastAPI, Flask
  {
    path: /\.py$/u,
    pattern:
      /\b(?<holder>\w+)\.(?:include_router|register_blueprint)\(\s*(?<target>[\w.]+)(?:[^)]*?\b(?:url_)?prefix\s*=\s*f?["'](?<prefix>[^"'\n]*)["'])?/gu,
  },
  // Django
  {
    path: /urls\.py$/u,
    pattern:
      /\b(?:re_)?path\(\s*r?["'](?<prefix>[^"'\n]*)["']\s*,\s*include\(\s*(?:\(\s*)?["']?(?<target>[\w.]+)/gu,
  },
  // chi, net/http
  {
    path: /\.go$/u,
    pattern:
      /\b(?<holder>\w+)\.Mount\(\s*"(?<prefix>\/[^"\n]*)"\s*,\s*(?<target>[\w.]+(?:\([^()]*\))?[\w.()]*)\s*\)/gu,
  },
  {
    path: /\.go$/u,
    pattern:
      /\b(?<holder>\w+)\.Handle\(\s*"[^"\n]*"\s*,\s*http\.StripPrefix\(\s*"(?<prefix>\/[^"\n]*)"\s*,\s*(?<target>[\w.]+(?:\([^()]*\))?[\w.()]*)\s*\)/gu,
  },
  // What is handled below a path and not stripped of it says the whole path itself.
  {
    path: /\.go$/u,
    pattern:
      /\b(?<holder>\w+)\.Handle\(\s*"\/[^"\n]*"\s*,\s*(?!http\.)(?<target>[\w.]+(?:\([^()]*\))?[\w.()]*)\s*\)/gu,
  },
  // Ktor: functions on `Route` that are called in a block of routes
  {
    path: /\.kts?$/u,
    pattern:
      /^[ \t]*(?<target>(?!route\b|routing\b)[a-z]\w*(?:[rR]out\w*|[eE]ndpoints?|Api))\((?:[^()\n]|\([^()\n]*\))*\)[ \t]*$/gmu,
  },
  // Phoenix
  { path: /\.exs?$/u, pattern: /\bforward[\s(]+"(?<prefix>\/[^"\n]*)"\s*,\s*(?<target>[\w.]+)/gu },
  // Functions that register on a router or group that they are given
  {
    path: /\.go$/u,
    pattern:
      /(?:^|[\s;{=])(?<target>(?:\w+\.)*\w*(?:[Rr]egister|[Rr]out(?:es?|ing)|[Mm]ount|[Ss]etup|[Hh]andlers?|[Bb]ind|[Aa]ttach|[Ee]ndpoints?)\w*)\(\s*(?:\w+\s*,\s*)*?(?<holder>r|rg|api|mux|router|group|g|e|app|[a-z]\w*(?:Group|Router|API|Api)|[vV]\d)\s*[,)]/gu,
  },
  // axum, Actix Web
  { path: /\.rs$/u, pattern: /\.nest\(\s*"(?<prefix>\/[^"\n]*)"\s*,\s*(?<target>[\w:]+(?:\([^()]*\))?)/gu },
  {
    path: /\.rs$/u,
    pattern: /\bscope\(\s*"(?<prefix>\/[^"\n]*)"\s*\)[^;]*?\.configure\(\s*(?<target>[\w:]+)/gu,
  },
  // ASP.NET Core
  {
    path: /\.cs$/u,
    pattern:
      /\b(?<holder>\w+)\.(?<target>Map(?!Get|Post|Put|Patch|Delete|Group|Controllers|Hub)[A-Z]\w+)\(\s*\)/gu,
  },
];
const blockPrefix: Readonly<Record<string, RegExp>> = {
  go: /\.Route\(\s*"(?<prefix>\/[^"\n]*)"\s*,\s*func\b[^{]*\{/gu,
  kt: /(?<![.\w])route\(\s*"(?<prefix>[^"\n]*)"[^)\n]*\)\s*\{/gu,
};
const groupOfVariable =
  /\b(?<name>\w+)\s*:?=\s*(?<holder>\w+)\.(?:Group|PathPrefix|MapGroup)\(\s*"(?<prefix>\/[^"\n]*)"/gu;
/** Where requests enter: what such a file registers has no prefix from elsewhere. */
const entry =
  /\bexpress\(\)|\b(?:FastAPI|Flask|Quart|Starlette)\(|\bnew (?:Hono|Koa)\b|\b[Ff]astify\(\s*[{)]|ListenAndServe|\bhttp\.Server\{|\bgin\.(?:Default|New)\(|\becho\.New\(|\bfiber\.New\(|NestFactory|WebApplication\.CreateBuilder|TcpListener::bind|HttpServer::new|\brouting\s*\{/u;
const rootUrls = /^(?:[\w-]+\/)*(?:config|conf|core|project|settings|[\w-]*(?:site|proj|app)?)\/urls\.py$/u;

/** Prefixes that a file puts before endpoints of others, in document order. */
export function findMounts(path: string, text: string): readonly RouteMount[] {
  if (/^application(?:[.-][\w-]+)?\.(?:ya?ml|properties)$/u.test(fileName(path)))
    return contextPaths(path, text);
  const patterns = mountPatterns.filter((one) => one.path.test(path));
  if (patterns.length === 0 && !path.endsWith('.java')) return [];
  const lineOf = lineFinder(text);
  const mounts: RouteMount[] = [];
  const add = (prefix: string, target: string, holder: string | null, offset: number): void => {
    mounts.push({
      ...{ prefix, target, holder, path, line: lineOf(offset) },
      module: target === '' || target === '*' ? null : moduleOf(target, text),
    });
  };
  // Functions of Ktor serve nothing by themselves.
  if (/\.kts?$/u.test(path) && /\bfun\s+Route\./u.test(text)) add('', '?', null, 0);
  else if (entry.test(text)) add('', '', null, 0);
  else if (
    path.endsWith('urls.py') &&
    /\burlpatterns\b/u.test(text) &&
    rootUrls.test(path) &&
    /include\(/u.test(text)
  )
    add('', '', null, 0);
  for (const { pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { prefix = '', target = '', holder = null } = match.groups ?? {};
      const isGlobal = match[0].includes('setGlobalPrefix');
      const around = isGlobal ? '' : prefixesAround(path, text, match.index, holder);
      add(`${around}${prefix}`, isGlobal ? '*' : target, isGlobal ? null : holder, match.index);
    }
  }
  if (path.endsWith('.py'))
    mounts.push(...djangoRouterMounts(path, text, (target) => moduleOf(target, text)));
  return mounts;
}

function prefixesAround(path: string, text: string, at: number, holder: string | null): string {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const block = blockPrefix[ending];
  let around = '';
  if (block !== undefined)
    for (const match of text.matchAll(block))
      if (match.index < at && at < closingBrace(text, match.index + match[0].length))
        around += `/${match.groups?.['prefix'] ?? ''}`;
  const groups = [...text.matchAll(groupOfVariable)];
  let ofVariable = '';
  for (let name = holder, depth = 0; name !== null && depth < 10; depth++) {
    const known = name;
    const group = groups.find(({ groups: named }) => named?.['name'] === known);
    if (group === undefined) break;
    ofVariable = `${group.groups?.['prefix'] ?? ''}${ofVariable}`;
    name = group.groups?.['holder'] ?? null;
  }
  return around + ofVariable;
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Where the first name of an expression is imported from. */
function moduleOf(target: string, text: string): string | null {
  const name = /[\w$]+/u.exec(target.replace(/^(?:new|await)\s+/u, ''))?.[0] ?? '';
  if (name === '') return null;
  const inline = /^import\(\s*['"]([^'"]+)/u.exec(target)?.[1];
  if (inline !== undefined) return inline;
  const renamed = new RegExp(
    String.raw`^from\s+([\w.]+)\s+import\s+(?:[^#\n]*?\b|\([^)]*?\b)(\w+)\s+as\s+${name.replace(/\$/gu, '')}\b`,
    'mu',
  ).exec(text);
  if (renamed !== null) return `${renamed[1] ?? ''}.${renamed[2] ?? ''}`;
  const word = name.replace(/\$/gu, String.raw`\$`);
  const patterns = [
    new RegExp(String.raw`\bimport\s+(?:type\s+)?[^;'"]*\b${word}\b[^;'"]*\bfrom\s+['"]([^'"]+)['"]`, 'u'),
    new RegExp(String.raw`\b${word}\b[^=\n;]*=\s*(?:await\s+)?(?:require|import)\(\s*['"]([^'"]+)['"]`, 'u'),
    new RegExp(String.raw`^from\s+([\w.]+)\s+import\s+\(?[^()\n]*\b${word}\b`, 'mu'),
    new RegExp(String.raw`^from\s+([\w.]+)\s+import\s+\([^)]*\b${word}\b`, 'mu'),
  ];
  return patterns.map((pattern) => pattern.exec(text)?.[1]).find((module) => module !== undefined) ?? null;
}

/** The path below which Spring serves everything. */
function contextPaths(path: string, text: string): readonly RouteMount[] {
  const flat = /^server\.servlet\.context-path\s*[=:]\s*(\S+)/mu.exec(text);
  const nested = /^[ \t]+context-path:\s*["']?(\/[^\s"']+)/mu.exec(text);
  const found = flat ?? nested;
  if (found?.[1] === undefined) return [];
  const line = text.slice(0, found.index).split('\n').length;
  return [{ prefix: found[1], target: '*', module: null, holder: null, path, line }];
}
