import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/clarify/question';
import { renderOutline } from '../../../src/core/draft/outline';
import { statesContract, type Contract } from '../../../src/core/draft/outline/contract-statements';
import type { Template } from '../../../src/core/template/template';
import { briefFor, builtInTemplates, requirement, source } from './brief-for';

let templates: readonly Template[] = [];
beforeAll(async () => {
  templates = await builtInTemplates();
});

describe('a statement', () => {
  it.each<readonly [Contract, string]>([
    ['tables', 'Loan: tool, member, from, due'],
    ['tables', 'members (user_id, role)'],
    ['tables', 'A new table `loan_notes` holds what was said.'],
    ['tables', '用户：姓名、手机号、状态'],
    ['endpoints', 'POST: /plays: Create'],
    ['endpoints', 'The list is at /api/v2/loans.'],
    ['services', 'LoanService checks the due date.'],
    ['rollback', 'Behind the setting LOANS_ENABLED; taken back by switching it off.'],
    ['rollback', 'Zurückgerollt wird mit der vorigen Fassung.'],
  ])('states %s: %s', (contract, text) => {
    expect(statesContract(contract, text)).toBe(true);
  });

  it.each<readonly [Contract, string]>([
    ['tables', 'Keep to PostgreSQL (pg) 8.13.1'],
    ['tables', 'Redis is in use already for BullMQ; nothing changes.'],
    ['tables', 'Data retention policy (90 days for analytics)'],
    ['tables', 'Minimal personal data (GitHub username, email)'],
    ['tables', '这些功能旨在提升编辑效率，并减少错误。'],
    ['endpoints', 'Plan A: Adapt to new API quickly'],
    ['endpoints', 'It costs 5 EUR/month and/or more.'],
    ['services', 'Couleurs: Primary (#2E7D5E), Background (#FAFBFC)'],
    ['rollback', 'Mise en ligne, Google Business, analytics'],
  ])('does not state %s: %s', (contract, text) => {
    expect(statesContract(contract, text)).toBe(false);
  });
});

describe('a section of contracts', () => {
  const prose = source({
    requirements: [requirement({ id: 'R-001', title: 'Lend a tool' })],
    facts: [
      { topic: 'data', line: 3, text: 'These features are to make work easier.' },
      { topic: 'data', line: 4, text: 'Loan: tool, member, from, due' },
      { topic: 'interface', line: 5, text: 'Plan C: Partner with GitHub' },
    ],
  });
  const template = (id: string): Template => {
    const found = templates.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no template ${id}`);
    return found;
  };
  const sectionOf = (text: string, heading: string): string =>
    text.split(`### ${heading}\n`)[1]?.split(/^#/mu)[0]?.trim() ?? '';

  it('takes of the source only what states such a contract, and asks where nothing does', () => {
    const text = renderOutline(briefFor(template('agent-ready'), { source: prose }));
    expect(sectionOf(text, 'New Tables')).toBe('- Loan: tool, member, from, due');
    expect(sectionOf(text, 'Endpoints')).toMatch(/^- OQ-\d+$/u);
    expect(text).toMatch(/OQ-\d+: Which endpoints are added or changed/u);
  });

  it('does not take what was answered to another question of its area: that is a decision', () => {
    const question: Question = {
      ...{ id: 'conflict:1', area: 'data', blocking: true, text: 'MySQL or PostgreSQL?', why: '' },
      ...{ options: [], evidence: [], origin: 'workspace' },
    };
    const text = renderOutline(
      briefFor(template('agent-ready'), {
        source: source({ requirements: prose.requirements }),
        questions: [question],
        answers: [{ kind: 'text', questionId: 'conflict:1', text: 'Keep to PostgreSQL' }],
      }),
    );
    expect(sectionOf(text, 'New Tables')).toMatch(/^- OQ-\d+$/u);
    expect(sectionOf(text, 'Key Decisions')).toContain('| MySQL or PostgreSQL? Keep to PostgreSQL |');
  });

  it('keeps what a person answered to its own question, whatever it says', () => {
    const text = renderOutline(
      briefFor(template('feature'), {
        source: source({ requirements: prose.requirements }),
        questions: [
          {
            ...{ id: 'area:data', area: 'data', blocking: false, text: 'Which data is stored?', why: '' },
            ...{ options: [], evidence: [] },
          },
        ],
        answers: [{ kind: 'text', questionId: 'area:data', text: 'Nothing new.' }],
      }),
    );
    expect(text).toMatch(/^- Nothing new\.$/mu);
  });

  it('takes the part of an answer to another question that states it, and that answer stands whole at its own', () => {
    const text = renderOutline(
      briefFor(template('agent-ready'), {
        source: source({ requirements: prose.requirements }),
        questions: [
          {
            ...{ id: 'area:rollout', area: 'rollout', blocking: false, text: 'How is it released?', why: '' },
            ...{ options: [], evidence: [] },
          },
        ],
        answers: [
          {
            ...{ kind: 'text', questionId: 'area:rollout' },
            text: 'Behind the setting LOANS_ENABLED, off at first; taken back by deploying the former version.',
          },
        ],
      }),
    );
    expect(sectionOf(text, 'Rollback Procedure')).toBe('- taken back by deploying the former version.');
    expect(sectionOf(text, 'Feature Flags')).toContain(
      '| Behind the setting LOANS_ENABLED, off at first | OQ-',
    );
    expect(text).toContain('off at first; taken back by deploying the former version.');
  });

  it('is not answered by migrations that are there already', () => {
    const context = {
      tool: 'SQL files',
      folder: 'migrations',
      latest: '0004_sessions.sql',
      naming: null,
    };
    const text = renderOutline(
      briefFor(template('architecture'), {
        source: source({ requirements: prose.requirements }),
        context: {
          ...briefFor(template('architecture')).context,
          stack: {
            ...briefFor(template('architecture')).context.stack,
            migrations: { ...context, evidence: 'migrations/0001.sql', line: 1 },
          },
        },
      }),
    );
    expect(sectionOf(text, 'Database Migrations')).toMatch(/0004\\?_sessions\.sql`\n- OQ-\d+$/u);
  });
});
