import { stringify } from 'yaml';
import { fileName } from '../text/path';
import { isWorkspaceTopic } from '../workspace/workspace-facts';
import type { TemplateOrigin } from './template';
import { parseTemplate, type ParsedTemplate } from './parse-template';
import { matches, type PlainSections } from './plain-sections';
import { keyOf, proseLines, readHeading, type TemplateHeading } from './template-heading';
import {
  cellsOf,
  guidance,
  isDelimiter,
  labelOf,
  placeholder,
  plain,
  plainHeading,
  tableRow,
  taskItems,
  unbracketed,
} from './plain-markup';

interface PlainSection {
  readonly heading: TemplateHeading;
  /** Lines below the heading up to the next one, as the team wrote them. */
  readonly lines: readonly string[];
}

/**
 * Makes a template of a Markdown file that has no front matter. Its headings, tables, labels and checklist stay; what
 * it says to the writer (placeholders, examples, comments) becomes guidance and never reaches a spec; bodies that carry
 * facts come from the vocabulary; what the checks need and the team's template lacks is added at the end.
 */
export function adoptPlainTemplate(file: {
  readonly path: string;
  readonly text: string;
  readonly origin: TemplateOrigin;
  readonly partials: Readonly<Record<string, string>>;
  readonly vocabulary: PlainSections;
}): ParsedTemplate {
  const { sections, preamble } = splitSections(file.text);
  const adopted = adoptSections(sections, file.vocabulary);
  const name = nameOf(file.path, sections);
  const frontMatter = {
    ...file.vocabulary.frontMatter,
    id: keyOf(fileName(file.path).replace(/\.[^.]+$/, '')) || 'team-template',
    name,
    summary: file.path,
    checklist: [
      ...adopted.checklist,
      ...file.vocabulary.verified.map((item) => ({
        ...item,
        about: item.about.filter((key) => adopted.keys.has(key)),
        verifiedBy: 'check',
      })),
    ],
  };
  const body = [
    titleLine(sections),
    '',
    '{{> outline-note }}',
    '',
    metadataBlock([...preamble, ...titleLines(sections)], file.vocabulary),
    ...adopted.blocks,
  ].join('\n');
  const parsed = parseTemplate({
    path: file.path,
    text: `---\n${stringify(frontMatter)}---\n${body}\n`,
    origin: file.origin,
    partials: file.partials,
  });
  // Lines of the generated file mean nothing to the person who has the team's file open.
  return {
    ...parsed,
    findings: parsed.findings.map((finding) => ({ ...finding, line: 1, endLine: 1 })),
  };
}

function splitSections(text: string): { sections: readonly PlainSection[]; preamble: readonly string[] } {
  const lines = text.split('\n');
  const all = [...proseLines(text)].flatMap(([index, line]) => readHeading(line, index) ?? []);
  const titles = all.filter(({ level }) => level === 1);
  // A file that uses level 1 for its sections has them one level deeper in the spec, below the title.
  const shift = titles.length > 1 ? 1 : 0;
  const sections = all.map((heading, index) => ({
    heading: { ...heading, level: Math.min(6, heading.level + shift) },
    lines: lines.slice(heading.lineIndex + 1, all[index + 1]?.lineIndex),
  }));
  return { sections, preamble: lines.slice(0, all[0]?.lineIndex ?? 0) };
}

function titleOf(sections: readonly PlainSection[]): PlainSection | undefined {
  return sections.find(({ heading }) => heading.level === 1);
}

function titleLines(sections: readonly PlainSection[]): readonly string[] {
  return titleOf(sections)?.lines ?? [];
}

function titleLine(sections: readonly PlainSection[]): string {
  const heading = titleOf(sections)?.heading.name ?? '';
  const fixed = heading.split(placeholder).map((part) => part.replace(/[{}]{2,}/g, ''));
  if (heading === '') return '# {{title}}';
  return fixed.length > 1
    ? `# ${fixed[0] ?? ''}{{title}}${fixed.slice(1).join('')}`
    : `# ${fixed[0] ?? ''}: {{title}}`;
}

function nameOf(path: string, sections: readonly PlainSection[]): string {
  const title = (titleOf(sections)?.heading.name ?? '')
    .replace(placeholder, '')
    .replace(/^[\s:–—-]+|(?<![\s:–—-])[\s:–—-]+$/g, '');
  return title === '' ? fileName(path) : title;
}

function metadataBlock(lines: readonly string[], vocabulary: PlainSections): string {
  const valueOf = (label: string): string =>
    vocabulary.metadata.find(({ patterns }) => matches(label, patterns))?.value ??
    field('', `What is the value of ${plain(label)}?`);
  const labels = lines.flatMap((line) => {
    const label = labelOf(line);
    return label === '' || line.trimStart().startsWith('<!--') ? [] : [label.replace(placeholder, '').trim()];
  });
  const rows = lines.flatMap((line) => {
    const cells = cellsOf(line);
    return cells.length === 2 && !isDelimiter(line) ? [plain(cells[0] ?? '')] : [];
  });
  const known = [...labels, ...rows.slice(1)].filter((label) => label !== '');
  const missing = vocabulary.metadata.flatMap(({ label, patterns, value }) =>
    label === undefined || known.some((own) => matches(own, patterns)) ? [] : [{ label, value }],
  );
  return [
    ...[...new Set(known)].map((label) => `**${label}:** ${valueOf(label)}  `),
    ...missing.map(({ label, value }) => `**${label}:** ${value}  `),
    ...guidance(lines),
    '',
  ].join('\n');
}

type PlainChecklist = readonly {
  readonly id: string;
  readonly text: string;
  readonly verifiedBy: 'person';
}[];

interface Adopted {
  readonly blocks: readonly string[];
  readonly checklist: PlainChecklist;
  readonly keys: ReadonlySet<string>;
}

function adoptSections(sections: readonly PlainSection[], vocabulary: PlainSections): Adopted {
  const blocks: string[] = [];
  let checklist: PlainChecklist = [];
  let beforeChecklist: number | null = null;
  const keys = new Set<string>();
  const phases = phaseKinds(sections, vocabulary);
  let lastTop = 0;
  for (const [index, { heading, lines }] of sections.entries()) {
    if (heading.level === 1) continue;
    const phase = phases.get(index);
    const name = phase === undefined ? plainHeading(heading.name) : unbracketed(heading.name);
    // A heading with a placeholder stands for a repeated part: an example for the writer.
    if (!isKept({ heading }, phase)) {
      blocks.push(...guidance([heading.name, ...lines]));
      continue;
    }
    const entry = vocabulary.sections.find(({ patterns }) => matches(name, patterns));
    const known = entry?.key !== undefined && !keys.has(entry.key) && phase === undefined ? entry.key : null;
    const key = unique(known ?? keyOf(name), keys);
    if (heading.level === 2) lastTop = Math.max(lastTop, Number(heading.number?.split('.')[0] ?? 0));
    if (known === 'checklist') {
      checklist = checklistOf(lines);
      beforeChecklist = heading.level === 2 ? blocks.length : null;
    }
    blocks.push(
      '',
      `${'#'.repeat(heading.level)} ${heading.number === null ? '' : `${heading.number}. `}${name} {#${key}}`.replace(
        /(\.\d+)\. /,
        '$1 ',
      ),
      ...guidance(lines),
      '',
    );

    const next = sections.findIndex((section, at) => at > index && isKept(section, phases.get(at)));
    const isParent = (sections[next]?.heading.level ?? 0) > heading.level;
    const hasPhases = known === 'tasks' && [...phases.keys()].some((at) => at > index);
    if (phase !== undefined) {
      blocks.push(vocabulary.phaseBody.replaceAll('%kinds%', phase).trimEnd());
    } else if (hasPhases) {
      continue;
    } else if (entry?.body !== undefined && (known !== null || entry.key === undefined)) {
      blocks.push(entry.body.trimEnd());
    } else if (!isParent) {
      blocks.push(ownBody(name, lines, entry?.topics ?? '', entry?.states));
    }
  }
  const added = vocabulary.required
    .filter(({ key }) => !keys.has(key))
    .flatMap(({ key, heading, body }, index) => {
      const number = lastTop > 0 ? `${lastTop + index + 1}. ` : '';
      return ['', `## ${number}${heading} {#${key}}`, '', body.trimEnd()];
    });
  // A checklist is read last, so what is added stands before it.
  blocks.splice(beforeChecklist ?? blocks.length, 0, ...added);
  return { blocks, checklist, keys };
}

function checklistOf(lines: readonly string[]): PlainChecklist {
  const ids = new Set<string>();
  return taskItems(lines).map((text) => ({ id: unique(keyOf(text), ids), text, verifiedBy: 'person' }));
}

/** Whether a heading stands for one section, and not for an example that is repeated. */
function isKept({ heading }: Pick<PlainSection, 'heading'>, phase: string | undefined): boolean {
  return phase !== undefined || (plainHeading(heading.name) === heading.name && heading.name !== '');
}

/** Which kinds of work the headings directly below the section of tasks stand for, by index of the section. */
function phaseKinds(
  sections: readonly PlainSection[],
  vocabulary: PlainSections,
): ReadonlyMap<number, string> {
  const isTasks = (name: string): boolean =>
    vocabulary.sections.find(({ patterns }) => matches(name, patterns))?.key === 'tasks';
  const start = sections.findIndex(({ heading }) => heading.level > 1 && isTasks(heading.name));
  const parent = sections[start];
  if (parent === undefined) return new Map();
  const kinds = new Map<number, string>();
  const taken = new Set<string>();
  for (let index = start + 1; (sections[index]?.heading.level ?? 0) > parent.heading.level; index += 1) {
    const heading = sections[index]?.heading.name ?? '';
    const name = unbracketed(heading);
    if (plainHeading(heading) !== heading && !matches(heading, [vocabulary.phaseHeading])) continue;
    const found = vocabulary.phases.filter(
      ({ kind, patterns }) => !taken.has(kind) && matches(name, patterns),
    );
    for (const { kind } of found) taken.add(kind);
    if (found.length > 0) kinds.set(index, found.map(({ kind }) => kind).join('+'));
  }
  return kinds;
}

/** The team's own form of a section: its table's columns, its labels, or bullets. */
function ownBody(name: string, lines: readonly string[], topics: string, states?: string): string {
  const question = `What belongs under ${plain(name)}?`;
  const only = states === undefined ? '' : ` | states ${states}`;
  const rowTopics = topics
    .split(',')
    .map((topic) => topic.trim())
    .filter((topic) => !isWorkspaceTopic(topic))
    .join(', ');
  const at = lines.findIndex((line, index) => tableRow.test(line) && isDelimiter(lines[index + 1] ?? ''));
  if (at >= 0) {
    const header = cellsOf(lines[at] ?? '');
    return [
      `| ${header.map(plain).join(' | ')} |`,
      `|${header.map(() => '---|').join('')}`,
      `{{#rows}}${rowTopics} | ${question} | ${header.length} columns${only}{{/rows}}`,
    ].join('\n');
  }
  const labels = lines.map((line) => plain(labelOf(line))).filter((label) => label !== '');
  if (labels.length > 1) {
    return [...new Set(labels)]
      .map(
        (label) => `- **${label}:** ${field(topics, `What belongs under ${plain(name)}, ${label}?${only}`)}`,
      )
      .join('\n');
  }
  return `{{#list}}${topics} | ${question}${only}{{/list}}`;
}

function field(topics: string, question: string): string {
  return `{{#field}}${topics} | ${question}{{/field}}`;
}

function unique(key: string, taken: Set<string>): string {
  const base = key === '' ? 'section' : key;
  let candidate = base;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${base}-${number}`;
  taken.add(candidate);
  return candidate;
}
