import { describe, expect, it } from 'vitest';
import { isSourceName, kindOfPath, likelySources } from '../../../src/host/workspace/likely-sources';

const offered = (...paths: string[]) => likelySources(paths, [], 50).map(({ path, kind }) => [path, kind]);

describe('likely sources', () => {
  it('are found in the folders that teams and tools use', () => {
    expect(
      offered(
        'prds/team-invites.md',
        'docs/prd/search.md',
        'initiatives/faster-ci.md',
        'conversations/2026-01-09.txt',
        'tasks/prd-billing/_prd.md',
        'specs/004-login/spec.md',
        '.kiro/specs/login/requirements.md',
        'requirements/export.markdown',
        'notes/search.prd.md',
        'product/billing-prd.md',
      ),
    ).toEqual([
      ['tasks/prd-billing/_prd.md', 'prd'],
      ['.kiro/specs/login/requirements.md', 'prd'],
      ['specs/004-login/spec.md', 'prd'],
      ['docs/prd/search.md', 'prd'],
      ['prds/team-invites.md', 'prd'],
      ['notes/search.prd.md', 'prd'],
      ['initiatives/faster-ci.md', 'initiative'],
      ['conversations/2026-01-09.txt', 'conversation'],
      ['requirements/export.markdown', 'prd'],
      ['product/billing-prd.md', 'prd'],
    ]);
  });

  it('are exports of chats in their places, and no other data', () => {
    expect(
      offered(
        'conversations.json',
        'conversations/slack/2026-01-09.json',
        'transcripts/agent.jsonl',
        'package.json',
        'data/customers.json',
      ),
    ).toEqual([
      ['conversations.json', 'conversation'],
      ['conversations/slack/2026-01-09.json', 'conversation'],
      ['transcripts/agent.jsonl', 'conversation'],
    ]);
  });

  it('are neither templates nor specs nor code nor read-me files', () => {
    expect(
      offered(
        'prds/README.md',
        'prds/template.md',
        'tasks/docs/_techspec-template.md',
        'tasks/prd-billing/_techspec.md',
        '.kiro/specs/login/design.md',
        'prds/script.ts',
        'docs/expressions.md',
        'docs/guide.md',
        'requirements.txt.bak',
      ),
    ).toEqual([]);
  });

  it('are no specs, whatever these are called: a receipt beside a file tells', () => {
    expect(
      offered(
        'prds/invites.md',
        'specs/invites-prd.md',
        'specs/invites-prd.receipt.json',
        'conversations/limits.receipt.json',
        'conversations/limits.corrections.json',
      ),
    ).toEqual([['prds/invites.md', 'prd']]);
    const named = likelySources(['specs/a.md', 'specs/a.receipt.json'], ['specs/**'], 50);
    expect(named).toEqual([]);
  });

  it('are nothing that lies beside a spec: answers, sign-offs, drafts that broke off and the like', () => {
    const beside = [
      'export.receipt.json',
      'export.answers.json',
      'export.answers/area-architecture.1b9d0c3e.json',
      'export.corrections.json',
      'export.review.json',
      'export.signoffs/security.ana.json',
      'export.accepted/FR-001.json',
      'export.approvals/design.1.json',
      'export.comments/1b9d0c3e.json',
      'export.comments/1b9d0c3e.md',
      'export.md.partial.md',
      'export.md.partial.json',
    ];
    const folders = ['conversations', 'meetings', 'prds'];
    const paths = folders.flatMap((folder) => beside.map((name) => `${folder}/${name}`));
    expect(offered(...paths, 'conversations/export.json')).toEqual([
      ['conversations/export.json', 'conversation'],
    ]);
    expect(likelySources(paths, ['**/*'], 50)).toEqual([]);
    expect(offered('.tech-spec/features/conversations/signoffs/tests.ana.json')).toEqual([]);
  });

  it('are what people name much alike', () => {
    expect(offered('conversations/answers.json', 'conversations/comments/2026-01-09.json')).toEqual([
      ['conversations/answers.json', 'conversation'],
      ['conversations/comments/2026-01-09.json', 'conversation'],
    ]);
  });

  it('include first what the settings name, whatever its name', () => {
    const [first] = likelySources(['prds/a.md', 'wiki/b.md'], ['wiki/**'], 50);
    expect(first).toMatchObject({ path: 'wiki/b.md', kind: 'prd' });
  });

  it('are no more than asked for', () => {
    const many = Array.from({ length: 100 }, (_, index) => `prds/${index}.md`);
    expect(likelySources(many, [], 40)).toHaveLength(40);
  });

  it('are told by their path, whatever the case', () => {
    expect(kindOfPath('Docs/Initiatives/CI.md')).toBe('initiative');
    expect(kindOfPath('src/a.md')).toBeNull();
    expect([isSourceName('A.MD'), isSourceName('a.markdown'), isSourceName('a.docx')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
