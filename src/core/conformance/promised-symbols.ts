import { blockPlace } from '../checks/reading/block-place';
import { mentionAt, sectionNames } from '../checks/grounding/mention';
import { findSymbols } from '../project/code/find-symbols';
import { languageOf } from '../project/code/languages';
import { dialectOfFragment } from '../project/tables/migration-dialects';
import { filePlan } from '../spec/file-plan';
import { readPath } from '../spec/path-like';
import type { CodeBlock, SpecDocument, SpecTable } from '../spec/spec-document';
import { oncePer } from '../text/remembered';
import type { PromisedSymbol } from './promise';
import { promisedFiles } from './promised-files';
import { filesNear, isUnpromised, wordOn } from './spec-places';
import { isTestFile } from '../project/test-file';
import { interfaceLabels } from '../spec/vocabulary/task-field-labels';
import { ownValue } from '../text/own-value';

const endings: Readonly<Record<string, string>> = {
  golang: 'go',
  typescript: 'ts',
  javascript: 'ts',
  js: 'ts',
  tsx: 'ts',
  jsx: 'ts',
  python: 'py',
  kotlin: 'kt',
  csharp: 'cs',
  'c#': 'cs',
  rust: 'rs',
  ruby: 'rb',
  elixir: 'ex',
};
const declaring = new Set(['class', 'interface', 'type', 'enum', 'function', 'method', 'property']);
/** Code that shows how things are used, tested or answered, or what is not done. */
const otherCode =
  /\b(?:tests?|testing|how to|call(?:s|ing)?|client code|snippets?|error bod(?:y|ies)|requests? and responses? examples?|alternatives?|rollback|pseudo)/iu;
const exportHeader =
  /\b(?:exported|exports?|exposes?|public (?:api|interface)|interface|props|symbols?|functions?|classes|hook(?:s| \/ function)?|methods?|defines?|provides?|declares?)\b/iu;
const usedHeader =
  /\b(?:used|uses|install|depend|calls?|needed|consumes|test(?:s|ed)?|description|key cases)\b/iu;
const pathHeader = /\b(?:files?|paths?|modules?|location)\b/iu;
const written = /^[*&]?((?:[A-Za-z_$][\w$]*(?:\.|::|#))*)([A-Za-z_$][\w$]*[!?]?)(?=$|\(|<|\s*:|\[)/u;
const behindPath = /^[`*_]*\s+(?:in|from|of|at)\s+`([^`\n]{3,200})`/u;
const inlineDeclaration =
  /^(?:export\s+)?(?:async\s+)?(?:func|def|function|fun|fn|public|class|interface|type|struct)\s+\S/u;

/** Symbols that code blocks declare, that tables list beside their files, and that sentences place in a planned file. */
export const promisedSymbols = oncePer((spec: SpecDocument): readonly PromisedSymbol[] => {
  const found = [
    ...spec.codeBlocks.flatMap((block) => symbolsOfBlock(spec, block)),
    ...spec.tables.flatMap((table) => symbolsOfTable(spec, table)),
    ...symbolsInText(spec),
    ...symbolsOfComponents(spec),
  ];
  const seen = new Set<string>();
  return found.filter(({ name, container, path, signature }) => {
    const key = `${container ?? ''}.${name} ${path ?? ''} ${signature ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
});

function symbolsOfBlock(spec: SpecDocument, block: CodeBlock): readonly PromisedSymbol[] {
  const tag = /^[\w#]+/u.exec(block.language ?? '')?.[0].toLowerCase() ?? '';
  const language = languageOf(`x.${ownValue(endings, tag) ?? tag}`);
  if (language === null || /^(?:SQL|GraphQL|Protocol Buffers)$/iu.test(language.name)) return [];
  if (
    isUnpromised(spec, block.section) ||
    sectionNames(spec, block.section).some((name) => otherCode.test(name))
  )
    return [];
  if (dialectOfFragment(block.value) !== null) return [];
  const near = filesNear(spec, block.section, block.line);
  const inBlock = new Set<string>();
  const symbols = findSymbols('', block.value, language).filter(
    ({ kind, name, container, exported, signature }) =>
      declaring.has(kind) &&
      // A line that only calls is taken for a method by some patterns.
      !(
        language.name === 'TypeScript' &&
        kind === 'function' &&
        container === null &&
        !exported &&
        !signature.startsWith('function') &&
        !signature.startsWith('async function')
      ) &&
      !/^(?:test_|Test[A-Z]|main$|setUp$|__init__$|up$|down$|change$|upgrade$|downgrade$)/u.test(name),
  );
  for (const { name, container } of symbols) if (container === null) inBlock.add(name);
  const lines = block.value.split('\n');
  let offset = 0;
  const starts = lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start;
  });
  return symbols.map(({ name, kind, container, signature, line }) => {
    const start = (starts[line - 1] ?? 0) + Math.max(0, (lines[line - 1] ?? '').indexOf(name));
    return {
      ...{ name, kind, container, signature, language: language.name, path: null },
      ...{ section: block.section, names: [...(container === null ? [] : [container]), name], files: near },
      ...blockPlace(spec, block, start, start + name.length),
    };
  });
}

function symbolsOfTable(spec: SpecDocument, { header, rows, section }: SpecTable): readonly PromisedSymbol[] {
  if (isUnpromised(spec, section)) return [];
  const titles = header.map(({ text }) => text.trim());
  const pathAt = titles.findIndex((title) => pathHeader.test(title));
  if (pathAt === -1) return [];
  const listed = titles.flatMap((title, at) =>
    at !== pathAt && exportHeader.test(title) && !usedHeader.test(title) ? [at] : [],
  );
  return rows.flatMap((row) => {
    const path = readPath((row[pathAt]?.text ?? '').replace(/`/gu, ''))?.path ?? null;
    if (path === null) return [];
    return listed.flatMap((at) =>
      [...(row[at]?.raw ?? '').matchAll(/`([^`]+)`/gu)].flatMap(([, text = '']) => {
        const symbol = namedBy(text, path);
        if (symbol === null) return [];
        return [
          {
            ...{ ...symbol, kind: null, path, section, files: [path], names: [symbol.name] },
            ...wordOn(spec, row[at]?.line ?? 1, symbol.name),
          },
        ];
      }),
    );
  });
}

function symbolsInText(spec: SpecDocument): readonly PromisedSymbol[] {
  const planned = new Map(filePlan(spec).map((file) => [file.path, file.action]));
  return spec.codeSpans.flatMap((span) => {
    if (span.host === 'heading' || span.value.length > 300) return [];
    const place = behindPath.exec(mentionAt(spec, span).after)?.[1];
    const path = place === undefined ? null : (readPath(place)?.path ?? null);
    const isDeclaration = inlineDeclaration.test(span.value);
    if (path === null || isUnpromised(spec, span.section)) return [];
    if (!isDeclaration && planned.get(path) !== 'create') return [];
    const symbol = isDeclaration ? declaredBy(span.value, path) : namedBy(span.value, path);
    if (symbol === null) return [];
    return [
      {
        ...{ ...symbol, kind: null, path, section: span.section, files: [path], names: [symbol.name] },
        ...wordOn(spec, span.line, symbol.name),
      },
    ];
  });
}

/** `New interfaces: \`apply(code: string): number\`` of a component, in the language of the first file that it makes. */
function symbolsOfComponents(spec: SpecDocument): readonly PromisedSymbol[] {
  const made = promisedFiles(spec).filter(({ action, path }) => action === 'create' && !isTestFile(path));
  return spec.listItems.flatMap((item) => {
    const label = /^\p{L}[^:：]{0,60}(?=[:：])/u.exec(item.text)?.[0].trim().toLowerCase() ?? '';
    const holder = item.parent === null ? undefined : spec.listItems[item.parent];
    if (holder === undefined || !interfaceLabels.includes(label) || isUnpromised(spec, item.section))
      return [];
    const files = made.filter(({ line }) => holder.line <= line && line <= holder.lastLine);
    const paths = files.map(({ path }) => path);
    return spec.codeSpans.flatMap((span) => {
      if (span.line < item.line || span.line > item.lastLine || span.value.length > 300) return [];
      const symbol = paths.map((path) => namedBy(span.value, path)).find((one) => one !== null);
      if (symbol === undefined) return [];
      return [
        {
          ...{ ...symbol, kind: null, path: null, section: span.section, files: paths, names: [symbol.name] },
          ...wordOn(spec, span.line, symbol.name),
        },
      ];
    });
  });
}

type NamedSymbol = Pick<PromisedSymbol, 'name' | 'container' | 'signature' | 'language'>;

function declaredBy(text: string, path: string): NamedSymbol | null {
  const language = languageOf(path);
  if (language === null) return null;
  const [first] = findSymbols('', text, language);
  if (first === undefined) return null;
  return { name: first.name, container: first.container, signature: text, language: language.name };
}

/** `NewService(store Store) *Service`, `Service.Create`, `InviteTable` */
function namedBy(text: string, path: string): NamedSymbol | null {
  const language = languageOf(path);
  const match = written.exec(text.trim());
  const [whole = '', holders = '', name = ''] = match ?? [];
  if (language === null || match === null || name.length < 3 || readPath(text) !== null) return null;
  if (
    /^(?:none|string|number|boolean|void|true|false|null|props|children|type|component|hook|page|test)$/iu.test(
      name,
    )
  )
    return null;
  const container =
    holders
      .split(/\.|::|#/u)
      .filter((part) => part !== '')
      .at(-1) ?? null;
  const rest = text.trim().slice(whole.length);
  const isSigned =
    rest.startsWith('(') &&
    (language.name === 'Go' ? /\(\s*\)|\(\w+ [^)]+\)/u.test(rest) : /[:>]/u.test(rest));
  const lead = { Go: 'func ', Python: 'def ', TypeScript: 'function ' }[language.name];
  return {
    name,
    // A package or module in front says where it lies, which its file says already.
    container: container !== null && /^[A-Z]/u.test(container) ? container : null,
    signature: isSigned && lead !== undefined && holders === '' ? `${lead}${text.trim()}` : null,
    language: language.name,
  };
}
