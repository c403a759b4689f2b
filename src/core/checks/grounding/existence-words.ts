import type { Mention } from './mention';

const letter = '\\p{L}\\p{N}_';
/** Words of scripts that put no spaces between words need no bounds. */
function anyOf(words: string, spaceless: string): RegExp {
  return new RegExp(`(?<![${letter}])(?:${words})(?![${letter}])|${spaceless}`, 'iu');
}

/** Something comes into being. */
const making = anyOf(
  'new|creat(?:e|es|ed|ing)|add(?:s|ed|ing)?|addition|introduc(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|scaffold(?:s|ed)?|writ(?:e|es|ten)|' +
    'implement(?:s|ed|ing)?|defin(?:e|es|ed)|propos(?:e|es|ed)|emit(?:s|ted)?|output|produc(?:e|es|ed)|renam(?:e|es|ed)|mov(?:e|es|ed)|' +
    'extract(?:s|ed)?|split|cop(?:y|ied)|copies(?=\\s+(?:it|this|that|them|from|to|over|the|`))|export(?:s|ed)?|install(?:s|ed)?|target|planned|' +
    'crear|crea|nuev[oa]s?|añadir|agregar|criar|cria|nov[oa]s?|adicionar|créer|crée|nouveau|nouvel(?:le)?s?|ajouter|neue?[rnms]?|anlegen|erstell(?:t|en)|hinzufügen|' +
    'созда(?:ть|ет|ём)|нов(?:ый|ая|ое|ые)|добавить|tạo|mới|thêm',
  '新增|新建|创建|添加|新的|新規|作成|追加|新しい|생성|신규|추가|새로운',
);
/** Something is not there, may be, was, or belongs to others. */
const unsure = anyOf(
  'would|could|might|may|should|e\\.g|eg|examples?|for instance|for example|if|unless|whether|missing|absent|no longer|' +
    "(?:does|do|did) ?n[o']t exist|not exist|remov(?:e|es|ed|al)|delet(?:e|es|ed|ion)|drop(?:s|ped)?|obsolete|deprecated|legacy|old|" +
    'former(?:ly)?|previous(?:ly)?|used to|was|were|upstream|downstream|fork|repo|repos|repository|repositories|external|third.party|another|other project|' +
    'instead of|rather than|hypothetical|optional(?:ly)?|placeholder|naming|convention|pattern|rejected|alternatives?|out of scope|future|later|appendix|' +
    'ejemplo|exemplo|exemple|beispiel|z\\. ?b|пример|ví dụ',
  '例如|比如|示例|例えば|たとえば|例：|예를 들어|예시|예:',
);
/** Leaves open what follows it, and says nothing of what stands before: `A, as B does, is a service such as C`. */
const opening = anyOf('such as|like|without|no such|there is no', '没有');
/** Said directly before a name: it is there. */
const there =
  /(?<![\p{L}\p{N}_])(?:existing|extend(?:s|ing|ed)?|reus(?:e|es|ing|ed)|re-us(?:e|es|ing)|already (?:in|has|have|uses?|exists?(?: in)?)|as in|see|defined in|lives? in|found in|modify|modif(?:ies|ied)|existente|(?:vorhanden|bestehend)e[nrsm]?|existant[es]*|существующ\p{L}*)[\s:]+(?:(?:the|a|an|our|this|in|of|file|function|method|type|struct|class|interface|hook|component|helper|service|module|package|endpoint|route|table|column|die|der|das|den|dem|klasse|methode|funktion|datei|modul|dienst|endpunkt|tabelle|spalte|clase|método|función|archivo|módulo|servicio|tabla|columna|classe|função|arquivo|serviço|tabela|coluna|méthode|fonction|fichier|colonne)\s+){0,3}[`*_("[]*$|(?:现有的?|已有的?|既存の|기존)\s*[`*]*$/iu;
/** `the existing X in path`: so does the path. */
const thereIn = /(?<![\p{L}\p{N}_])existing\s+`[^`\n]{1,120}`\s+(?:in|of|from)\s+`?$/iu;
/** `tests are added to path`: what is added is new, not the path. */
const addedTo = /(?<![\p{L}\p{N}_])add(?:s|ed|ing)?\s+to\s+[`*]*$/iu;
/** `path (modify: two routes)` */
const remarkOfChange =
  /^[`*_\s]*[(（]\s*(?:modif(?:y|ies|ied)|chang(?:e|es|ed)|updat(?:e|es|ed)|extend(?:s|ed)?|existing|unchanged|修改|更新|变更|変更|既存|现有)/iu;
/** `path (new)`, `path is new` */
const calledNew = /^[`*_\s]*(?:[(（]\s*(?:new|新建|新增|新規)(?![\p{L}])|(?:is|are)\s+new(?![\p{L}]))/iu;
/** `X in path`, where both are names */
const holds = /`[^`\n]{1,120}`\s+(?:in|of|within|inside|en|em|dans|de)\s+[`*]*$/iu;

/** Said directly behind a name: it is there. */
const alreadyThere =
  /^[`*_)"\]]*\s+(?:already\s+(?:exists?|provides?|has|does|handles?|holds?)|exists\b(?!\s*\?))/iu;

/** A column that lists what is there. */
const existing =
  /^(?:exist(?:s|ing)|already (?:there|exists)|existente|vorhanden|bestehend|existant|现有|既存)(?![\p{L}])/iu;

/** Whether the words say outright that it exists: `the existing X`, `extends X`, `X already exists`, a column `Existing`. */
export function saysItExists({ before, after, header }: Mention): boolean {
  if (existing.test(header.trim())) return true;
  if (/\b(?:if|whether|not|no|non)\b|n['’]t\b/iu.test(before)) return false;
  return there.test(before) || thereIn.test(before) || alreadyThere.test(after) || remarkOfChange.test(after);
}

/** What only what is there does, said of `X in path`: `checks`, `dispatches to`. */
const acts =
  /^[`*_]*\s+(?:answers?|mounts?|serves?|handles?|returns?|registers?|calls?|renders?|validates?|computes?|sends?|decides?|throws?|checks|dispatches|reads|writes|stores|loads|fetches|parses|sets|books|inserts|counts|emits|lists|delegates|builds|liefert|setzt|prüft|liest|schreibt|sendet|verschickt|ruft|speichert|berechnet|devuelve|comprueba|envía|guarda|retorna|verifica|salva|renvoie|vérifie|envoie)(?!\p{L})/iu;
const beginsWithHolder = /^[\s*_]*`[^`\n]{1,120}`\s+(?:in|of|from|aus|en|em|dans)\s+[`*]*$/iu;

/** Whether the words say of a name what only something that is there does: `X checks the limit`. */
export function saysItActs({ after }: Pick<Mention, 'after'>): boolean {
  return acts.test(after);
}

/** Whether the words leave it open: it is made here, may not be, was, or belongs to others. */
export function leavesItOpen({ before, after, under }: Mention): boolean {
  // What begins an item or a cell is what that is about; only a remark in brackets qualifies it.
  if (opening.test(before)) return true;
  const leads = !/\w/u.test(before) || (beginsWithHolder.test(before) && acts.test(after));
  const sentence = !leads
    ? `${withoutNames(before)} ${withoutNames(after.replace(/^`/u, ''))}`
    : (/^[`*_\s]*\(([^()]*)\)/u.exec(after)?.[1] ?? '');
  return [sentence, ...under].some((text) => making.test(text) || unsure.test(text));
}

/** A sentence without the names in it: a method `Delete` takes nothing away. */
function withoutNames(text: string): string {
  return text.replace(/`[^`\n]*`/gu, ' ');
}

/** Whether the words directly behind it call it new: `X (new)`, `X is new`. Of `X in path (new)` it is X that is new. */
export function isCalledNew({ before, after }: Mention): boolean {
  return calledNew.test(after) && !holds.test(before);
}

/** Whether something is added to it: it is there, whatever else of the sentence is new. */
export function isAddedTo({ before }: Mention): boolean {
  return addedTo.test(before);
}

/** Whether the words leave open that it will ever be there; that it is made here leaves nothing open. */
export function isHedged({ before, after, under }: Mention): boolean {
  if (opening.test(before)) return true;
  const sentence = /\w/u.test(before) ? `${before} ${after}` : '';
  return [sentence, ...under].some((text) => unsure.test(text));
}

/** Whether the words next to it say that it is made here: `a new file X`, `X (new)`, `create X`. */
export function saysItIsNew({ before, after, under }: Mention): boolean {
  if (remarkOfChange.test(after)) return false;
  return (
    (making.test(before.slice(-40)) && !addedTo.test(before)) ||
    /^[`*_\s]*(?:is|are|will be)\s+(?:an?\s+)?(?:new|created|added|introduced)\b/iu.test(after) ||
    /^[`*_\s]*[([{—–:-]+\s*(?:to be )?(?:new|created?|added|neu|nuev|nov|nouv|新)/iu.test(after) ||
    under.some((text) =>
      /^(?:new|create[ds]?|add(?:ed)?|新增|新建|新規|신규)$|(?<![\p{L}])new(?![\p{L}])/iu.test(text.trim()),
    )
  );
}
