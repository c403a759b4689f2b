/** Traditional and Japanese forms of characters that occur in headings, each followed by its simplified form. */
const pairs =
  '單单範范圍围標标準准驗验參参術术語语錄录變变歷历測测試试計计劃划設设資资數数據据庫库構构規规則则項项務务產产業业說说説说書书詳详細细節节點点關关鍵键內内過过運运營营備备評评審审問问題题風风險险場场對对' +
  '應应時时間间開开發发階阶檔档總总結结組组織织實实現现狀状態态輸输類类別别專专詞词義义釋释導导覽览個个預预額额確确認认決决選选擇择團团隊队員员職职責责費费環环網网頁页簡简紹绍優优級级訂订購购戶户體体無无' +
  '響响獨独權权傳传統统機机価价値值様样権权戦战図图検检証证応应対对総总続续処处帰归暫暂緩缓後后裡里來来擴扩顧顾慮虑';

const simplified = new Map<string, string>();
for (let at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs.charAt(at), pairs.charAt(at + 1));

const foreign = new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu');

/** The text in the character forms of the vocabulary, so that one entry serves 範圍 and 范围. */
export function simplifyIdeographs(text: string): string {
  return text.replace(foreign, (form) => simplified.get(form) ?? form);
}

/** Patterns in the character forms in which headings are compared. */
export function inForms(patterns: readonly RegExp[]): readonly RegExp[] {
  return patterns.map(({ source, flags }) => new RegExp(simplifyIdeographs(source), flags));
}
