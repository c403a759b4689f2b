import { describe, expect, it } from 'vitest';
import { SectionTracker } from '../../../src/core/draft/section-tracker';
import type { TemplateSection } from '../../../src/core/template/template';
import { template } from '../host/drafting';

const section = (number: string, heading: string, over: Partial<TemplateSection> = {}): TemplateSection => ({
  key: heading.toLowerCase(),
  heading,
  number,
  level: 2,
  optional: false,
  guidance: '',
  aliases: [],
  ...over,
});

const sections = [
  section('1', 'Overview'),
  section('2', 'Risks', { optional: true }),
  section('3', 'Design'),
  section('4', 'Tasks'),
];

function follow(...parts: readonly string[]): SectionTracker {
  const tracker = new SectionTracker(template('four', { sections }));
  for (const part of parts) tracker.push(part);
  return tracker;
}

const issues = (tracker: SectionTracker, complete = false): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tracker.progress(complete).flatMap(({ key, issue }) => (issue === undefined ? [] : [[key, issue]])),
  );

describe('the section tracker', () => {
  it('finds nothing wrong with a document in order, one optional section left out', () => {
    const tracker = follow('# Spec\n\n## 1. Overview\n\n', '## 3. Design\n\n## 4. Tasks\n');
    expect(issues(tracker)).toEqual({});
    expect(issues(tracker, true)).toEqual({});
    expect(tracker.startedOver).toBe(false);
  });

  it('notices a missing section as soon as a later one begins', () => {
    const tracker = follow('# Spec\n\n## 1. Overview\n\nText\n');
    expect(issues(tracker)).toEqual({});
    tracker.push('## 4. Tasks\n');
    expect(issues(tracker)).toEqual({ design: 'missing' });
  });

  it('notices what has not come when the document is at its end, and not before', () => {
    const tracker = follow('# Spec\n\n## 1. Overview\n');
    expect(issues(tracker)).toEqual({});
    expect(issues(tracker, true)).toEqual({ design: 'missing', tasks: 'missing' });
  });

  it('notices a section that comes too late, and calls it missing no more', () => {
    expect(issues(follow('## Overview\n', '## Tasks\n', '## Design\n'))).toEqual({ design: 'misplaced' });
  });

  it('notices a section that stands twice', () => {
    expect(issues(follow('## 1. Overview\n## 3. Design\n## 3. Design\n'))).toEqual({ design: 'repeated' });
  });

  it('takes a heading of another level for one within a section', () => {
    expect(issues(follow('## Overview\n## Design\n### Overview\n'))).toEqual({});
  });

  it('notices a document that begins again', () => {
    const tracker = follow('# Spec\n\n## 1. Overview\n\n# Sp');
    expect(tracker.startedOver).toBe(false);
    tracker.push('ec\n\n## 1. Overview\n');
    expect(tracker.startedOver).toBe(true);
    expect(issues(tracker)).toEqual({ overview: 'repeated' });
  });

  it('knows translated headings by their numbers', () => {
    expect(issues(follow('## 1. Überblick\n## 4. Aufgaben\n'))).toEqual({ design: 'missing' });
    expect(issues(follow('## Überblick\n## Aufgaben\n'), true)).toEqual({});
  });

  it('reads no headings in code blocks', () => {
    expect(issues(follow('## Overview\n```\n## Overview\n# Spec\n```\n'))).toEqual({});
  });

  it('gives two sections of one name to both of the template', () => {
    const tracker = new SectionTracker(
      template('twice', {
        sections: [
          section('1', 'Server'),
          section('1.1', 'Notes', { key: 'server-notes', level: 3 }),
          section('2', 'Client'),
          section('2.1', 'Notes', { key: 'client-notes', level: 3 }),
        ],
      }),
    );
    tracker.push('## Server\n### Notes\n## Client\n### Notes\n');
    expect(issues(tracker)).toEqual({});
    expect(tracker.progress(true).every(({ state }) => state === 'done')).toBe(true);
  });
});
