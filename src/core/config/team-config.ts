import * as v from 'valibot';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { CheckSettings } from '../checks/check-settings';
import type { FileSystem } from '../ports/file-system';
import { yamlData } from '../text/yaml-data';

/** Where a team keeps what holds for everybody who checks specs of a workspace. */
export const teamConfigPath = '.tech-spec/config.yaml';

/** What a team has agreed on. Everything may be left out. */
export interface TeamConfig {
  readonly checks: CheckSettings;
  /** Globs, relative to the root: which files are specs, rules, completed specs and research. */
  readonly specs: readonly string[];
  readonly rules: readonly string[];
  readonly completedSpecs: readonly string[];
  readonly research: readonly string[];
  /** Where implemented specs go, relative to the root; `{specDir}` is the folder of the spec. */
  readonly completedFolder?: string;
}

/** A mistake in the file, at its line (from 1). */
export interface ConfigProblem {
  readonly line: number;
  /** English message with `{0}` placeholders. */
  readonly message: string;
  readonly args: readonly string[];
}

export type ParsedConfig = { readonly config: TeamConfig } | { readonly problems: readonly ConfigProblem[] };

export const emptyConfig: TeamConfig = { checks: {}, specs: [], rules: [], completedSpecs: [], research: [] };

const severity = v.picklist(['error', 'warning', 'info', 'off']);
const globs = v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.readonly()), []);
const schema = v.strictObject({
  checks: v.optional(
    v.record(
      v.string(),
      v.union([
        severity,
        v.strictObject({
          severity: v.exactOptional(severity),
          options: v.exactOptional(v.record(v.string(), v.unknown())),
        }),
      ]),
    ),
    {},
  ),
  specs: globs,
  rules: globs,
  completedSpecs: globs,
  research: globs,
  completedFolder: v.exactOptional(
    v.pipe(v.string(), v.regex(/^(?![/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)).+$/u)),
  ),
});

/**
 * Reads `.tech-spec/config.yaml`. Nothing of a file with a mistake is used: half a configuration would pass for the whole.
 *
 * @param knownChecks ids that may be configured
 */
export function parseTeamConfig(text: string, knownChecks: ReadonlySet<string>): ParsedConfig {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ pos, message }) => ({
        line: lines.linePos(pos[0]).line,
        message: 'This is not valid YAML: {0}',
        args: [(message.split('\n')[0] ?? message).replace(/ at line .*$/, '.')],
      })),
    };
  }
  const read = yamlData(document);
  if ('error' in read)
    return { problems: [{ line: 1, message: 'This is not valid YAML: {0}', args: [`${read.error}.`] }] };
  const result = v.safeParse(schema, read.data ?? {});
  const lineOf = (path: readonly string[]): number => lines.linePos(offsetOf(document, path)).line;
  if (!result.success) {
    return {
      problems: result.issues.map((issue) => {
        const path = (issue.path ?? []).map(({ key }) => String(key));
        return {
          line: lineOf(path),
          message: '{0}: expected {1}, found {2}.',
          args: [path.join('.') || 'The file', issue.expected ?? 'something else', issue.received],
        };
      }),
    };
  }
  const unknown = Object.keys(result.output.checks).filter((id) => !knownChecks.has(id));
  if (unknown.length > 0) {
    return {
      problems: unknown.map((id) => ({
        line: lineOf(['checks', id]),
        message: 'There is no check {0}. The checks are listed in docs/checks/README.md.',
        args: [id],
      })),
    };
  }
  return { config: result.output };
}

/** The configuration of a workspace; an empty one where there is no file. */
export async function readTeamConfig(
  files: FileSystem,
  knownChecks: ReadonlySet<string>,
): Promise<ParsedConfig> {
  const bytes = await files.readFile(teamConfigPath).catch(() => null);
  return bytes === null
    ? { config: emptyConfig }
    : parseTeamConfig(new TextDecoder().decode(bytes), knownChecks);
}

/** Offset of the key at a path, or of the nearest one above it. */
function offsetOf(document: Document, path: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair === undefined) break;
    offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
    node = pair.value;
  }
  return offset;
}
