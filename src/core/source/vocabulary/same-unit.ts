/** Other spellings of units. */
const units: Readonly<Record<string, string>> = {
  ...{ '%': 'percent', prozent: 'percent', $: 'dollar', '€': 'euro' },
  ...{ h: 'hour', hr: 'hour', hrs: 'hour', s: 'second', d: 'day', std: 'stunde' },
};

/** Whether two words name one unit: "20 mins" and "30 minutes", "2 days" and "1 day". */
export function isSameUnit(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other]
    .map((unit) => unit.toLowerCase())
    .map((unit) =>
      Object.hasOwn(units, unit) ? (units[unit] ?? unit) : unit.replace(/(?<=\p{L}{2})s$/u, ''),
    )
    .sort((a, b) => a.length - b.length);
  return (
    short === long || (/\p{L}{2}|[\p{Script=Han}\p{Script=Hangul}]/u.test(short) && long.startsWith(short))
  );
}
