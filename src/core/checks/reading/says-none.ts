import { noneOfIt } from '../../spec/vocabulary/answers';

/** Whether a text says that there is nothing of the sort: `None`, `No new tables.`, `None: it stays`, `なし`, a dash alone. */
export function saysNone(text: string): boolean {
  const said = text.trim();
  return noneOfIt.test(said.length > 400 ? said.slice(0, 400) : said) || !/[\p{L}\p{N}]/u.test(said);
}
