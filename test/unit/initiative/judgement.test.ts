import { describe, expect, it } from 'vitest';
import {
  problemWeaknesses,
  requirementWeaknesses,
  whyNowWeaknesses,
} from '../../../src/core/initiative/judge-texts';

const count = (weaknesses: readonly unknown[]) => weaknesses.length;

describe('a problem', () => {
  it.each([
    'The code is messy.',
    'The code is messy and hard to work with.',
    'Improve performance.',
    'Improve the performance of the API.',
    'Our architecture is outdated and we should modernize it.',
    'We have a lot of technical debt.',
    'The system is slow.',
    'The checkout service is slow.',
    'Tests are unreliable and it is annoying.',
    'We send the wrong message to people.',
    'It fails from time to time.',
    'Das System ist unordentlich und schwer zu pflegen.',
    'El código es un desastre y difícil de mantener.',
    'O código está bagunçado e difícil de manter.',
    'Le code est désordonné et difficile à maintenir.',
    'Код запутан и его сложно поддерживать.',
    'Mã nguồn lộn xộn và khó bảo trì.',
    '代码很混乱，难以维护。',
    'コードが汚くて保守しにくい。',
    '코드가 지저분하고 유지보수가 어렵다.',
    'TBD',
    '',
  ])('is questioned where nobody could show it to be wrong: %s', (problem) => {
    expect(count(problemWeaknesses(problem))).toBeGreaterThan(0);
  });

  it.each([
    '`POST /orders` answers 500 for 2 % of the carts with more than 50 items.',
    'The importer crashes on files with a byte order mark: see `internal/import/csv.go`.',
    'The nightly billing job loses the last page of invoices when the database fails over.',
    'p95 of GET /api/v1/members is 840 ms for workspaces with more than 200 members.',
    'CI takes 48 minutes because the integration suite starts PostgreSQL for each package.',
    'Der Zahlungsdienst bricht bei jeder dritten Erstattung mit einem Fehler ab.',
    'El servicio de pagos falla en 3 de cada 100 pedidos.',
    'O serviço de pagamentos falha em 3 % dos pedidos.',
    'Le service de paiement échoue pour 3 % des commandes.',
    'Сервис оплаты падает на 3 % заказов.',
    '订单服务在高峰期有 2% 的请求超时。',
    '注文サービスは 2% のリクエストでタイムアウトする。',
    '주문 서비스는 요청의 2%에서 타임아웃이 발생한다.',
  ])('is accepted where it names a place and something to see there: %s', (problem) => {
    expect(problemWeaknesses(problem)).toEqual([]);
  });

  it('is told what is missing: the word that judges, the place, an example', () => {
    const [observed, place] = problemWeaknesses('The code is messy.');
    expect(observed?.missing).toMatchObject({ args: ['messy'] });
    expect(place?.missing.message).toContain('No place is named');
    expect(observed?.example.message).toContain('For example');
  });
});

describe('the reason to do it now', () => {
  it.each(['It is important.', 'We want clean code.', '早く直したい。', ''])('is questioned: %s', (text) => {
    expect(count(whyNowWeaknesses(text))).toBe(1);
  });
  it.each([
    'Node 18 reaches end of life on 30 April.',
    'Each release of the last quarter was rolled back for it.',
    'A customer leaves if it is not fixed.',
    '下个季度上线新功能。',
  ])('is accepted: %s', (text) => {
    expect(whyNowWeaknesses(text)).toEqual([]);
  });
});

describe('an engineering requirement', () => {
  it.each([
    ['The code is clean.', ['The code is better than before.']],
    ['Improve performance.', ['It feels faster.']],
    ['Orders are written in one order of locks.', []],
    ['', ['The test passes.']],
  ])('is questioned where nobody could tell that it is met: %s %j', (statement, success) => {
    expect(count(requirementWeaknesses('ER-001', statement, success))).toBe(1);
  });
  it.each([
    ['Orders are written in one order of locks.', ['No deadlock is logged in the week after.', 'Nice']],
    ['The build is reproducible.', ['Two builds of one commit are byte for byte identical.']],
    ['Listing members takes at most 2 queries.', []],
    ['响应更快。', ['p95 低于 300 毫秒']],
  ])('is accepted where a number, a test or an observation tells: %s %j', (statement, success) => {
    expect(requirementWeaknesses('ER-001', statement, success)).toEqual([]);
  });
});

describe('a text that holds a word for nothing', () => {
  it('says something beside it, in a script of its own, too', () => {
    const weak = (statement: string) =>
      requirementWeaknesses('ER-001', statement, ['99 % 的请求在 200 毫秒内完成。']).map(({ code }) => code);
    expect(weak('日期待定，但接口必须幂等。')).toEqual([]);
    expect(weak('（待定）')).toEqual(['initiative-requirement']);
  });
});
