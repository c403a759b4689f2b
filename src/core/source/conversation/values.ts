import { ownValue } from '../../text/own-value';

/** Number words that decisions are made with; digits need none. */
const numberWords: Readonly<Record<string, number>> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    twenty: 20,
  },
  ...{
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    dois: 2,
    três: 3,
  },
  ...{
    quatro: 4,
    sete: 7,
    oito: 8,
    dez: 10,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
  },
  ...{ zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10 },
  ...{ два: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7, восемь: 8, десять: 10 },
};
const wordly = Object.keys(numberWords).join('|');
const value = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}_.-])(?:(\d{1,12}(?:[.,]\d{1,6})*)|(${wordly})(?![\p{L}]))\s*(%|\p{L}{1,24})?`,
  'giu',
);

/** Units that are written in more than one way, each as its first form. */
const units: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^(?:ms|millisec|millise|миллисек|毫秒|ミリ秒|밀리초)/iu, 'ms'],
  [/^(?:s$|sec|seg|sek|сек|giây|秒|초)/iu, 's'],
  [/^(?:m$|min|мин|phút|分|분)/iu, 'min'],
  [/^(?:h$|hr|hour|hora|heure|stund|час|giờ|小时|時間|시간)/iu, 'h'],
  [/^(?:d$|day|día|dia|jour|tag|дн|день|ngày|天|日|일)/iu, 'd'],
  [/^(?:week|seman|semain|woche|недел|tuần|周|星期|週|주)/iu, 'w'],
  [/^(?:month|mes|mês|mois|monat|месяц|tháng|个月|月|か月|ヶ月|개월)/iu, 'mo'],
  [/^(?:year|año|ano|an$|ans$|jahr|год|лет|năm|年|년)/iu, 'y'],
  [/^(?:%|percent|por ciento|prozent|pour cent|процент)/iu, '%'],
];

/** The amounts that a statement gives, by unit: `{"d": {7}}` for "after 7 days". Numbers without a unit are no amounts. */
export function valuesOf(text: string): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const [, digits, word, written] of text.slice(0, 2000).matchAll(value)) {
    const amount =
      digits === undefined
        ? ownValue(numberWords, (word ?? '').toLowerCase())
        : Number(digits.replace(/,(?=\d{3}\b)/g, '').replace(',', '.'));
    if (amount === undefined || Number.isNaN(amount) || written === undefined) continue;
    const unit = units.find(([pattern]) => pattern.test(written))?.[1] ?? written.toLowerCase().slice(0, 5);
    const amounts = found.get(unit) ?? new Set<number>();
    amounts.add(amount);
    found.set(unit, amounts);
  }
  return found;
}

/** Whether two statements give different amounts in one unit. */
export function differ(
  first: ReadonlyMap<string, ReadonlySet<number>>,
  second: ReadonlyMap<string, ReadonlySet<number>>,
): boolean {
  return [...first].some(([unit, amounts]) => {
    const others = second.get(unit);
    return others !== undefined && ![...amounts].some((amount) => others.has(amount));
  });
}
