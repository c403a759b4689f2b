import { describe, expect, it } from 'vitest';
import { sectioned } from '../../../src/core/regenerate/section-target';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { mergeUpdate } from '../../../src/core/update/merge-update';

const task = (id: string, names: string): string =>
  `- **${id}:** Build it\n  - _Implements:_ ${names}\n  - _Dependencies:_ None\n`;
const spec = `# Spec\n\n## Phase 1\n\n${task('T-001', 'FR-1')}\n## Phase 2\n\n${task('T-005', 'FR-2')}`;

describe('a new task of a model with the number of one in another section', () => {
  const left = (other: string): readonly string[] => {
    const scope = sectioned(parseSpec(spec.replace('FR-2', other)), null, null);
    const key = [...scope.sections].find(([, { heading }]) => heading === 'Phase 1')?.[0] ?? '';
    const before = task('T-001', 'FR-1').trimEnd();
    const content = `${before}\n${task('T-005', 'FR-9')}`;
    const merged = mergeUpdate(
      scope,
      { changed: new Set(['FR-9']), removed: new Set(), ids: ['FR-1', 'FR-2', 'FR-9'], reason: 'gone' },
      [{ key, before, content, isOutline: false }],
      { texts: new Map(), tasks: new Map(), places: new Map(), adopted: new Map(), homeless: new Set() },
    );
    expect(merged.contents.get(key)).toBe(before);
    return [...(merged.left.get(key) ?? [])];
  };

  it('leaves its requirement unsettled, unless that one is about it, too', () => {
    expect(left('FR-2')).toEqual(['FR-9']);
    expect(left('FR-9')).toEqual([]);
  });
});
