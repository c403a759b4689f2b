import { isDone } from '../spec/task-ticks';
import { taskField } from '../spec/task-field';
import type { ExportFormat } from './exported-file';
import type { HandOff } from './hand-off';
import { taskSources } from './task-source';

/** Version of the JSON below; fields may be added within one. */
export const jsonVersion = 1;

/** Everything that was parsed from a spec, for other programs, and its text so that it can be had back. */
export const json: ExportFormat = {
  id: 'json',
  name: 'JSON',
  single: true,
  byTask: false,
  numbersIn: null,
  scenarios: false,
  write: (handOff) => [
    { path: `${handOff.slug}.json`, text: `${JSON.stringify(jsonOf(handOff), null, 2)}\n` },
  ],
};

function jsonOf(handOff: HandOff): unknown {
  const { report, spec, path, title, status, requirements, tasks } = handOff;
  const keys = new Map([...report.sections].map(([key, { index }]) => [index, key]));
  const sources = taskSources(spec);
  return {
    version: jsonVersion,
    spec: {
      ...{ path, title, status, template: report.template?.id ?? null, source: report.source },
      metadata: Object.fromEntries([...spec.metadata.values()].map(({ label, value }) => [label, value])),
    },
    coverage: report.coverage,
    requirements: requirements.map(({ coveredBy, ...requirement }) => ({ ...requirement, coveredBy })),
    tasks: tasks.map(({ task, dependencies, files, ...about }, index) => ({
      ...{ id: task.id, title: task.title, phase: task.phase, done: isDone(task), line: task.line },
      ...{ implements: about.implements, dependencies, files },
      description: taskField(task, 'description')?.value ?? null,
      doneCondition: taskField(task, 'done condition')?.value ?? null,
      fields: (sources[index]?.fields ?? []).map(({ label, lines }) => ({
        label,
        markdown: lines.join('\n'),
      })),
    })),
    sections: spec.sections.map(({ index, heading, level, parent, line, bodyStart, end }) => ({
      ...{ key: keys.get(index) ?? null, heading, level, parent, line },
      markdown: spec.text
        .slice(bodyStart, Math.max(bodyStart, spec.sections[index + 1]?.start ?? end))
        .trim(),
    })),
    openQuestions: spec.openQuestions.map(({ id, text, resolved, line }) => ({ id, text, resolved, line })),
    links: spec.links.map(({ kind, url, text, line }) => ({ kind, url, text, line })),
    markdown: spec.text,
  };
}
