import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { FoundFact } from './declared-fact';
import type { SpecCode, SpecStatement, SpecStatements } from './spec-statements';

/** Words by which a place is known to speak of settings. */
const aboutSettings =
  /\b(?:env(?:ironment)?(?:s|\s+variables?)?|config(?:uration)?s?|settings?|variables?|getenv|defaults?|konfiguration|umgebungsvariablen?|configura(?:ci[oó]n|[cç][aã]o)|variables? d.environnement)\b|конфигурац|переменн|настройк|cấu hình|环境变量|配置|設定|環境変数|환경\s?변수|설정/iu;
const keyHeader =
  /^(?:(?:config(?:uration)?|settings?|env(?:ironment)?)(?:\s+(?:key|variable|name|var))?|key|setting|option|variable|env var|parameter|schlüssel|einstellung|clave|chave|clé|ключ|параметр|переменная|配置项|变量|键|キー|変数|키|변수)$/;
const detailHeader =
  /^(?:default(?: value)?|value|meaning|standard|valor|默认值?|既定値|기본값|по умолчанию)$/;
const variable = /^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:\s*=\s*(\S*))?$/;
const dottedKey = /^[a-z][\w-]*(?:\.[a-z][\w-]*)+$/i;
const fileEnding =
  /\.(?:go|[cm]?[jt]sx?|py|rb|rs|java|kt|php|cs|sql|md|json|ya?ml|toml|sh|html|css|txt|env)$/i;
/** Words that tell a variable of the environment from any other constant. */
const aboutVariables =
  /\b(?:env(?:s|ironment)?|variables?|getenv|defaults?|umgebung\w*|entorno|ambiente|environnement)\b|\.env\b|окружени|môi trường|环境|環境|환경/iu;

/** How code reads a variable of its environment. */
const readings =
  /(?:process\.env(?:\.|\[['"])|getenv\(\s*['"]|environ(?:\.get\(|\[)\s*['"]|ENV(?:\.fetch\(|\[)\s*['"]|env::var\(\s*"|LookupEnv\(\s*")([A-Z][A-Z0-9_]+)/g;

/** Environment variables and configuration keys, by tables, code in text about settings, and files in code blocks. */
export function* findSettings({ statements, code }: SpecStatements): Iterable<FoundFact> {
  for (const statement of statements) {
    yield* keyOfRow(statement);
    yield* namedInText(statement);
  }
  for (const block of code) {
    yield* environmentFile(block);
    yield* readInCode(block);
    if (aboutSettings.test(block.headings.at(-1) ?? '')) yield* keysOfFile(block);
  }
}

function* keyOfRow({ header, cells, line, headings }: SpecStatement): Iterable<FoundFact> {
  const at = header.findIndex((cell) => keyHeader.test(cell));
  const name = cells[at];
  if (name === undefined) return;
  const detail = cells[header.findIndex((cell) => detailHeader.test(cell))] ?? '';
  const found = variable.exec(name);
  if (found !== null) yield { kind: 'env-var', name: found[1] ?? '', detail, line };
  // A column headed `key` lists many things; only in a place about settings are they settings.
  else if (
    /^[\w.:/-]+$/.test(name) &&
    /\p{L}/u.test(name) &&
    [...headings, ...header].some((text) => aboutSettings.test(text))
  )
    yield { kind: 'config-key', name, detail, line };
}

function* namedInText({ codes, text, headings, header }: SpecStatement): Iterable<FoundFact> {
  const sentences = text.split(/(?<=[.;!?])\s+|(?<=[。；！？])/u);
  for (const code of codes) {
    const sentence = sentences.find((said) => said.includes(code.text)) ?? text;
    const places = [sentence, ...headings, ...header];
    const found = variable.exec(code.text);
    if (found !== null && places.some((place) => aboutVariables.test(place)))
      yield {
        kind: 'env-var',
        name: found[1] ?? '',
        detail: found[2] ?? defaultIn(sentence),
        line: code.line,
      };
    else if (
      dottedKey.test(code.text) &&
      !fileEnding.test(code.text) &&
      aboutSettings.test(headings.at(-1) ?? '')
    )
      yield { kind: 'config-key', name: code.text, detail: defaultIn(sentence), line: code.line };
  }
}

/** Words behind "default" that are no value: "defaults to", "the default of X", "the default is to". */
const noValue = String.raw`(?!(?:of|to|be|for|in|is|are|values?|when|if|and|or|the|an?|from|by|at|as|with|behaviou?r|settings?)\b)`;
const defaultValue = new RegExp(
  String.raw`\bdefaults?(?: values?)?(?:(?: (?:of|for|in) [^.;]{1,80}?)?(?: to| is|:))?\s+${noValue}(\S+?)(?=[\s,;.)|]|$)`,
  'iu',
);

function defaultIn(text: string): string {
  return defaultValue.exec(text)?.[1] ?? '';
}

function* environmentFile({ value, line, language }: SpecCode): Iterable<FoundFact> {
  if (!/^(?:env|dotenv|sh|bash|shell|ini|properties|dockerfile|ya?ml|text|)$/i.test(language ?? '')) return;
  for (const [index, text] of value.split('\n').entries()) {
    const found = /^\s*(?:export\s+|-\s+|ENV\s+)?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s*[=:]\s*(?!\s)(.*)$/.exec(
      text,
    );
    if (found !== null)
      yield {
        kind: 'env-var',
        name: found[1] ?? '',
        detail: (found[2] ?? '').trim(),
        line: line + 1 + index,
      };
  }
}

function* readInCode({ value, line }: SpecCode): Iterable<FoundFact> {
  for (const [index, text] of value.split('\n').entries()) {
    for (const [, name = ''] of text.matchAll(readings))
      yield { kind: 'env-var', name, detail: '', line: line + 1 + index };
  }
}

/** Keys with a value of their own, each with the keys around it. */
function* keysOfFile({ value, line, language }: SpecCode): Iterable<FoundFact> {
  if (!/^(?:ya?ml|json)$/i.test(language ?? '')) return;
  const lines = new LineCounter();
  const { contents } = parseDocument(value, { lineCounter: lines, logLevel: 'silent' });
  if (!isMap(contents) || contents.has('paths')) return;
  yield* keysBelow(contents, [], (offset) => line + lines.linePos(offset).line);
}

/** Deeper keys are data, not settings. */
const deepestKey = 5;

function* keysBelow(
  map: YAMLMap,
  above: readonly string[],
  lineOf: (offset: number) => number,
): Iterable<FoundFact> {
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const path = [...above, String(key.value)];
    if (isMap(value) && path.length < deepestKey) yield* keysBelow(value, path, lineOf);
    else
      yield {
        kind: 'config-key',
        name: path.join('.'),
        detail: isScalar(value) ? String(value.value) : '',
        line: lineOf(key.range?.[0] ?? 0),
      };
  }
}
