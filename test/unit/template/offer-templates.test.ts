import { describe, expect, it } from 'vitest';
import { offerTemplates } from '../../../src/core/template/offer-templates';
import type { SourceKind } from '../../../src/core/source/source';
import { template } from '../host/drafting';

const team = template('team', {
  for: ['prd', 'initiative', 'conversation'],
  origin: { kind: 'workspace', path: 'tasks/docs/_techspec-template.md' },
});
const architecture = template('architecture', { for: ['prd', 'initiative', 'conversation'] });
const rfc = template('rfc', { for: ['initiative', 'prd', 'conversation'] });
const feature = template('feature', { for: ['conversation', 'prd', 'initiative'] });
const artefact = template('artefact', { offer: false });
const all = [artefact, team, architecture, rfc, feature];
const offered = (kind: SourceKind | null, preferred = '', templates = all): readonly string[] =>
  offerTemplates(templates, kind, preferred).map(({ id }) => id);

describe('the offer of templates', () => {
  it.each([
    ['prd', ['architecture', 'rfc', 'feature']],
    ['initiative', ['rfc', 'architecture', 'feature']],
    ['conversation', ['feature', 'architecture', 'rfc']],
  ] as const)('follows the kind of source: %s', (kind, order) => {
    expect(offered(kind, '', [architecture, rfc, feature])).toEqual(order);
  });

  it('has the template of the team first for PRDs and initiatives', () => {
    expect(offered('prd')[0]).toBe('team');
    expect(offered('initiative').slice(0, 2)).toEqual(['team', 'rfc']);
  });

  it("recommends for a conversation what is made for it, before a team's template that is made for PRDs", () => {
    expect(offered('conversation')).toEqual(['feature', 'team', 'architecture', 'rfc']);
  });

  it("has a team's template first for conversations where it is made for them", () => {
    for (const kinds of [['conversation'], ['prd', 'conversation']] as const)
      expect(offered('conversation', '', [{ ...team, for: [...kinds] }, feature])[0]).toBe('team');
  });

  it('starts with the template that the settings name, and with those of the team while no source is known', () => {
    expect(offered('conversation', 'architecture')[0]).toBe('architecture');
    expect(offered(null)[0]).toBe('team');
  });

  it('ends with what is made for other kinds of source', () => {
    expect(offered('initiative', '', [{ ...team, for: ['prd'] }, architecture])).toEqual([
      'architecture',
      'team',
    ]);
  });
});
