import { describe, expect, it } from 'vitest';
import { found, pick, read } from './read';

const lines = (text: string): readonly number[] => read(text).requirements.map(({ line }) => line);
const left = (text: string): readonly number[] => read(text).outOfScope.map(({ line }) => line);

describe('ids in schemes of companies', () => {
  it('stand behind the number of their clause', () => {
    const text =
      '# BRD\n\n## 3 Requirements\n\n### 3.1 Notices\n\n3.1.1 [INV-010] The holder shall be told.\n\n### 3.2 Rest\n\n3.2.1 [INV-011] The clerk shall see it.\n\n3.2.2 **INV-012** The clerk shall close it.\n';
    expect(found(text)).toEqual(['7 INV-010', '11 INV-011', '13 INV-012']);
  });

  it('are not looked for behind the number of a clause that only mentions one', () => {
    const text = '# BRD\n\n## Requirements\n\n- FR-1: one thing\n- FR-2: another\n- FR-3: a third\n';
    expect(found(`${text}\n## Notes\n\n2.1 FR-9 was dropped long ago.\n`)).toHaveLength(3);
  });

  it('have a slash in front of the number', () => {
    const text =
      '# X\n\n## Features\n\n- **FEAT/1** Plan a week\n  - [ ] within a second\n- **FEAT/2** Move a day\n';
    expect(found(text)).toEqual(['5 FEAT/1', '7 FEAT/2']);
    expect(pick(read(text), 'FEAT/1').acceptance).toHaveLength(1);
  });

  it('have slashes between all their parts', () => {
    const text =
      '# X\n\n## Employee\n\n| Ref | Requirement | MoSCoW |\n|---|---|---|\n| HRL/ESS/01 | Request leave | M |\n| HRL/ESS/02 | See the balance | S |\n';
    expect(found(text)).toEqual(['7 HRL/ESS/01', '8 HRL/ESS/02']);
  });

  it('are cited, not defined, where a slash joins two', () => {
    const text =
      '# X\n\n## Features\n\n- FR-1: one\n- FR-2: two\n- FR-3: three\n\n## Flow\n\n- FR-1/FR-2: both at once\n';
    expect(found(text)).toHaveLength(3);
  });

  it('say in a part of theirs that they are about a quality', () => {
    const text =
      '# X\n\n## Rules\n\n- PAY-01: one thing\n- PAY-02: another\n- PAY-NF-03: a third within a second\n';
    expect(pick(read(text), 'PAY-NF-03').kind).toBe('non-functional');
  });
});

describe('what is left out', () => {
  it.each([
    'Not part of this issue',
    'This ticket does not cover',
    "Won't do now",
    'Deliberately left out',
    'No-gos',
    "No-go's",
    'Queda fuera',
    'Lo que dejamos fuera',
    'Fica de fora',
    'Não entra agora',
    'Fora desta versão',
    'Idées mises de côté',
    "Ce qu'on laisse de côté",
    'Pas maintenant',
    'Bleibt draußen',
    'Was nicht dazugehört',
    'Nicht Bestandteil',
    'Abgrenzungskriterien',
    'Fica para uma próxima',
    'Queda para otra versión',
  ])('stands below "%s"', (title) => {
    expect(left(`# X\n\n## Features\n- one thing\n\n### ${title}\n- another thing\n`)).toEqual([7]);
    expect(left(`# X\n\n## Features\n- one thing\n\n## ${title}\n- another thing\n`)).toEqual([7]);
  });

  it('is no feature that sets something aside', () => {
    expect(left('# Shop\n\n## Features\n\n### Articles mis de côté\n- noter la date\n- rappeler\n')).toEqual(
      [],
    );
  });
});

describe('how success is known', () => {
  it.each([
    'How we will know',
    'How will we know it worked?',
    'How we measure success',
    'Cómo sabremos que funciona',
    'Como saberemos se deu certo',
    'Comment saura-t-on que ça marche ?',
    'Woran erkennen wir den Erfolg?',
    'Erfolgsmessung',
    'Как поймём, что получилось',
    '如何衡量成功',
    '怎么算成功',
  ])('is no requirement below "%s"', (title) => {
    const text = `# X\n\n## Features\n- export the list as CSV\n\n## ${title}\n- Users can do it twice as fast\n- The queue must be gone\n`;
    expect(lines(text)).toEqual([4]);
  });

  it('is a requirement where a product measures something', () => {
    expect(lines('# Meter\n\n## Features\n\n### How we measure water\nThe meter counts litres.\n')).toEqual([
      5,
    ]);
  });
});

describe('German criteria of acceptance', () => {
  it('stand below "Abnahme:"', () => {
    const text =
      '# X\n\n## Anforderungen\n\n**R-3.1.1** Das System muss laden.\nAbnahme:\n- Der Zähler bleibt unter 180 kW\n- Es wird protokolliert\n';
    expect(pick(read(text), 'R-3.1.1').acceptance.map(({ line }) => line)).toEqual([7, 8]);
  });
});

describe('headings that say as whom something is wanted', () => {
  it.each([
    ['As a parent', 'As the head of the office'],
    ['En tant que parent', "En tant qu'élève"],
    ['作为家长', '作为校长'],
    ['保護者として', '校長として'],
  ])('sort what stands below "%s", whatever the section above is called', (first, second) => {
    const text = `# Menu\n\n## By who wants it\n\n### ${first}\n- pick the dishes once\n- see the whole week\n\n### ${second}\n- see that all was checked\n`;
    expect(lines(text)).toEqual([6, 7, 10]);
  });
});

describe('a pitch', () => {
  const pitch =
    '# Pitch\n\n## Problem\nIt is slow.\n\n## Appetite\nTwo weeks.\n\n## Solution\n\n### A note has an owner\nYou write it from the card.\n\n### The morning list\nAll open notes, oldest first.\n\n## Rabbit holes\n- **Names.** A list of 60 names.\n\n## No-gos\n- no chat\n';

  it('tells its features as the solution', () => {
    expect(lines(pitch)).toEqual([11, 14]);
    expect(left(pitch)).toEqual([21]);
  });

  it('leaves a solution alone where requirements are listed beside it', () => {
    expect(lines(`${pitch}\n## Requirements\n- keep the notes for a year\n`)).toEqual([24]);
  });

  it('has a solution of bullets in a lean page, and its design is none of them', () => {
    const lean =
      '# X\n\n## Problema\nEs lento.\n\n## Solución\n- avisar a la familia\n- guardar la nota\n\n### Arquitectura\n- PostgreSQL\n';
    expect(lines(lean)).toEqual([7, 8]);
  });
});

describe('a lead-in', () => {
  it('that says when things must be there makes them no constraints', () => {
    const text =
      '# X\n\n## Launch requirements\n\nMust be there on day one:\n\n- Find roofs on a map\n- Buy a share\n';
    expect(read(text).requirements.map(({ kind }) => kind)).toEqual(['functional', 'functional']);
  });
});

describe('clauses one line below the other', () => {
  const text =
    '# SRS\n\n## 3. Specific requirements\n\n3.1 Entries\n3.1.1 (LOG.1) A clerk shall write one entry a day.\n3.1.2 (LOG.2) The system shall lock it.\n\n3.2 Review\n3.2.1 (LOG.3) A lead shall sign it.\n\n## 4. Exclusions\n4.1 Grading\n4.2 Payroll\n';

  it('are one each, with the ids behind their numbers', () => {
    expect(found(text)).toEqual(['6 LOG.1', '7 LOG.2', '10 LOG.3']);
    expect(left(text)).toEqual([13, 14]);
  });

  it('do not begin within a sentence that goes on with a number', () => {
    const prose =
      '# X\n\n## Requirements\n\nThe system must run on release\n3.1 or later and keep its data for\n2.5 years.\n';
    expect(lines(prose)).toEqual([5]);
  });
});

describe('ranks of what is wanted', () => {
  it.each([
    ['Must do', 'Should do'],
    ['Muss', 'Kann'],
    ['Musskriterien', 'Kannkriterien'],
    ['Deve ter', 'Poderia ter'],
  ])('"%s" and "%s" sort what stands below them', (first, second) => {
    const text = `# X\n\n**Problem.** Nobody opens it, and somebody pays twice every winter.\n\n**Bet.** It is used in the shop if it takes ten seconds.\n\n**${first}**\n\n1. Add a bill by photo\n2. Show one number\n\n**${second}**\n\n3. Export the year\n`;
    expect(lines(text)).toEqual([9, 10, 14]);
  });
});

describe('a functional spec', () => {
  it('states one thing in each paragraph with a bold title', () => {
    const text =
      '# X\n\n## User stories\n\n- As a guest I want to pay without an account\n\n## Functional spec\n\n**Address.** Postcode first; city and street are suggested.\n\n**Payment.** Wallets come first on phones that have one.\n';
    expect(lines(text)).toEqual([5, 9, 11]);
  });
});

describe('an epic', () => {
  it('defines its child issues by their keys, as far as they are to be done', () => {
    const text =
      "# EPIC: Tool loans\n\nSee OPS-12.\n\n## Child issues\n\n| Key | Summary | Type | Status |\n|---|---|---|---|\n| OPS-772 | Borrow a tool by its tag | Story | To Do |\n| OPS-773 | See which tools are out | Story | To Do |\n| OPS-776 | Report lost tools | Story | Won't Do |\n";
    expect(found(text)).toEqual(['9 OPS-772', '10 OPS-773']);
  });
});

describe('what tells of the product or its plan', () => {
  const capable = '## Features\n\n- Users can export a month\n- Users can share a link\n';

  it('is no story where somebody must do something by phone', () => {
    const text =
      '# 복약 알리미\n\n## 배경\n\n만성질환자의 약 40%가 복약 시간을 놓친다. 보호자는 약을 드셨는지 전화로 확인해야 한다.\n\n## 기능 요구사항\n\n- FR-1: 복용 시간에 알림을 보낸다\n- FR-2: 보호자에게 알린다\n';
    expect(found(text)).toEqual(['9 FR-1', '10 FR-2']);
    expect(lines('# X\n\n- 보호자로서, 약을 드셨는지 확인해야 한다.\n')).toEqual([3]);
  });

  it.each([
    'Plan de lanzamiento',
    'Plano de lançamento',
    'Plan de déploiement',
    'План запуска',
    'Kế hoạch ra mắt',
  ])('"%s" says in its phases when things come', (title) => {
    const text = `# X\n\n${capable}\n## ${title}\n\n### MVP (8)\n\n- Agenda\n- Piloto\n`;
    expect(lines(text)).toEqual([5, 6]);
  });

  it('is no list of paragraphs where no heading asks for requirements', () => {
    const said =
      'The fence must power off a peer that is gone. This takes a controller of its own.\n\nThe script must restart the store as a cluster of one. It keeps its data.\n\nThe node must stay idle until it sees its peer. Then it goes on.';
    expect(lines(`# X\n\n## Proposal\n\n${said}\n`)).not.toEqual([5, 7, 9]);
    expect(lines(`# X\n\n## Requirements\n\n${said}\n`)).toEqual([5, 7, 9]);
  });

  it('is no requirement where headings are calls in code', () => {
    const text = `# X\n\n${capable}\n## Functions\n\n### \`saveSession(session)\`\n\nWrites the session to a file.\n\n### \`newId()\` (line 4)\n\nReturns an id.\n`;
    expect(lines(text)).toEqual([5, 6]);
    expect(
      lines('# X\n\n## Functions\n\n### Search(web)\n\nFinds a book.\n\n### Login(SSO)\n\nOne click.\n'),
    ).toEqual([5, 9]);
  });

  it('asks where both sides of a heading say so', () => {
    const text = `# X\n\n${capable}\n## Open Questions / Unresolved Issues\n\n- **Editing:** The list must not move. **Recommendation:** it must stay.\n- **Models:** Users must not switch. **Recommendation:** they can start anew.\n`;
    expect(lines(text)).toEqual([5, 6]);
  });

  it('leaves nothing out in a sentence in brackets', () => {
    const source = read(
      `# X\n\n${capable}\n## Docs\n\nResources (use the web if the information is not available in local docs):\n\n- Bun\n- TypeScript\n`,
    );
    expect(source.outOfScope).toEqual([]);
  });
});

describe('chapters of a product without Markdown', () => {
  it('may be called as a part of a plan is', () => {
    const text =
      '仓库改造需求\n\n1、登录\n1.1 员工可以刷工牌登录\n1.2 没有操作自动退出\n\n2、任务列表\n2.1 员工可以领取任务\n2.2 班长可以转任务\n\n3、拣货\n3.1 必须先扫库位码\n3.2 可以手工输入数量\n\n这次不做的：\n- 盘点\n';
    expect(lines(text)).toEqual([4, 5, 8, 9, 12, 13]);
  });
});

describe('an item that is gone', () => {
  const rest = '| FR-01 | Users can sign in |\n| FR-02 | Users can sign out |\n';
  const table = (row: string) =>
    `# X\n\n## Requirements\n\n| ID | Requirement | Points |\n|---|---|---|\n${rest}${row}\n`;

  it.each([
    ['| FR-03 | *entfällt* | |'],
    ['| FR-03 | Entfallen (siehe FR-01) | |'],
    ['| FR-03 | gestrichen, siehe FR-01 | |'],
    ['| FR-03 | Retiré | |'],
    ['| FR-03 | eliminado | |'],
    ['| FR-03 | Removido. | |'],
    ['| FR-03 | removed | |'],
    ['| FR-03 | Withdrawn – see FR-01 | |'],
    ['| FR-03 | Удалено | |'],
    ['| FR-03 | đã hủy | |'],
    ['| FR-03 | 取消 | |'],
    ['| FR-03 | 廃止 | |'],
    ['| FR-03 | 폐기 | |'],
    ['| FR-03 | Export als PDF (entfällt) | |'],
  ])('keeps its number in a table: %s', (row) => {
    expect(found(table(row))).toEqual(['7 FR-01', '8 FR-02']);
    expect(left(table(row))).toEqual([]);
  });

  it('keeps its number in a list and in a heading', () => {
    const text =
      '# X\n\n## Requirements\n\n- FR-1: Users can sign in\n- FR-2: withdrawn\n- FR-3: Users can sign out\n\n### FR-4: Entfallen\n\nNo more.\n';
    expect(found(text)).toEqual(['5 FR-1', '7 FR-3']);
  });

  it.each([
    ['| FR-03 | Cancelled orders are refunded | |'],
    ['| FR-03 | Removed, expired and refunded orders are listed | |'],
    ['| FR-03 | Gestrichene Posten erscheinen grau | |'],
    ['| FR-03 | 取消 | 订单可以取消 |'],
    ['| FR-03 | 取消订单 | |'],
  ])('is not meant by words about something that is gone: %s', (row) => {
    expect(found(table(row))).toEqual(['7 FR-01', '8 FR-02', '9 FR-03']);
  });

  it('is no function of the same name in a table of functions', () => {
    const text =
      '# X\n\n## 功能\n\n| 编号 | 功能 |\n|---|---|\n| F-01 | 保存 |\n| F-02 | 取消 |\n| F-03 | 提交 |\n';
    expect(found(text)).toEqual(['7 F-01', '8 F-02', '9 F-03']);
  });

  it('opens a task with struck-through text, and says why behind it', () => {
    const task = (text: string) =>
      `# X\n\n## Requirements\n\n- [ ] Users can sign in\n- [ ] ${text}\n- [x] Users can sign out\n`;
    expect(lines(task('~~PDF export~~ nobody asked twice for it in a year'))).toEqual([5, 7]);
    expect(lines(task('~~PDF 导出~~（客户不同意这个功能，以后再看）'))).toEqual([5, 7]);
    expect(lines(task('~~PDF export~~'))).toEqual([5, 7]);
    // Another thing in its place is one to build.
    expect(lines(task('~~PDF~~ XLSX export with every column'))).toEqual([5, 6, 7]);
    expect(lines(task('Users ~~can~~ may export a month'))).toEqual([5, 6, 7]);
  });
});

describe('what is put off', () => {
  const items = (...more: readonly string[]) =>
    `# X\n\n## Requirements\n\n${['Users can sign in', 'Users can sign out', ...more].map((item) => `- ${item}\n`).join('')}`;

  it.each([
    'Users can pay in crypto (phase 2)',
    'Users can pay later (v2)',
    '用户可以寄售库存（二期）',
    'Users get S3 as a target, planned for 2.5 (#1222)',
  ])('says so at its end: %s', (item) => {
    expect(lines(items(item))).toEqual([5, 6]);
    expect(left(items(item))).toEqual([7]);
  });

  it('says so behind an id', () => {
    const text =
      '# X\n\n## Requirements\n\n- F-01 用户可以登录\n- F-02 用户可以退出\n- F-03 用户可以寄售库存（二期）\n';
    expect(found(text)).toEqual(['5 F-01', '6 F-02']);
    expect(left(text)).toEqual([7]);
  });

  it('is not what a document plans in phases from the first on', () => {
    expect(lines(items('Users can pay by card (phase 1)', 'Users can pay in crypto (phase 2)'))).toEqual([
      5, 6, 7, 8,
    ]);
    expect(
      lines(
        '# X\n\n## Requirements\n\n- Users can pay (phase 2)\n- Users can chat (phase 2)\n- Users can call\n',
      ),
    ).toEqual([5, 6, 7]);
  });

  it('is not what is specified to its acceptance criteria', () => {
    const text =
      '# X\n\n## Requirements\n\n### FR-1: Login\n\nIt logs in.\n\n### FR-2: Logout\n\nIt logs out.\n\n### FR-3: Crypto (V2.0)\n\nIt pays.\n\n**Acceptance criteria**\n\n- A coin is taken\n';
    expect(lines(text)).toEqual([5, 9, 13]);
    expect(lines(text.replace('- A coin is taken', ''))).toEqual([5, 9]);
  });

  it('is not what a remark makes an exception to', () => {
    expect(lines(items('Users confirm every payment (not needed for transfers)'))).toEqual([5, 6, 7]);
  });

  it('is not what carries the version that the document is about', () => {
    const text =
      '# Ledger v2\n\n## Requirements\n\n- Users can sign in\n- Users can sign out\n- Users can split a bill (v2)\n';
    expect(lines(text)).toEqual([5, 6, 7]);
    expect(lines(text.replace('Ledger v2', 'Ledger'))).toEqual([5, 6]);
  });

  it.each(["Won't do in 2.4", 'We won’t do in v3', 'Not in Loam-2', 'Nicht in 3.0', 'No en la 2.4'])(
    'stands below "%s"',
    (title) => {
      const text = `${items()}\n## ${title}\n\n- Salinity\n- Solar variant\n`;
      expect(lines(text)).toEqual([5, 6]);
      expect(left(text)).toEqual([10, 11]);
    },
  );
});

describe('one id given twice', () => {
  it('side by side in paragraphs with two meanings is two requirements, whatever their heading', () => {
    const text =
      '# Probe\n\n## MFG – manufacture\n\nMFG-01: calibration shall take less than 90 s per unit.\n\nMFG-02: the serial number shall be readable by QR code.\n\nMFG-02: each unit shall be leak-tested at 0.3 bar before it is packed.\n';
    expect(found(text)).toEqual(['5 MFG-01', '7 MFG-02', '9 MFG-02~2']);
  });

  it('side by side with one meaning is one', () => {
    const text =
      '# Probe\n\n## MFG – manufacture\n\nMFG-01: calibration shall take less than 90 s per unit.\n\nMFG-01: calibration takes less than 90 s.\n';
    expect(found(text)).toHaveLength(1);
  });
});

describe('items without ids', () => {
  it.each(['Technical requirements', 'Requisitos técnicos', 'Integration requirements'])(
    'count below "%s" in a document with ids',
    (title) => {
      const text = `# X\n\n## Features\n\n### FR-1: Tide\n\nIt rises.\n\n### FR-2: Rope\n\nIt ties.\n\n### FR-3: Skiff\n\nIt sails.\n\n## ${title}\n\n- 60 fps at medium settings\n- Save file under 2 MB after 20 hours\n`;
      expect(lines(text)).toEqual([5, 9, 13, 19, 20]);
    },
  );
});

describe('chapters of a document with tables and no headings', () => {
  const text =
    '盘点需求\n\n一、背景\n\n| 角色 | 说明 |\n| --- | --- |\n| 盘点员 | 扫码 |\n\n二、功能需求\n\n2.1 现场盘点\n\n- 盘点员可以扫货位码\n- 盘点员可以手工修改数量\n\n三、暂不实现\n\n- 无人机盘点\n- RFID 批量盘点\n';

  it('are its headings where they are numbered as such', () => {
    expect(lines(text)).toEqual([13, 14]);
    expect(left(text)).toEqual([18, 19]);
  });
});
