import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const text = v.pipe(v.string(), v.nonEmpty());

const edit = v.strictObject({
  /** Path in the workspace of the fixture; the spec by default. */
  file: v.optional(text),
  /** Must be there exactly once. */
  find: v.optional(text),
  /** What stands there instead; without `find` the whole file is written anew. */
  replace: v.optional(v.string(), ''),
  /** Takes the file away. */
  remove: v.optional(v.boolean(), false),
});

const defect = v.strictObject({
  id: text,
  class: text,
  /** What is wrong, in one sentence. */
  what: text,
  /** The spec that has it, where a workspace has several; that of the fixture by default. */
  spec: v.optional(text),
  edits: v.pipe(v.array(edit), v.minLength(1)),
  /** Checks of which one must find it. */
  finds: v.pipe(v.array(text), v.minLength(1)),
  /** What the finding must name: in its message or on its line. */
  mentions: v.optional(text),
  /** Lines of the seeded spec at which a finding counts, whatever it names. */
  lines: v.optional(v.array(v.number()), []),
  /** Checks that may rightly have something to say about it as well. */
  also: v.optional(v.array(text), []),
});

const fixtureFile = v.strictObject({
  /** What the spec is about, its stack and its template. */
  summary: text,
  /** Path of the spec in the workspace. */
  spec: text,
  /** The day on which it is checked: one behind all dates of the spec. */
  today: v.optional(text, '2026-03-02'),
  defects: v.array(defect),
});

export type Defect = v.InferOutput<typeof defect>;

/** A workspace with a spec that has no fault, and faults to put into it. */
export interface Fixture extends v.InferOutput<typeof fixtureFile> {
  readonly name: string;
  /** Path in the workspace to its content. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Reads the fixtures below a folder: each has a `fixture.yaml` and a `workspace` folder.
 *
 * @throws {Error} naming the fixture and what is wrong with it
 */
export function readFixtures(folder: string): readonly Fixture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFixture(folder, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readFixture(folder: string, name: string): Fixture {
  const parsed = v.safeParse(
    fixtureFile,
    parse(readFileSync(join(folder, name, 'fixture.yaml'), 'utf8')) as unknown,
  );
  if (!parsed.success) throw new Error(`${name}/fixture.yaml: ${v.summarize(parsed.issues)}`);
  const workspace = join(folder, name, 'workspace');
  const files = Object.fromEntries(
    readdirSync(workspace, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(workspace, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const fixture = { ...parsed.output, name, files };
  const { defects } = fixture;
  const missing = specsOf(fixture).find((spec) => files[spec] === undefined);
  if (missing !== undefined) throw new Error(`${name}: there is no ${missing} in its workspace.`);
  const ids = defects.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${name}: ${twice} is given twice.`);
  return fixture;
}

/** The specs of a fixture in which there are defects. */
export function specsOf({ spec, defects }: Fixture): readonly string[] {
  return [...new Set([spec, ...defects.map((defect) => defect.spec ?? spec)])];
}

/**
 * The files of a fixture with one defect in them.
 *
 * @throws {Error} where what is to be replaced is not there exactly once
 */
export function seed(
  fixture: Fixture,
  { id, spec = fixture.spec, edits }: Defect,
): Readonly<Record<string, string>> {
  const files = new Map(Object.entries(fixture.files));
  for (const { file = spec, find, replace, remove } of edits) {
    const before = files.get(file);
    if (remove) {
      if (before === undefined) throw new Error(`${fixture.name}/${id}: there is no ${file} to remove.`);
      files.delete(file);
    } else if (find === undefined) files.set(file, replace);
    else {
      const parts = (before ?? '').split(find);
      if (parts.length !== 2)
        throw new Error(`${fixture.name}/${id}: found ${parts.length - 1} times in ${file}: ${find}`);
      files.set(file, parts.join(replace));
    }
  }
  return Object.fromEntries(files);
}
