import { describe, expect, it } from 'vitest';
import { found, read } from './read';

describe('without ids', () => {
  it('bullets of requirement, feature, constraint and scope sections count, others do not', () => {
    const text = [
      '# Shop',
      '## Overview',
      '- a shop',
      '## Key features',
      '- Users can search products',
      '- Users can pay by card',
      '## Non-functional requirements',
      '- **Performance**: pages within 2 s',
      '## Constraints',
      '- Runs on PostgreSQL',
      '## Scope',
      '**In scope:**',
      '- Web client',
      '',
      '**Out of scope:**',
      '- Fax',
      '## Goals',
      '- Sell more',
      '## Risks',
      '- Late',
      '## Roadmap',
      '- Phase 1: search',
    ].join('\n');
    expect(found(text)).toEqual(['5 R-001', '6 R-002', '8 R-003', '10 R-004', '13 R-005']);
    expect(read(text).outOfScope.map(({ line }) => line)).toEqual([16]);
  });

  it('a heading that describes a feature is the requirement, its bullets are details', () => {
    expect(
      found(
        '# Shop\n## Features\n### Search\nFinds products by name.\n- Filter\n- Sort\n### Cart\nHolds products.\n- Add\n- Remove',
      ),
    ).toEqual(['3 R-001', '7 R-002']);
    expect(
      found(
        "# Overview\nx\n# Core Features\n## Inbox\n- What it does: sorts\n- Why it's important: time\n- How it works: rules",
      ),
    ).toEqual(['4 R-001']);
  });

  it('a heading that only groups demands is not, the bullets are', () => {
    expect(
      found(
        '# Shop\n## Functional requirements\n### Accounts\n- Users can register by mail\n- Users must confirm the address\n### Phase 2\n- Users can delete the account',
      ),
    ).toEqual(['4 R-001', '5 R-002', '7 R-003']);
  });

  it('numbered demands keep their nested details', () => {
    expect(
      found(
        '# PRD\n## Functional Requirements\n1. The system must keep a tag with:\n   - name\n   - color\n2. The API must support:\n   - listing',
      ),
    ).toEqual(['3 R-001', '6 R-002']);
  });

  it('table rows count where the columns state something', () => {
    expect(
      found(
        '# PRD\n## 功能需求\n| 功能 | 描述 |\n|--|--|\n| 登录 | 手机号登录 |\n| 搜索 | 搜索商品 |\n## 接口设计\n| 字段 | 类型 |\n|--|--|\n| id | int |',
      ),
    ).toEqual(['5 R-001', '6 R-002']);
  });

  it.each([
    ['As a user, I want to pay so that I own it.'],
    ['**As a** user **I want** to pay **so that** I own it'],
    ['作为用户，我希望付款，以便拥有它。'],
    ['Como cliente, quiero pagar para tenerlo.'],
    ['Como usuário, eu quero pagar para ter.'],
    ["En tant qu'utilisateur, je veux payer afin de l'avoir."],
    ['Als Kunde möchte ich zahlen, damit es mir gehört.'],
    ['Как пользователь, я хочу платить, чтобы владеть.'],
    ['利用者として、支払いを済ませたい。'],
    ['사용자로서, 나는 결제하고 싶다.'],
    ['Là một khách hàng, tôi muốn thanh toán để sở hữu.'],
  ])('a story counts wherever it stands: %s', (story) => {
    const source = read(`# Shop\n\nText.\n\n- ${story}\n`);
    expect(source.requirements).toMatchObject([{ line: 5, kind: 'story', explicitId: null }]);
  });

  it.each([
    ['As a | I want to | So that', 'user | pay | I own it', 'As a user, I want to pay, So that I own it'],
    [
      'Как | Я хочу | Чтобы',
      'покупатель | платить | владеть',
      'Как покупатель, Я хочу платить, Чтобы владеть',
    ],
    ['作为 | 我希望 | 以便', '用户 | 付款 | 拥有它', '作为 用户, 我希望 付款, 以便 拥有它'],
  ])('a story in the columns of a table counts: %s', (columns, cells, title) => {
    const source = read(`# PRD\n## User stories\n| ${columns} |\n|--|--|--|\n| ${cells} |`);
    expect(source.requirements).toMatchObject([{ line: 5, kind: 'story', title }]);
  });

  it('placeholders, stubs, notes, struck and negated bullets do not count', () => {
    const text =
      '# PRD\n## Requirements\n- [Describe the first requirement]\n- TBD\n- ~~Fax~~\n- **Note**: see below\n- [ ] We will NOT send faxes\n- Users can pay';
    expect(found(text)).toEqual(['8 R-001']);
    expect(read(text).outOfScope).toMatchObject([{ line: 7 }]);
    expect(
      found(
        '# Core Features\n[List the features:\n- What it does\n- Why]\n# Roadmap\n[Phases:\n- MVP requirements]',
      ),
    ).toEqual([]);
  });

  it('a document with ids counts items without ids only in sections titled as requirements, and stories', () => {
    const text = [
      '# PRD',
      '## Functional requirements',
      '- **FR-1**: Search',
      '- Results are paged by twenty',
      '## User interface',
      '- Blue buttons',
      '## Scope',
      '- Web',
      '## Stories',
      '- As a user, I want to pay',
    ].join('\n');
    expect(found(text)).toEqual(['3 FR-1', '4 R-001', '10 R-002']);
  });

  it('a document without known sections yields its list, and without one what demands something', () => {
    expect(found('# Idea\n\nSome words.\n\n- It must work offline\n- Blue\n')).toEqual([
      '5 R-001',
      '6 R-002',
    ]);
    expect(found('# Idea\n\nSome words.\n\nIt must work offline.\n')).toEqual(['5 R-001']);
  });

  it('derived ids step over ids the author used', () => {
    expect(
      found(
        '# PRD\n## Requirements\n- **R-001**: Search\n- **R-003**: Sort\n- Results are paged by twenty\n- Results can be saved',
      ),
    ).toEqual(['3 R-001', '4 R-003', '5 R-002', '6 R-004']);
  });
});

describe('without headings', () => {
  it('numbers give the structure', () => {
    const text =
      '一、背景\n门店需要小程序。\n二、功能需求\n2.1 登录页\n用户输入手机号\n2.2 首页\n2.2.1 显示轮播图\n2.2.2 支持搜索\n2.3 订单列表\n三、风险\n1、时间不足\n2、人手不足';
    expect(found(text)).toEqual(['4 R-001', '7 R-002', '8 R-003', '9 R-004']);
  });

  it('capital headings and bullets of plain text are read', () => {
    const source = read(
      'App idea\n\nFEATURES:\n- login with mail\n* share photos\n\nOUT OF SCOPE:\n- payments\n',
      undefined,
      'idea.txt',
    );
    expect(source.requirements.map(({ line }) => line)).toEqual([4, 5]);
    expect(source.outOfScope).toEqual([{ line: 8, text: 'payments' }]);
  });
});

describe('documents laid out in other ways', () => {
  it('a story on bold lines of its own below a heading is the heading', () => {
    const text = [
      '# Historias de Usuario',
      '## Turnos',
      '### 1. Cambiar la fecha',
      '**Como** barbero,  ',
      '**Quiero** cambiar la fecha,  ',
      '**Para** ver otro día.',
      '',
      '**Criterios de aceptación:**',
      '- CA1: se muestra el día',
      '### 2. Editar perfil',
      '**Como** barbero,  ',
      '**Quiero** editar mi perfil,  ',
      '**Para** corregirlo.',
    ].join('\n');
    expect(found(text)).toEqual(['3 R-001', '10 R-002']);
  });

  it('numbered stories go on after the criteria of the one before', () => {
    const text = [
      '1. As a customer, I want to see prices so that I need not call.',
      '',
      'Acceptance criteria:',
      '- Prices are shown',
      '',
      '2. As a mechanic, I want to see the history so that I know the bike.',
      '',
      'Acceptance criteria:',
      '- The history is shown',
      '',
      '3. As a mechanic, I want to write a diagnosis so that others understand it.',
    ].join('\n');
    expect(found(text)).toEqual(['1 R-001', '6 R-002', '11 R-003']);
  });

  it('a backlog is put off as little as it is called one', () => {
    expect(
      found('# Backlog\n\n## Must-Haves\n\n- [ ] As a user I want to add items so that I remember\n'),
    ).toEqual(['5 R-001']);
  });

  it('headings that are the features’ own names are read where no section says that it lists features', () => {
    const text = [
      '# Plane game - requirements document',
      '## Controls',
      '- **Arrow keys**: move the plane',
      '- **Shooting**: the space bar fires',
      '## Lives',
      '- **Start**: three lives',
      '- **Hits**: a hit costs one life',
    ].join('\n');
    expect(found(text)).toEqual(['3 R-001', '4 R-002', '6 R-003', '7 R-004']);
  });

  it('numbered features with details of their own are sorted by the heading above them', () => {
    const text = [
      '# Game',
      '## Core Features',
      '### Mechanics',
      '1. Player Control',
      '   - Moves left and right',
      '   - Stays in the area',
      '2. Falling Blocks',
      '   - Spawn at random',
      '   - Speed up',
    ].join('\n');
    expect(found(text)).toEqual(['4 R-001', '7 R-002']);
  });

  it('layers of a stack are choices, among constraints they are constraints', () => {
    const layers = '- Frontend: Nuxt 3\n- Users can pay by card\n';
    expect(found(`# App\n## Features\n${layers}`)).toEqual(['4 R-001']);
    expect(found(`# App\n## Constraints\n${layers}`)).toEqual(['3 R-001', '4 R-002']);
  });

  it('links to other notes define nothing', () => {
    const text =
      '# Staff\n## Main features\n- Coaches book shifts\n## Related decisions\n- [[QD-04 - Coaches check in]]\n';
    expect(found(text)).toEqual(['3 R-001']);
  });

  it('a description below a line that opens with an id belongs to it', () => {
    const text =
      'Functional Requirements\n\nRF01 — Register\n\nThe system must let people register.\n\nRF02 — Pay\n\nThe system must take money.\n';
    expect(found(text)).toEqual(['3 RF01', '7 RF02']);
  });
});
