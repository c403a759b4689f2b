/** What others build on, and what therefore has to be stated: a section of such takes nothing that states something else. */
export const contracts = [
  ...(['tables', 'endpoints', 'services', 'state', 'migrations', 'rollback', 'flags'] as const),
] as const;
export type Contract = (typeof contracts)[number];

/** `Loan: tool, member, due`, `orders (id, total, state)`: a name with the parts that it has. */
const listing = /^(?<name>[^:：(（;；.。!?]{1,60})[:：(（](?<parts>[^)）]+)/u;
const longestName = 6;
const longestPart = 6;
const leastParts = 3;
/** Two parts are enough where one of them is a column by its very form. */
const column = /^(?:id|[a-z][a-z\d]*(?:_[a-z\d]+)+|[a-z]+(?:Id|At))$/u;

/** A table by a name that code has, or the words of its definition. */
const definedTable =
  /\bcreate table\b|\b(?:primary|foreign) key\b|(?:\btables?|\btablas?|\btabelas?|\btabellen?|таблиц\p{L}*)\s+[`"'«„]?(?:[a-z]\w*_\w+|(?<=[`"'«„])\w+)|[`"'«„](?:\w+)[`"'»“]\s+(?:database\s+)?tables?\b|表\s*[`「]?[a-z]\w*_\w+/iu;

const method = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b[\s:：`"']*\/[\w:{*]/u;
/** Two steps and more: `/month` and `/day` are units. */
const route = /(?<![\p{L}\p{N}/.:])\/[a-z][\w.-]*(?:\/[\w.:{}*-]+)+/iu;
const procedure = /\b(?:rpc|mutation|query|subscription)\s+[A-Za-z]\w*\s*[({]/u;

const service =
  /\b[A-Z][A-Za-z\d]*(?:Service|Repository|Handler|Controller|Client|Manager|Worker|Gateway|UseCase)\b|\b\w+\([^()]*\)\s*(?::|->|→)\s*\w/u;

const state =
  /\b(?:stores?|state|cach\w*|session storage|local storage|localstorage|redux|zustand|pinia|websocket|polling|server-sent events)\b|zustand\b|\bestado\b|\bétat\b|状态|缓存|状態|상태/iu;

const migration =
  /\.(?:sql|up\.sql|py|rb|exs|xml)\b|\bmigrations?\b.{0,60}\b(?:add|adds|create|creates|drop|drops|alter|alters|rename|renames|backfill|backfills)\b|\b(?:alter|create|drop) (?:table|index|column)\b/iu;

/** Ways back, in the languages that sources are found in. */
const wayBack =
  /\broll(?:ed|s|ing)?[- ]?backs?\b|\brevert\w*|\b(?:taken?|takes|turn(?:ed)?|go(?:es)?) back\b|\b(?:switch|turn)(?:ed|es|s|ing)?(?: \w+){0,3} off\b|\bkill switch\b|\bundo(?:ne|es)?\b|\bformer version\b|\bprevious version\b|rückgängig|zurück(?:ge)?(?:roll|nehm|nomm|setz)|abgeschaltet|abschalt|retour arrière|revenir en arrière|rétabl|désactiv|revertir|deshacer|desactiv|vuelta atrás|reverter|desfa[zr]|desativ|откат|отключ|回滚|回退|撤回|ロールバック|切り戻|元に戻|롤백|되돌|hoàn tác|khôi phục/iu;

/** A flag by the name that code has for it. */
const flag =
  /\b(?:flags?|settings?|toggles?|switch)\b.{0,40}?(?:\b[A-Z][A-Z\d]*_[A-Z\d_]+\b|\b[a-z][a-z\d]*(?:[._-][a-z\d]+)+\b|`[^`]+`)|\b[A-Z][A-Z\d]*_(?:ENABLED|FLAG)\b/u;

const statements: Readonly<Record<Contract, (text: string) => boolean>> = {
  tables: (text) => definedTable.test(text) || listsParts(text),
  endpoints: (text) => method.test(text) || route.test(text) || procedure.test(text),
  services: (text) => service.test(text),
  state: (text) => state.test(text),
  migrations: (text) => migration.test(text),
  rollback: (text) => wayBack.test(text),
  flags: (text) => flag.test(text),
};

/** The contract that a template names; `null` for another word. */
export function contractOf(name: string | undefined): Contract | null {
  return contracts.find((contract) => contract === name) ?? null;
}

/** What is told in a part of a sentence: the rest of it is told elsewhere. */
const ofClauses: ReadonlySet<Contract> = new Set<Contract>(['rollback', 'flags']);

/** The part of a text that states a contract, see {@link statesContract}; `null` where none does. */
export function contractIn(contract: Contract, text: string): string | null {
  if (!statesContract(contract, text)) return null;
  if (!ofClauses.has(contract)) return text;
  const clauses = text.split(/(?<=[;；。.!?])\s+/u).filter((clause) => statesContract(contract, clause));
  return clauses.length === 0 ? text : clauses.join(' ').replace(/[;；]$/u, '');
}

/**
 * Whether a text states what a section of that contract is for, such as a table with its columns or an endpoint by its path. Rather
 * too strict: what is not taken leaves the section's question open, and a person looks; what is taken wrongly closes it.
 *
 * @param text plain text on one line
 */
export function statesContract(contract: Contract, text: string): boolean {
  return statements[contract](text);
}

function listsParts(text: string): boolean {
  const { name = '', parts = '' } = listing.exec(text)?.groups ?? {};
  if (wordsOf(name) > longestName) return false;
  const found = parts.split(/[,，、;；]/u).filter((part) => part.trim() !== '');
  const short = found.filter((part) => wordsOf(part) <= longestPart);
  if (short.length < found.length / 2) return false;
  return found.length >= leastParts || (found.length === 2 && found.some((part) => column.test(part.trim())));
}

function wordsOf(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
