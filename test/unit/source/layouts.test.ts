import { describe, expect, it } from 'vitest';
import { found, read } from './read';

const lines = (text: string): readonly number[] => read(text).requirements.map(({ line }) => line);

describe('headings that say in a clause what they hold', () => {
  it.each([
    ['What the app does', 'Who uses it', 'What it must respect', "What we don't do"],
    ['Lo que ofrece', 'Quiénes lo usan', 'Lo que no puede fallar', 'Lo que no haremos'],
    ['O que o produto faz', 'Quem usa', 'O que não pode acontecer', 'Fica para depois'],
    ['Ce que le produit fait', "Qui s'en sert", "Ce qu'il doit respecter", "Ce qu'il ne fait pas"],
    ['Was die App kann', 'Für wen', 'Was sie einhalten muss', 'Was wir nicht machen'],
    ['Что умеет приложение', 'Кто пользуется', 'Обязательные условия', 'Не делаем'],
    ['Sản phẩm làm được gì', 'Ai sử dụng', 'Điều bắt buộc', 'Không làm'],
    ['要做什么', '谁来用', '必须满足', '不做'],
    ['できること', 'だれが使うか', '守ること', 'しないこと'],
    ['무엇을 할 수 있는가', '누가 쓰는가', '반드시 지켜야 할 것', '하지 않는 것'],
  ])('%s', (does, who, must, not) => {
    const source = read(
      `# Title\n\n## ${who}\n- somebody new\n\n## ${does}\n- one thing here\n- another thing\n\n## ${must}\n- the third thing\n\n## ${not}\n- the fourth thing\n`,
    );
    expect(source.requirements.map(({ line }) => line)).toEqual([7, 8, 11]);
    expect(source.outOfScope.map(({ line }) => line)).toEqual([14]);
  });
});

describe('headings that name who uses the product', () => {
  it('sort what stands below them, as the document itself names them', () => {
    const text = [
      '# Баня',
      '## Для кого',
      '- истопники',
      '- казначей',
      '## Функции',
      '### Истопник',
      '- заказать дрова',
      '- узнать время',
      '### Казначей',
      '- отметить взнос',
    ];
    expect(lines(text.join('\n'))).toEqual([7, 8, 10]);
  });

  it('sort it under names that are common, in the plural, and with "for" in front', () => {
    for (const title of [
      'Customer',
      'Drivers',
      'Para los alumnos',
      'Pour les locataires',
      '管理员端',
      '관리자',
    ])
      expect(lines(`# App\n## Features\n### ${title}\n- lists\n- map\n`), title).toEqual([4, 5]);
  });

  it('are not found in words that only begin alike', () => {
    expect(
      lines('# Stage\n## Features\n### Plays\nA play is performed on a date.\n- title\n- minutes\n'),
    ).toEqual([3]);
  });
});

describe('what looks like requirements and is none', () => {
  it('is a table that describes people by what they need', () => {
    expect(
      lines(
        '# App\n## Target users\n| User | Description | Needs |\n|-|-|-|\n| Owner | Busy | A page that prints |\n## Features\n- Print a page\n',
      ),
    ).toEqual([7]);
  });

  it('is the "MVP" of a roadmap, where features are listed elsewhere', () => {
    expect(
      lines('# App\n## Features\n- Print a page\n## Development Roadmap\n### MVP\n- Sign-in\n- Pages\n'),
    ).toEqual([3]);
  });

  it('is what a list that names the stack names besides', () => {
    expect(
      lines(
        '# App\n## Requisitos técnicos\n- **Frontend**: Vue 3\n- **Base de datos**: MySQL 8\n- **Mapas**: OpenStreetMap\n## Funcionalidades\n- Ver el mapa\n',
      ),
    ).toEqual([7]);
  });

  it('is a list of the modules of an architecture, of attributes, or of types with a value each', () => {
    const text = [
      '# App',
      '## Architecture',
      '### Core modules',
      '- **Gateway** - talks to locks',
      '## Functional requirements',
      '### Seats',
      '**Requirements:**',
      '- ✅ Define rows',
      '**Seat Types:**',
      '| Type | Multiplier |',
      '|-|-|',
      '| STALLS | 1.0 times |',
    ];
    expect(lines(text.join('\n'))).not.toContain(4);
    expect(lines(text.join('\n'))).not.toContain(12);
    expect(lines(text.join('\n'))).toContain(8);
  });

  it('is a reference, but not what somebody can see', () => {
    expect(
      lines(
        '# App\n## Features\n- See own hours\n- See also the wiki\n- See Payment Spec\n- See design.md\n',
      ),
    ).toEqual([3]);
  });
});

describe('prose points', () => {
  it('numbered as sections are count one by one, without their number in the title', () => {
    const source = read(
      '# ТЗ\n\n## 3. Функциональные требования\n\n3.1. **Полив.** Полив идёт по расписанию.\n\n3.2. **Журнал.** Показания хранятся 12 месяцев.\n',
    );
    expect(source.requirements).toMatchObject([
      { line: 5, title: 'Полив.' },
      { line: 7, title: 'Журнал.' },
    ]);
  });

  it('count where they stand in one paragraph, line by line', () => {
    expect(
      found('# Spec\n\n## Requirements\n\n3.1 The door opens at six.\n3.2 The light is on at night.\n'),
    ).toEqual(['5 R-001', '6 R-002']);
  });
});

describe('a heading above bullets', () => {
  it('only sorts bullets that are ticked off, bold as a whole, or whole sentences', () => {
    for (const bullets of [
      '- [x] Label with barcode\n- [ ] Track a sample',
      '- ✅ Rows of seats\n- ❌ Blocked seats',
      '- **Upload**\n- **Crop**',
      '- The clinic cancels visits a day ahead\n- The record keeps allergies and drugs',
      '- 冻结后不能下单，但可以取件。\n- 支持正常、冻结两种状态。',
    ])
      expect(lines(`# App\n## Features\n### Samples\n${bullets}\n`), bullets).toEqual([4, 5]);
  });

  it('is the requirement where they go on from it', () => {
    for (const bullets of [
      '- only for members\n- up to three photos',
      '- Por materia y nivel\n- Solo tutores validados',
      '- Date, place and weight\n- Up to five photos',
    ])
      expect(lines(`# App\n## Features\n### Catalogue\n${bullets}\n`), bullets).toEqual([3]);
  });
});
