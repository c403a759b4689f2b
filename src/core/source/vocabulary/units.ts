/** What a quantity is one of; the base is seconds, bytes or hundredths. */
export type Dimension = 'time' | 'size' | 'percent';

interface Unit {
  readonly dimension: Dimension;
  /** How much of the base one is. */
  readonly factor: number;
  /** Whether its length varies (months), so that 4 weeks may well be one. */
  readonly loose?: true;
  /** Spellings behind a number, as the body of a pattern without case. */
  readonly words: string;
}

/**
 * Units behind numbers in English, Spanish, Portuguese, French, German, Russian, Vietnamese, Chinese, Japanese and
 * Korean, inflected forms included.
 */
export const units: readonly Unit[] = [
  {
    dimension: 'time',
    factor: 0.001,
    words: String.raw`ms|msecs?|milliseconds?|milisegundos?|millisecondes?|millisekunden?|мс|миллисекунд\p{L}*|mili ?giây|毫秒|ミリ秒|밀리초`,
  },
  {
    dimension: 'time',
    factor: 1,
    words: String.raw`s|secs?|seconds?|segundos?|secondes?|sek|sekunden?|с|сек|секунд\p{L}*|giây|秒(?:钟|間)?|초`,
  },
  {
    dimension: 'time',
    factor: 60,
    words: String.raw`mins?|minutes?|minutos?|minuten?|мин|минут\p{L}*|phút|分钟|分鐘|分間?|분`,
  },
  {
    dimension: 'time',
    factor: 3600,
    words: String.raw`h|hrs?|hours?|horas?|heures?|std|stunden?|час\p{L}*|ч|giờ|小时|小時|时间|時間|시간`,
  },
  {
    dimension: 'time',
    factor: 86_400,
    words: String.raw`d|days?|d[ií]as?|jours?|tage?n?|дн(?:я|ей|и)|день|ngày|天|日間?|일`,
  },
  {
    dimension: 'time',
    factor: 604_800,
    words: String.raw`weeks?|semanas?|semaines?|wochen?|недел\p{L}*|tuần|周|星期|週間?|주일?`,
  },
  {
    dimension: 'time',
    factor: 2_629_800,
    loose: true,
    words: String.raw`months?|mes(?:es)?|mês|mois|monate?n?|месяц\p{L}*|tháng|个月|個月|か月|ヶ月|カ月|개월`,
  },
  {
    dimension: 'time',
    factor: 31_557_600,
    loose: true,
    words: String.raw`years?|años?|anos?|ans?|années?|jahre?n?|год\p{L}*|лет|năm|年間?|년`,
  },
  { dimension: 'size', factor: 1, words: String.raw`bytes?|octets?|байт\p{L}*|字节|バイト|바이트` },
  { dimension: 'size', factor: 1024, words: String.raw`kb|kib|kilobytes?|ko|кб` },
  { dimension: 'size', factor: 1024 ** 2, words: String.raw`mb|mib|megabytes?|mo|мб` },
  { dimension: 'size', factor: 1024 ** 3, words: String.raw`gb|gib|gigabytes?|go|гб` },
  { dimension: 'size', factor: 1024 ** 4, words: String.raw`tb|tib|terabytes?|to|тб` },
  {
    dimension: 'percent',
    factor: 1,
    words: String.raw`%|％|percent|per cent|por ciento|por cento|pour cent|prozent|процент\p{L}*|phần trăm|퍼센트`,
  },
];

/** What is counted, in scripts that write the counter right behind the number. */
export const counters =
  '个字符|個字符|个|個|条|件|名|人|次|位|项|張|张|份|字符|字|文字|回|つ|ファイル|ユーザー|개|명|건|회|번|글자|자|장|줄';

/** Numbers in words up to twelve and a few round ones, lower case. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, 'one uno una um uma un une ein eine einen один одна одну một'],
      [2, 'two dos dois duas deux zwei два две hai'],
      [3, 'three tres três trois drei три ba'],
      [4, 'four cuatro quatro quatre vier четыре bốn'],
      [5, 'five cinco cinq fünf пять năm'],
      [6, 'six seis sechs шесть sáu'],
      [7, 'seven siete sete sept sieben семь bảy'],
      [8, 'eight ocho oito huit acht восемь tám'],
      [9, 'nine nueve nove neuf neun девять chín'],
      [10, 'ten diez dez dix zehn десять mười'],
      [12, 'twelve doce doze douze zwölf двенадцать'],
      [14, 'fourteen catorce quatorze vierzehn четырнадцать'],
      [15, 'fifteen quince quinze fünfzehn пятнадцать'],
      [20, 'twenty veinte vinte vingt zwanzig двадцать'],
      [24, 'twenty-four vierundzwanzig'],
      [30, 'thirty treinta trinta trente dreißig тридцать'],
      [50, 'fifty cincuenta cinquenta cinquante fünfzig пятьдесят'],
      [60, 'sixty sesenta sessenta soixante sechzig шестьдесят'],
      [90, 'ninety noventa neunzig девяносто'],
      [100, 'hundred cien cem cent hundert сто'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
);
