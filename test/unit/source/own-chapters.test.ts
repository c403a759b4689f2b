import { describe, expect, it } from 'vitest';
import { read } from './read';

const lines = (text: readonly string[]): readonly number[] =>
  read(text.join('\n')).requirements.map(({ line }) => line);

/** A document that says why, for whom and what not, with chapters of other names between. */
function framed(...between: readonly string[]): readonly string[] {
  return [
    '# Ferry desk',
    '## Background',
    'Tickets are sold at the pier, and the queue is long.',
    '## Who uses it',
    '- the clerk at the pier',
    ...between,
    '## Out of scope',
    '- freight',
    '## Timeline',
    'We start in May.',
  ];
}

describe('chapters whose names are the author’s own', () => {
  it('state what is wanted where they stand between why, for whom and what not', () => {
    const text = framed(
      '## On the pier',
      '- scan a ticket without a connection',
      '- print the list of passengers before the ship leaves',
      '- the clerk can block a seat',
    );
    expect(lines(text)).toEqual([7, 8, 9]);
  });

  it('state something in each paragraph where they hold nothing else', () => {
    const text = framed(
      '## On the pier',
      'The clerk scans the ticket, and the app says within a second whether it is valid.',
      '',
      'A clerk can block a seat for a passenger who needs help. The seat stays free until the ship leaves.',
      '## On board',
      'The captain must see how many people are on board.',
      '',
      'The list goes to the harbour office when the ship leaves.',
    );
    expect(lines(text)).toEqual([7, 9, 11, 13]);
  });

  it('hold what their paragraphs demand beside a list', () => {
    const text = framed(
      '## En el muelle',
      'La persona acercará el código al lector, y el sistema mostrará el asiento.',
      '',
      'El equipo podrá:',
      '',
      '- bloquear un asiento',
      '- imprimir la lista de pasajeros antes de salir',
      '- anular un billete con su motivo',
    );
    expect(lines(text)).toEqual([7, 11, 12, 13]);
  });

  it('sort by parts of their own what stands below those', () => {
    const text = framed(
      '## Selling',
      '### At the pier',
      'The clerk can sell a ticket for each ferry of the day.',
      '',
      'A ticket is only valid on the day on which it was sold.',
      '### On the web',
      'A passenger pays by card.',
      '',
      'The ticket must reach the phone within a minute.',
    );
    expect(lines(text)).toEqual([8, 10, 12, 14]);
  });

  it('may have a word of plans or designs in them where their lists demand', () => {
    const text = framed(
      '## Selling',
      '- the clerk can sell a ticket for each ferry',
      '- the clerk can block a seat',
      '## Clerk screen',
      '- the clerk can see who is on board',
      '- the clerk must confirm a refund',
      '- the clerk can send a message again',
    );
    expect(lines(text)).toEqual([7, 8, 10, 11, 12]);
  });

  it('are not taken from a document that is framed by nothing', () => {
    expect(
      lines([
        '# Ferry desk',
        '## Pier',
        'The clerk scans the ticket.',
        '',
        'The list goes to the harbour.',
        '## Board',
        '- a table',
        '- a chair',
      ]),
    ).not.toContain(3);
  });

  it('tell what else there is to say behind what is left out', () => {
    const text = [
      ...framed('## On the pier', '- scan a ticket', '- the clerk can block a seat', '- print the list'),
      '## Harbour dues',
      '- the harbour can raise them in June, and we must pay them then',
      '- they can be paid in two parts',
    ];
    expect(lines(text)).toEqual([7, 8, 9]);
  });

  it.each([
    'What we looked at',
    'Was wir uns angeschaut haben',
    'Ce que nous avons écarté',
    'Lo que hemos probado',
    'O que ouvimos dos clientes',
    'Что мы пробовали',
    '我们考虑过的方案',
    '検討したが採用しなかった案',
    '우리가 검토한 대안',
    'What worries me',
    'Things we have not settled',
    'How it all started',
    'Cuestiones pendientes',
    '待明确事项',
  ])('state nothing where the author tells: %s', (title) => {
    const text = framed(
      `## ${title}`,
      '- the app of the harbour can do everything, but it must be paid by the seat',
      '- the clerk can use paper, which must be typed in later',
      '## On the pier',
      '- scan a ticket',
      '- the clerk can block a seat',
    );
    expect(lines(text)).toEqual([10, 11]);
  });

  it.each(['Brauchen wir nicht', 'Machen wir nicht', 'Nicht dabei', "Things I don't want"])(
    'leave out where the author says so: %s',
    (title) => {
      const source = read(
        ['# Fähre', '## Hintergrund', 'Es gibt lange Schlangen.', `## ${title}`, '- Fracht', '- Hunde'].join(
          '\n',
        ),
      );
      expect(source.outOfScope.map(({ line }) => line)).toEqual([5, 6]);
    },
  );
});

describe('running text below known titles', () => {
  it('is read paragraph by paragraph in the description of the work and among conditions', () => {
    const text = [
      '# Riego',
      '## Antecedentes',
      'Los turnos se piden por teléfono.',
      '## Quién lo usa',
      '- el acequiero',
      '## Descripción del trabajo',
      'El regante solicitará su turno desde el móvil.',
      '',
      'La plataforma propondrá cada domingo el reparto de la semana siguiente.',
      '',
      'Dos regantes podrán intercambiar sus turnos.',
      '## Condiciones técnicas',
      'La plataforma funcionará sin cobertura.',
      '',
      'La disponibilidad mensual no será inferior al 99,5 %.',
      '',
      'La red de autómatas no será accesible desde Internet.',
      '## Fuera de alcance',
      '- las tarifas',
    ];
    expect(lines(text)).toEqual([7, 9, 11, 13, 15, 17]);
  });

  it('is read so in each of several features that have several paragraphs', () => {
    const text = [
      '# Pitch: dead chargers',
      '## Problem',
      'A driver stood in front of a dead charger.',
      '## Solution',
      '### Trust',
      'Every charger gets a level of trust, which is calculated every five minutes.',
      '',
      'A level that is too old must not be shown.',
      '### The map',
      'Dead chargers are shown as out of order.',
      '',
      'A driver can see when a charger worked last.',
    ];
    expect(lines(text)).toEqual([6, 8, 10, 12]);
  });
});

describe('a text without marks', () => {
  const text = [
    'FERRY DESK - working spec',
    'Harbour office',
    '',
    'WHY',
    '',
    'Tickets are sold at the pier, and the queue',
    'is long.',
    '',
    'HOW IT WORKS NOW',
    '',
    '* paper',
    '',
    'BEFORE THE SHIP LEAVES (terminal)',
    '',
    '* scan a ticket, and refuse one that was used within the last',
    '  6 hours',
    '* the clerk can block a seat',
    '',
    'ON BOARD',
    '',
    '* show how many people are on board',
    '* never show their names',
    '',
    'NOT DOING',
    '',
    '* freight',
    '',
    'STILL TO FIGURE OUT',
    '',
    '* who pays?',
  ].join('\n');

  it('has chapters where titles stand alone between empty lines, known by name or not', () => {
    const source = read(text);
    expect(source.requirements.map(({ line }) => line)).toEqual([15, 17, 21, 22]);
    expect(source.requirements.map(({ group }) => group).at(-1)).toBe('ON BOARD');
    expect(source.outOfScope.map(({ line }) => line)).toEqual([26]);
    expect(source.title).toBe('FERRY DESK - working spec');
  });

  it('has none where lines that stand alone name nothing that is known', () => {
    const poem = ['Rose', 'Wind and rain', 'Harbour', 'Sea'].flatMap((title) => [
      title,
      '',
      'It is as it is, and goes on as it goes.',
      '',
    ]);
    expect(read(poem.join('\n')).requirements).toEqual([]);
  });
});
