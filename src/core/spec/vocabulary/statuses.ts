import type { Stage } from '../../template/stage';
import { anyOf } from './any-of';

/** What the name of a status says of the stage of a spec's life. */
export const stageNames: readonly (readonly [Stage, RegExp])[] = [
  [
    'rejected',
    /^(?:rejected|declined|withdrawn|abgelehnt|verworfen|rechazad|rejeitad|rejeté|已拒绝|已否决|却下|不採用)/u,
  ],
  [
    'deprecated',
    /^(?:deprecated|superseded|obsolete|retired|veraltet|ersetzt|obsolet|substitu|remplacé|déprécié|en desuso|descontinuad|已弃用|已废弃|废弃|廃止|非推奨)/u,
  ],
  [
    'approved',
    /^(?:approved|accepted|genehmigt|freigegeben|aprobad|aprovad|approuvé|accepté|aceptad|aceit|angenommen|已批准|已通过|承認)/u,
  ],
  [
    'review',
    /\breview\b|\brfc\b|prüfung|revisi[oó]n|revisão|relecture|revue|评审|审核|审查|レビュー|確認中/u,
  ],
];

const builtWords =
  'implemented|completed?|done|shipped|released|delivered|deployed|live|built|fertig|umgesetzt|implementiert|implementado|implementada|implémenté|реализован\\p{L}*|已实现|已完成|実装済み?|구현됨?|đã triển khai';

/** Everything in a spec was built. */
export const builtStatus = new RegExp(`^(?:${builtWords})(?![\\p{L}\\p{N}])`, 'iu');

/** Words for a task that was done, as part of a regular expression. */
export const doneWords = [
  ...[builtWords, 'finished|merged|erledigt|abgeschlossen|fertiggestellt'],
  ...['hech[oa]|terminad[oa]|complet(?:ad)?[oa]|finalizad[oa]|feit[oa]|conclu[ií]d[oa]'],
  ...['terminée?|faite?|achevée?|implémentée|готово|выполнен[оа]?|сделано|завершен\\p{L}*|завершён'],
  ...['完成|完了(?:済み?)?|対応済み?|완료됨?|hoàn thành|xong'],
].join('|');

/** Words for one that nobody has begun. */
export const unbegunWords =
  'open|to[- ]?do|not (?:yet )?(?:started|done)|offen|pendiente|abiert[oa]|pendente|abert[oa]|a fazer|ouverte?|à faire|не начат[оа]?|открыт[оа]?|未着手|未完了|未完成|未开始|待办|待处理|미완료|chưa bắt đầu';

/** Words for one that is in work. */
export const workWords =
  'in progress|in work|in development|wip|doing|started|ongoing|under way|in arbeit|in bearbeitung|begonnen|en curso|en progreso|em andamento|em progresso|en cours|в работе|進行中|作業中|対応中|进行中|진행 ?중|đang làm';

/** Words that are a state where they stand alone: what is blocked by someone is another thing. */
export const lonelyWords =
  'pending|planned|ready|blocked|paused|active|new|in review|review|testing|geplant|blockiert';

/** A spec is past its review, and may be built by now. */
export const agreedStatus =
  /^[^\p{L}]*(?:approved|accepted|agreed|in progress|in development|implementing|under way|started|active|合意|承認|已批准|进行中|aprobad|aprovad|approuvé|genehmigt|утвержд|принят)/iu;

/** An open question was answered. */
export const resolvedWord = new RegExp(
  `^[\\s(*[]*(?:${anyOf(
    [
      ...['resolved', 'closed', 'answered', 'done'],
      ...['gelöst', 'geklärt', 'beantwortet', 'erledigt', 'geschlossen'],
      ...['resuelt[oa]', 'cerrad[oa]', 'respondid[oa]', 'contestad[oa]', 'resolvid[oa]', 'fechad[oa]'],
      ...['résolue?', 'clos', 'répondue?', 'réglée?'],
      ...['已解决', '已回答', '已关闭', '已确认', '解決済み?', '回答済み?', '確認済み?'],
    ],
    'first',
  ).source.slice(1)})`,
  'iu',
);
