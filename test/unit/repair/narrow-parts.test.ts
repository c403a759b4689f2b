import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/checks/finding';
import { answeredContents, putContents } from '../../../src/core/regenerate/put-sections';
import { sectioned, type SectionTarget } from '../../../src/core/regenerate/section-target';
import { joinParts, narrowParts } from '../../../src/core/repair/narrow-parts';
import { sectionsToMend } from '../../../src/core/repair/sections-to-mend';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { section, taskTemplate } from '../checks/builders';

const template = taskTemplate({
  covers: [],
  sections: [
    section('mapping', 'Mapping'),
    section('api', 'API'),
    section('tasks', 'Tasks'),
    section('notes', 'Notes'),
  ],
});

const text = `# Spec

## Mapping

| ID | Tasks |
|---|---|
| US-001 | T-001 |
| US-002 | T-002 |

## API

#### GET /a

##### Errors

None of a.

#### GET /b

##### Errors

None of b.

## Tasks

### First

- **T-001:** One
  - _Files:_ \`a.go\`
- **T-002:** Two
  - _Files:_ \`b.go\`

## Notes

Some words.
`;
const scope = sectioned(parseSpec(text), template, null);

/** An error at the first line with these words. */
function at(words: string, args: readonly string[] = []): Finding {
  const line = text.split('\n').findIndex((one) => one.includes(words)) + 1;
  return {
    ...{ check: 'x', severity: 'error', message: 'Wrong.', args, fixable: false },
    ...{ line, column: 1, endLine: line, endColumn: 2 },
  };
}

function narrowed(findings: readonly Finding[], asked: readonly string[] = []) {
  const toMend = sectionsToMend(scope, { findings });
  const ids = new Set(['US-001', 'US-002', 'US-003']);
  return narrowParts(scope, toMend, ids, new Set(asked));
}

const shown = ({ section: { heading }, blocks }: SectionTarget): string =>
  blocks === undefined ? heading : `${heading}: ${blocks.join(', ')}`;
const targetsOf = (...parameters: Parameters<typeof narrowed>): readonly string[] =>
  joinParts(narrowed(...parameters)).targets.map(shown);

describe('what of sections with errors goes back', () => {
  it.each([
    ['the task around the line', [at('`b.go`')], ['First: T-002']],
    ['both tasks at once', [at('**T-001'), at('`b.go`')], ['First: T-001, T-002']],
    ['the row', [at('| US-002')], ['Mapping: US-002']],
    [
      'the row that is missing, by the id of its requirement',
      [at('## Mapping', ['US-003'])],
      ['Mapping: US-003'],
    ],
    ['the whole section where nothing in it has a name', [at('Some words')], ['Notes']],
    ['the whole section where its heading is meant', [at('## Tasks')], ['Tasks']],
    ['a section below', [at('None of b')], ['Errors']],
    ['a section below, where its heading is meant', [at('#### GET /b')], ['GET /b']],
    ['the outer one of two that lie in each other', [at('#### GET /b'), at('None of b')], ['GET /b']],
    ['two of the same heading', [at('None of a'), at('None of b')], ['Errors', 'Errors']],
    ['a task, with the section around it', [at('`b.go`'), at('## Tasks')], ['Tasks']],
  ])('is %s', (_what, findings, expected) => {
    expect(targetsOf(findings)).toEqual(expected);
    const found = narrowed(findings).flatMap((part) => part.findings);
    expect(new Set(found)).toEqual(new Set(findings));
  });

  it('is the whole section where a part of it was asked for before', () => {
    const [before] = narrowed([at('`b.go`')]);
    expect(targetsOf([at('`b.go`')], [before?.name ?? ''])).toEqual(['Tasks']);
    expect(targetsOf([at('**T-001')], [before?.name ?? ''])).toEqual(['First: T-001']);
    const [first] = narrowed([at('None of a')]);
    expect(targetsOf([at('None of b')], [first?.name ?? ''])).toEqual(['Errors']);
  });

  it('comes back to its own place, though another has the same heading', () => {
    const { targets } = joinParts(narrowed([at('None of a'), at('None of b')]));
    const answer = '##### Errors\n\n400 of a.\n\n##### Errors\n\n400 of b.\n';
    const contents = answeredContents(scope, targets, answer);
    expect(putContents(scope.spec, targets, contents).text).toBe(
      text.replace('None of a.', '400 of a.').replace('None of b.', '400 of b.'),
    );
  });
});
