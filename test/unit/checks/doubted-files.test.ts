import { describe, expect, it } from 'vitest';
import { doubtedFiles } from '../../../src/core/checks/grounding/doubted-files';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { ground, specOf, workspace } from './grounding-workspace';
import { secondsHere } from '../../harness/pace';

describe('files that are looked at again by somebody who knows their language', () => {
  const doubted = async (prose: string): Promise<readonly string[]> => {
    const text = specOf('Modify: `internal/http/router.go`', prose);
    const { findings } = await ground(text, 'symbol-exists');
    return doubtedFiles({
      spec: parseSpec(text),
      findings,
      surroundings: await workspace(),
      path: 'tech-specs/spec.md',
    });
  };

  it('are those that are said to hold what was not found, and that of the type that is said to lack it', async () => {
    expect(await doubted('The existing `ListMember` in `members/members.go` stays.')).toEqual([
      'internal/members/members.go',
    ]);
    expect(await doubted('It calls the existing `Service.Replace(ctx)`.')).toEqual([
      'internal/members/members.go',
    ]);
  });

  it('are none where all is found, or where no file can be told', async () => {
    expect(await doubted('The existing `Member` in `internal/members/members.go` stays.')).toEqual([]);
    expect(await doubted('The existing `ChangeRoles` in `no/such.go` stays.')).toEqual([]);
  });

  it('are found in time that grows with the spec, however much of it is doubted', async () => {
    const names = Array.from({ length: 4000 }, (_, index) => `fooBar${index}`);
    const prose = names.map((name) => `The existing \`${name}\` in \`members/members.go\` stays.`);
    const spec = parseSpec(`# Spec\n\n${prose.join('\n\n')}\n`);
    const findings = names.map((name, index) => ({
      check: 'symbol-exists',
      line: 3 + 2 * index,
      args: [name],
    }));
    const checked = { spec, findings, surroundings: await workspace(), path: 'tech-specs/spec.md' };
    const start = performance.now();
    expect(doubtedFiles(checked)).toEqual(['internal/members/members.go']);
    expect(performance.now() - start).toBeLessThan(secondsHere(0.5) * 1000);
  });
});
