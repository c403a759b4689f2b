import { describe, expect, it } from 'vitest';
import { found, read } from './read';

/** Lines of the requirements. */
function lines(text: string): readonly number[] {
  return found(text).map((line) => Number(line.split(' ')[0]));
}

describe('chapters of one list are read the same way', () => {
  it('a paragraph on how things are in front of one list leaves its items what those beside it are', () => {
    const text = [
      '# Portal',
      '## Functional requirements',
      '### Returns',
      '- The customer sees all items that can be returned.',
      '- A reason is asked for each item.',
      '### Warehouse',
      'Eighteen people work there, and it takes three minutes to find an order.',
      '- Scanning a parcel opens the return with pictures.',
      '- The inspector books each item.',
      '### Refund',
      '- The refund starts after the last booking.',
      '- Refunds above 400 € need a second person.',
    ].join('\n');
    expect(lines(text)).toEqual([4, 5, 8, 9, 11, 12]);
  });

  it('where all lists have a paragraph in front that describes the heading, the headings stay what is wanted', () => {
    const text = [
      '# Shop',
      '## Features',
      '### Search',
      'Finds products by name.',
      '- Filter by price',
      '- Sort',
      '### Cart',
      'Holds products.',
      '- Add',
      '- Remove',
    ].join('\n');
    expect(lines(text)).toEqual([3, 7]);
  });

  it('a paragraph that opens with how things are today describes no heading', () => {
    const text = [
      '# 门禁需求',
      '## 功能说明',
      '### 统计',
      '目前每月由行政部手工统计一次。',
      '- 每月1号自动生成使用率报表。',
      '- 连续三次未到的预订人被限制一周。',
    ].join('\n');
    expect(lines(text)).toEqual([5, 6]);
  });

  it('among chapters of lists, paragraphs count one by one', () => {
    const text = [
      '# Coleta',
      '## Requisitos funcionais',
      '### Rota',
      '- Mostrar a rota do dia com a ordem das fazendas.',
      '- Permitir pular uma fazenda, informando o motivo.',
      '### Coleta',
      'O motorista registra volume e temperatura.',
      '',
      'Uma foto do visor é anexada ao registro.',
    ].join('\n');
    expect(lines(text)).toEqual([4, 5, 7, 9]);
  });

  it('"History" behind other chapters of requirements is one of them, as the only one it is the document\'s', () => {
    const text = [
      '# App',
      '## Requirements',
      '### Borrowing',
      'Scan the badge.',
      '### History',
      'Of a year.',
    ];
    expect(lines(text.join('\n'))).toEqual([3, 5]);
    expect(lines([...text.slice(0, 4), '## History', '- 0.1 draft'].join('\n'))).toEqual([3]);
  });

  it('in a chapter of requirements told in paragraphs only, each is one', () => {
    const text = [
      '# Lastenheft',
      '## Anforderungen',
      '### Voranmeldung',
      'Mitarbeitende melden Besucher mit Name und Firma an.',
      '',
      'Der Besucher erhält eine E-Mail mit Anfahrt.',
      '### Empfang',
      'Am Terminal meldet sich der Besucher an.',
      '',
      'Der Gastgeber wird verständigt.',
    ].join('\n');
    expect(lines(text)).toEqual([4, 6, 8, 10]);
    // Below features they describe what the heading names.
    expect(lines(text.replace('## Anforderungen', '## Funktionen'))).toEqual([3, 7]);
  });
});

describe('requirements in prose', () => {
  const paragraphs = [
    '**Joining.** A customer can create a pot with a name.',
    '',
    'An invite works for seven days and for one person.',
    '',
    "We've gone back and forth on the default here.",
    '',
    'If someone objects, the proposal is closed.',
    '',
    'The pot screen loads in under one second.',
  ];

  it('an appendix that is titled as what must hold at launch states them, remarks of its authors apart', () => {
    const text = ['# PR/FAQ', '## Press release', 'Now.', '## Appendix A: What has to be true on launch day'];
    expect(lines([...text, ...paragraphs].join('\n'))).toEqual([5, 7, 11, 13]);
    expect(lines([...text.slice(0, 3), '## Appendix A: Glossary', ...paragraphs].join('\n'))).not.toContain(
      11,
    );
  });

  it('the solution of a pitch tells its features in a paragraph each', () => {
    const text = [
      '# Propuesta',
      '## Problema',
      'La gente tira comida.',
      '## Solución',
      'Al guardar un producto se pregunta la fecha, que puede leerse con la cámara.',
      '',
      'Tres días antes llega un aviso.',
      '',
      'Pensamos mucho en si avisar por correo.',
      '',
      'La lista se ordena por fecha.',
      '## Lo que mediremos después del lanzamiento',
      'Cuánto se tira.',
    ];
    expect(lines(text.join('\n'))).toEqual([5, 7, 11]);
  });

  it('paragraphs on what the product does count beside its lists, where several tell at length what happens', () => {
    const does = (...paragraphs: readonly string[]): string =>
      [
        '# Shelfie',
        '## What it does',
        ...paragraphs,
        '- invite people by link',
        '- remove somebody',
        '',
      ].join('\n\n');
    const told = [
      'A lender adds a book by its barcode. Scanning should take less than three seconds.',
      'A borrower asks for a book. The lender has 48 hours to say yes or no.',
      'Both confirm the handover in the app. A loan lasts four weeks.',
    ];
    expect(found(does(...told, 'A host can:'))).toEqual([
      '5 R-001',
      '7 R-002',
      '9 R-003',
      '13 R-004',
      '15 R-005',
    ]);
    // One or two lead to the list.
    expect(found(does(...told.slice(1)))).toEqual(['9 R-001', '11 R-002']);
  });

  it('the proposal of an issue tells what to do in a paragraph each', () => {
    const text = [
      '# Bulk invite',
      '**Problem**',
      '',
      'Admins invite by hand.',
      '',
      '**Proposal**',
      '',
      'Add a button to the members page.',
      '',
      'Show a preview with errors per row before anything is sent.',
      '',
      'Send the invites in batches of 50 per minute.',
      '',
      '**Out of scope**',
      '',
      '- Deleting members',
    ];
    expect(lines(text.join('\n'))).toEqual([8, 10, 12]);
  });

  it('plain sentences of a pitch that give a rule count, what to watch out for does not', () => {
    const text = [
      '# Pitch: Quiet hours',
      '## What hurts',
      'Tenants get a push at night.',
      '## The idea',
      'Every tenant gets quiet hours unless they change it.',
      '',
      'Alarms always go through.',
      '',
      'The composer warns when a message lands in quiet hours.',
      '## Watch out for',
      'Night-shift workers can move the times freely.',
      '## Not in the bet',
      'Weekends, digest emails.',
    ];
    expect(lines(text.join('\n'))).toEqual([5, 7, 9]);
    expect(read(text.join('\n')).outOfScope.map(({ line }) => line)).toEqual([13]);
  });

  it('a bold line below the title that names team and date is none', () => {
    const text =
      '# **Portal – Anforderungen**\n\n**Wollzeit · Team Aftersales**\nStand: 6. Mai\n\n# **1. Anforderungen**\n\n- Die Kundin sieht alle Artikel.';
    expect(lines(text)).toEqual([8]);
    const wanted = '# Requirements\n\n**Login**\nUsers can log in by mail.\n\n## Out of scope\n\n- Fax';
    expect(lines(wanted)).toEqual([3]);
  });
});

describe('out of scope', () => {
  it('rows whose status says "Out" are, those that are undecided are not', () => {
    const text = [
      '# RFC',
      '## Requirements',
      '| ID | Requirement | Status |',
      '|---|---|---|',
      '| R1 | A token has an end | Must-have |',
      '| R2 | Tokens are bound to an IP range | Out |',
      '| R3 | Tokens can be renamed | Undecided |',
      '| R4 | The cashier checks out guests | Outstanding |',
    ].join('\n');
    expect(found(text)).toEqual(['5 R1', '7 R3', '8 R4']);
    expect(read(text).outOfScope.map(({ line }) => line)).toEqual([6]);
  });

  it('neither what nobody knows yet nor a pool of ideas is', () => {
    const text =
      '# A\n## Features\n- Search\n## Things we do not know yet\n- Who pays?\n## Ideas parking lot\n- Maps';
    expect(read(text).outOfScope).toEqual([]);
  });
});

describe('a state of a requirement', () => {
  const left = (state: string): number =>
    read(`# Doors

## Requirements

| ID | Requirement | Status |
|---|---|---|
| FR-1 | The door must open. | ${state} |
| FR-2 | The door must close. | Approved |
`).outOfScope.length;

  it.each(['Out', 'Cut: too dear', 'Parked - next year'])('leaves it out: %s', (state) => {
    expect(left(state)).toBe(1);
  });

  it.each(['Cut-over', 'Out-of-band', 'Out for review'])('does not, where it only begins so: %s', (state) => {
    expect(left(state)).toBe(0);
  });
});
