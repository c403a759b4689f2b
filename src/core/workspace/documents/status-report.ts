import { oncePer } from '../../text/remembered';
import type { RuleFrontMatter } from './rule-front-matter';

/** Words of a title or file name that announce a report, in the languages reports are written in. */
const reportNames =
  /\b(?:status|progress|completion|handoff|handover|session|sprint|iteration|milestone|weekly|daily|standup|migration|implementation|refactor(?:ing)?|fix(?:es)?|phase)[\s_-]*(?:\d+[\s_-]*)?(?:status|report|summary|update|log|notes?|complete[d]?|done|results?|recap)\b|\b(?:changelog|post[\s_-]?mortem|retrospective|what[\s_-]?was[\s_-]?done|progress|status)\b|\b(?:statusbericht|fortschritt(?:sbericht)?|zwischenstand|rapport d.avancement|compte[\s_-]rendu|informe de (?:estado|progreso)|resumen de (?:sesión|implementación)|relatório de (?:status|progresso)|отчёт|отчет)|进度|状态报告|完成报告|总结|进展|進捗|完了報告|状況報告|진행 상황|완료 보고/iu;

/** Lines in which a report dates and rates itself. */
const reportLines =
  /^[\s>*_#|-]*(?:(?:overall |current |project )?status|date|last updated|completed(?: on)?|completion(?: date)?|progress|report date|prepared by|stand|datum|fecha|estado|data|дата|статус|状态|日期|更新时间|ステータス|日付|更新日|상태|날짜)[\s*_]*[:：|]/iu;
const doneMark = /[✅✔☑🎉🎯🚀]|\[x\]|\b100 ?%|\b\d{1,3} ?% (?:complete|done|coverage|passing)/giu;
/** What was done, in the past: nothing that a spec could follow. */
const doneWords =
  /\b(?:completed|implemented|fixed|resolved|shipped|merged|migrated|refactored|passed|passing|deployed|finished|was added|were added|has been|have been)\b|\b(?:erledigt|umgesetzt|abgeschlossen|behoben|terminé|corrigé|completado|corregido|concluído|corrigido|выполнено|исправлено|завершено)(?![\p{L}])|已完成|已修复|已实现|完了(?:しました)?|修正しました|実装しました|완료(?:했|됨)?|수정됨/giu;
/** What has to be done, always: the language of rules. */
const duties =
  /\b(?:must|shall|should|never|always|avoid|prefer|do not|don't|ensure|require[sd]?|only|use|follow|keep|write|add|run|make sure)\b|\b(?:muss|müssen|soll(?:en)?|darf|immer|niemals|vermeide|verwende|doit|doivent|toujours|jamais|évite[rz]?|utilise[rz]?|debe(?:n)?|siempre|nunca|evita[r]?|usa[r]?|deve(?:m)?|sempre|evite|должен|должны|всегда|никогда|нельзя)(?![\p{L}])|必须|应该|不要|禁止|始终|使用|必ず|べき|してください|使用する|しない|반드시|해야|하지/giu;
const sectionOfReport =
  /^#{1,6}\s.*(?:\b(?:what was|completed|accomplish|achieve|next steps|remaining|summary of changes|files (?:changed|modified|created)|changes made|test results|known issues|blockers|done)\b|完成|下一步|剩余|完了|次のステップ|残り|완료|다음 단계)/iu;

/** The look of a document that reports what happened. */
interface ReportMarks {
  readonly named: boolean;
  readonly dated: number;
  readonly done: number;
  readonly duties: number;
  readonly sections: number;
}

const fewestReportMarks = 4;

/**
 * Why a document among the rules seems to be a status report (`is named as one and reports 12 things as done`), or
 * `null`. Agents leave such reports in rules folders; they hold no rule, go stale, and are sent with every request.
 */
export function statusReport(title: string, path: string, frontMatter: RuleFrontMatter): string | null {
  const marks = { named: isNamedReport(title, path), ...marksOf(frontMatter) };
  const { named, dated, done, duties: rules, sections } = marks;
  const reported = done + sections * 2;
  // A rule may be about reports, or tick its good examples: what it demands then outweighs what it reports.
  if (named && dated + reported >= 2 && (dated > 0 ? reported >= rules / 2 : reported > rules))
    return because(marks);
  if (!named && dated >= 1 && reported >= fewestReportMarks * 2 && reported > rules * 2)
    return because(marks);
  if (!named && sections >= 2 && reported >= fewestReportMarks * 2 && reported > rules * 2)
    return because(marks);
  return null;
}

/** What a document's text shows, whatever its name: once for each, however many sources its rules are judged for. */
const marksOf = oncePer(({ body }: RuleFrontMatter): Omit<ReportMarks, 'named'> => {
  let dated = 0;
  let sections = 0;
  let fenced = false;
  const said: string[] = [];
  for (const [index, line] of body.split(/\r?\n/).entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    if (fenced) continue;
    if (index < 25 && reportLines.test(line)) dated += 1;
    if (line.startsWith('#') && sectionOfReport.test(line)) sections += 1;
    said.push(line);
  }
  // No word reaches beyond a line, and one search takes less time than one for each line.
  const text = said.join('\n');
  const done = count(text, doneMark) + count(text, doneWords);
  const rules = count(text, duties);
  return { dated, done, duties: rules, sections };
});

function isNamedReport(title: string, path: string): boolean {
  const name = path
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replace(/[_-]+/g, ' ');
  return reportNames.test(title) || reportNames.test(name);
}

function count(text: string, shape: RegExp): number {
  return text.match(shape)?.length ?? 0;
}

function because({ named, dated, done }: ReportMarks): string {
  const says = [
    ...(named ? ['is named as one'] : []),
    ...(dated > 0 ? ['dates or rates itself at its top'] : []),
    ...(done > 0 ? [`reports ${done === 1 ? 'one thing' : `${done} things`} as done`] : []),
  ];
  return says.length < 2 ? says.join('') : `${says.slice(0, -1).join(', ')} and ${says.at(-1) ?? ''}`;
}
