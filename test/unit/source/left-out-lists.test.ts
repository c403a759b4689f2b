import { describe, expect, it } from 'vitest';
import { read } from './read';

/** How many items of a list below a sentence are requirements, and how many are out of scope. */
function listBelow(sentence: string): readonly [requirements: number, outOfScope: number] {
  const { requirements, outOfScope } = read(
    `# Parking\n\n## Features\n\n- Drivers reserve a bay.\n\n${sentence}\n\n- Bays are shown on a map.\n- Receipts are sent by e-mail.\n`,
  );
  return [requirements.length - 1, outOfScope.length];
}

describe('a sentence in front of a list', () => {
  it.each([
    'The items below are deferred and no part of this phase:',
    'The following features are excluded from this release:',
    'Los siguientes puntos quedan fuera de esta fase:',
    'Os seguintes itens ficam para a próxima fase:',
    'Folgende Punkte sind zurückgestellt:',
    '以下功能不在本期范围内：',
    'The following features are excluded from v1:',
    'The following items are excluded from the first iteration:',
    'The items below are deferred unless there is time:',
    'The following features are deferred until each is funded:',
    'The following features are not part of this phase; each needs its own PRD:',
    'Los siguientes puntos no se incluyen en esta fase:',
    'Los siguientes puntos quedan descartados por ahora:',
    'Os seguintes itens não se incluem nesta fase:',
    'Os seguintes itens estão excluídos desta versão:',
    'Les fonctionnalités suivantes sont exclues, chaque point sera revu plus tard:',
    '以下功能暂时也不做：',
  ])('leaves out what stands in it: %s', (sentence) => {
    expect(listBelow(sentence)).toEqual([0, 2]);
  });

  it.each([
    'Os seguintes requisitos foram aprovados:',
    'Os seguintes itens podem ser excluídos pelo usuário:',
    'En el siguiente caso, si el pago fuera rechazado:',
    'Folgendes geschieht, wenn ein Termin verschoben wird:',
    'The following items are excluded from the discount:',
    'The following is recorded when a car is parked:',
    'The following items are excluded from the cart when nothing is left:',
    'Los siguientes puntos pueden ser excluidos de la lista:',
    '以下功能在用户不在线时也可使用：',
    '以下の機能は、ログインを行わなくても使える：',
    '다음 기능은 로그인하지 않아도 사용할 수 있다:',
  ])('says what the product does: %s', (sentence) => {
    expect(listBelow(sentence)[1]).toBe(0);
  });
});

describe('a heading that says "for the time being"', () => {
  it.each(['暂时也不做的功能', '本期暂时仍不做'])('leaves out what stands below it: %s', (heading) => {
    const { outOfScope } = read(
      `# Parking\n\n## Features\n\n- Drivers reserve a bay.\n\n## ${heading}\n\n- Bays are shown on a map.\n`,
    );
    expect(outOfScope).toHaveLength(1);
  });
});

describe('a heading that names a thing of the product', () => {
  const below = (chapter: string, heading: string): readonly [requirements: number, outOfScope: number] => {
    const { requirements, outOfScope } = read(
      `# Leave\n\n${chapter}\n\n${heading}\n\n- Managers can approve a request.\n- Managers must give a reason.\n\n## Reports\n\n- HR can export a report.\n`,
    );
    return [requirements.filter(({ text }) => text.includes('Managers')).length, outOfScope.length];
  };

  it.each([
    'Saved for another session',
    'Saved for next visit',
    'A week at a glance',
    'One day in the calendar',
  ])('leaves out nothing and tells no tale: %s', (heading) => {
    expect(below('## Features\n\n- Staff can file a request.', `## ${heading}`)).toEqual([2, 0]);
  });

  it.each(['Approvals', 'Tickets', 'History'])('may be the first below the features: %s', (heading) => {
    expect(below('## Features', `### ${heading}`)).toEqual([2, 0]);
  });

  it.each(['Approvals', 'History'])('is about the document below its title: %s', (heading) => {
    expect(below('', `## ${heading}`)).toEqual([0, 0]);
  });
});
