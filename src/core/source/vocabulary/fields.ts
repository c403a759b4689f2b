import { termList } from './term-list';

/** What a labelled line ("Priority: High") tells about the requirement it stands under. */
export type FieldName = 'priority' | 'status' | 'id' | 'description' | 'story' | 'acceptance' | 'note';

/** Labels by meaning, lower case, as they stand before a colon or as the heading of a table column. */
export const fieldLabels: Readonly<Record<FieldName, readonly string[]>> = {
  priority: termList(`
    priority, prio, moscow, importance, prioridade, prioridad, priorité, priorität, độ ưu tiên,
    mức ưu tiên, ưu tiên, story priority,
    приоритет,
    优先级, 优先度, 優先級, 優先度, 重要度,
    우선순위, 중요도,
  `),
  status: termList(`
    status, state, estado, situação, statut, trạng thái,
    статус, состояние,
    状态, 狀態, 状態,
    ステータス,
    상태,
  `),
  id: termList(`
    id, requirement id, business requirement id, req id, story id, us id, identificador, código,
    codigo, identifiant, kennung, mã, mã yêu cầu, ref, feature id,
    идентификатор,
    编号, 需求编号, 需求id, 要件id, 番号,
    요구사항 id, 아이디,
  `),
  description: termList(`
    description, requirement, statement, details, detail, business requirement, what, what it does,
    summary, functional requirement, feature, user story, title, name, capability, specification,
    criteria, rule, descrição, descripción, requisito, requerimiento, nome, nombre, título,
    funcionalidade, funcionalidad, exigence, libellé, beschreibung, anforderung, mô tả, yêu cầu, tên,
    chức năng, história, historia, récit, fonctionnalité,
    описание, требование, название, функция, история,
    描述, 需求描述, 功能描述, 说明, 需求, 功能, 功能点, 内容, 名称, 標題, 説明, 要件, 機能, 用户故事,
    ユーザーストーリー,
    설명, 요구사항, 기능, 내용, 사용자 스토리,
  `),
  story: termList(`
    user story, história de usuário, historia de usuario, récit utilisateur, story,
    用户故事,
    ユーザーストーリー,
    사용자 스토리,
  `),
  acceptance: termList(`
    acceptance criteria, acceptance criterion, acceptance, acceptance scenarios, acceptance test,
    definition of done, ac, critérios de aceitação, critérios de aceite, critério de aceite,
    criterios de aceptación, criterio de aceptación, critères d'acceptation, critère d'acceptation,
    akzeptanzkriterien, akzeptanzkriterium, abnahmekriterien, abnahmekriterium, abnahme, prüfkriterien, prüfkriterium,
    tiêu chí chấp nhận,
    критерии приемки, критерии приёмки, критерий приемки,
    验收标准, 验收条件, 验收, 受入基準,
    受け入れ基準,
    인수 조건, 수용 기준, 완료 조건,
  `),
  note: termList(`
    note, notes, rationale, source, owner, author, category, type, effort, estimate, estimation,
    story points, points, complexity, dependencies, dependency, depends on, related, version,
    target version, date, service, area, quality, attribute, reason, why, why it's important,
    why it’s important, why important, how it works, how, example, examples, input, inputs, output,
    outputs, actor, actors, trigger, precondition, preconditions, postcondition, postconditions,
    confidence, assigned, assignee, sprint, epic, module, risk, risks, user value, value, benefit,
    business value, success criteria, success metric, metric, metrics, references, reference,
    implementation, technical notes, tests, user flow, flow, main flow, edge cases, files, test,
    validation, label, labels, why this priority, independent test, goal, objective, timeline,
    remarks, o que faz, por que é importante, por que importa, como funciona,
    importância, qué hace, por qué es importante, por qué importa, cómo funciona, importancia, ce que ça fait,
    pourquoi c'est important, comment ça marche, fonctionnement, tại sao quan trọng, cách hoạt động, tech, technology, ui, api, data, created, purpose, observações,
    observação, tipo, categoria, ator, atores, pré-condições, pós-condições, fluxo principal,
    entrada, saída, notas, precondiciones, flujo principal, dependencias, justificativa,
    justificación, remarque, remarques, acteur, acteurs, préconditions, hinweis, hinweise,
    begründung, akteur, ghi chú, loại, tác nhân, điều kiện, stakeholder, stakeholders, responsável,
    estimativa, responsable, estimación,
    примечание, примечания, что делает, почему важно, почему это важно, как работает, как это работает, тип, зависимости, предусловия, обоснование,
    备注, 说明, 来源, 负责人, 类型, 类别, 依赖, 版本, 前置条件, 后置条件, 输入, 输出, 流程, 触发,
    规则, 异常, 为什么重要, 重要性, 如何工作, 工作原理, 工作方式, 作用, なぜ重要か, どのように動作するか, 目的, 场景, 備考, 理由, 担当, 種別, 依存, 前提条件, 入力, 出力,
    비고, 담당, 유형, 의존성, 입력, 출력, 전제 조건,
  `),
};

/** A status (or a remark in brackets) by which an item is no longer wanted. */
export const cancelledWords =
  /cancell?ed|deprecated|withdrawn|obsolete|rejected|descoped|removed|dropped|superseded|cancelad|abgebrochen|gestrichen|已取消|取消|废弃|作废|廃止|却下|中止|취소|폐기|отмен|исключен|descartad|annul|abandonn|verworfen|entf[aä]ll(?:t|en)|zurückgezogen|retirée?s?(?!\p{L})|hủy/iu;

/**
 * A statement that says only that the item is gone, with a reason in brackets or where to look instead: its number is
 * kept. "Cancelled orders are refunded" goes on, and is none.
 */
export const cancelledStatement =
  /^[^\p{L}\p{N}]{0,3}(?:(?:cancell?ed|deleted|deprecated|withdrawn|obsolete|rejected|descoped|removed|retired|dropped|superseded|no longer (?:needed|required|applicable|applies)|entf[aä]llt|entfallen|gestrichen|verworfen|zurückgezogen|gelöscht|storniert|aufgehoben|retirée?s?|supprimée?s?|annulée?s?|abandonnée?s?|sans objet|eliminad[oa]s?|retirad[oa]s?|cancelad[oa]s?|descartad[oa]s?|anulad[oa]s?|suprimid[oa]s?|removid[oa]s?|excluíd[oa]s?|удален[оаы]?|удалён|отменен[оаы]?|отменён|исключен[оаы]?|исключён|снято|đã (?:hủy|bỏ|xóa|loại bỏ)|bãi bỏ|không còn áp dụng)(?!\p{L})|(?:第[一二三四五六七八九十\d]{1,3}|[a-z]?[\d.]{1,4}|[a-z])\s?(?:版本?|修订|改訂)(?:中|时|起|で|にて)?已?(?:删除|取消|作废|削除|廃止)|改訂[a-z\d]{1,2}(?:で|にて)(?:削除|廃止)|(?:제?\s?[\d.]{1,4}|[a-z])\s?(?:판|차 개정)에서 (?:삭제|폐지)(?:됨)?|已(?:取消|删除|作废|废弃|撤销|移除)|作废|废弃|废止|廃止(?:済み?)?|取り(?:止|や)め|欠番|却下|中止|폐기|폐지|철회)(?:[.。]?$|\s*(?:[(（][^()（）]{1,80}[)）][.。]?$|(?:[,;，；、–—-]\s*)?(?:(?:see|per|siehe|vgl|seit|voir|cf|ver|véase|см|xem)(?!\p{L})|(?:in|since|with|as of|from|at|ab|seit|mit|en|desde|a partir de|em|na|no|dans|depuis|à|в|с|на|ở|từ|tại)\s+(?:(?:the|der|la|le|o|a)\s+)?(?:revision|rev\.?|version|issue|edition|draft|release|fassung|ausgabe|revisión|versión|edición|revisão|versão|edição|révision|édition|редакции|версии|ревизии|издании|bản|phiên bản)\s+[vr]?(?:\d|[a-hа-е](?![\p{L}\d]))|见|参见|详见|参照).{0,80}$))/iu;

/** Words that name a function of a product as well as the end of an item: they tell the latter where nothing else is said. */
export const bareCancellation = /^(?:取消|删除|撤销|削除|取り消し|취소|삭제)$/u;

/** A status (or a remark in brackets) by which an item waits for a later version. */
export const deferredWords =
  /deferred|postponed|out of scope|not in scope|won'?t|future|later|backlog|pending evaluation|已推迟|延期|暂缓|后续|将来|未来|보류|향후|отлож|adiad|futur|aplazad|pospuest|reporté|zurückgestellt|later version|tương lai/iu;

/** Words in capitals that put off; the others ("FUTURE", "LATER") are too common in prose to decide alone. */
export const shoutedLater =
  /deferred|postponed|descoped|adiad[oa]|aplazad[oa]|pospuest[oa]|report[ée]e?|zurückgestellt|отложен|перенесен|hoãn/iu;

/** A rank that says that something is not done (yet): the last of MoSCoW, and what authors write for it. */
export const ranksOut =
  /^[^\p{L}]{0,4}(?:w|(?:out|cut|dropped|parked|not doing|raus|gestrichen|fuera|fora|hors|écarté|вне|нет|bỏ|否|不)(?=\s*(?:$|[(（,;:–—])|\s+-)|won['’]?t|will not|would(?! be| like)(?: have)?|out of scope|not (?:now|planned|in scope)|no (?:tendrá|se hará|hacer|entra|incluir)|não (?:terá|fazer|entra|incluir)|n['’]aura pas|pas (?:maintenant|prévu)|wird nicht|nicht (?:geplant|jetzt)|не (?:будет|делаем|входит|планируется)|không (?:làm|có)|不做|不需要|暂不做|やらない|対象外|하지 않음|안 함|제외)(?![\p{L}\p{Nd}])/iu;

/** Statements that say what will not be done. */
export const negated =
  /^(?:we will not\b|will not\b|not:|no:|out of scope\b|won'?t (?:do|have|support)|non-?goal|不做|不支持|不包含|不包括|fora do escopo|fuera de(?:l)? alcance|hors périmètre|nicht enthalten|не входит|we won'?t\b|this (?:feature|project|release) (?:will not|does not)|não (?:haverá|será|serão|inclui|contempla|faz parte)|no (?:habrá|se (?:incluye|incluirá|implementará|contempla)|incluye|incluirá)|il n['’]y aura pas|не (?:будет|будут|входит|входят|поддерживается|планируется)|không (?:hỗ trợ|bao gồm|làm|có trong))/iu;

/** Statements that put off what they name, at their end or in passing. */
export const putsOff =
  /\b(?:to )?be (?:\w+ )?(?:defined|added|decided|implemented|supported|built|done) (?:later|in (?:an? |the )?(?:future|later|next|subsequent|phase [2-9]|v[2-9]))|\bin (?:a|some) (?:future|later) (?:version|release|phase)|[,;–—-]\s*(?:planned|scheduled|slated) for (?:later|v?\d+(?:\.\d+)+|v\d+|phase [2-9]|(?:an?|the) (?:future|later|next) \p{L}+|next (?:year|quarter|release|version|phase))(?:\s*\([^()]{1,40}\))?\.?$|(?:definid|implementad|adicionad|decidid|feit)[oa]s? (?:futuramente|depois|no futuro)|em (?:uma )?vers(?:ão|ões) futuras?|(?:definir|implementar|agregar|añadir|hará)\S* (?:más adelante|en el futuro)|en (?:una )?versi(?:ón|ones) futuras?|dans une version (?:future|ultérieure)|в (?:будущ|следующ)\S{0,4} верси|(?:后续|将来|未来)(?:版本|再|迭代)(?:支持|实现|考虑)?|(?:今後|将来)(?:対応|実装)|(?:추후|향후) (?:지원|구현|추가|개발)|trong (?:các )?phiên bản (?:sau|tới|tương lai)/iu;

/** Words that stand for nothing: a placeholder or a stub. */
export const emptyStatement =
  /^(?:n\/?a|none|tbd|todo|to be (?:defined|determined|decided)|no acceptance criteria.{0,30}|-+|—|\.{3}|…|无|暂无|待定|なし|未定|없음|미정|nenhum[ao]?|ningun[oa]|aucune?|keine?|нет|không có)\.?$/iu;

/** Words that rank: a heading made of one only sorts what stands below it, and gives it its priority. */
export const priorityWords =
  /^(?:p[0-4]|priority\s*\d|must|should|could|may|muss|soll|kann|(?:must|should|could)[- ]dos?|optional|opcional|optionnel|tùy chọn|опционально|must[- ]haves?|should[- ]haves?|could[- ]haves?|nice[- ]to[- ]haves?|high|medium|low|critical|essential|高|中|低|必须|应该|可选|重要|必須|任意|높음|중간|낮음|필수|선택|alta|média|media|baixa|baja|obrigatório|obligatorio|haute|moyenne|basse|hoch|mittel|niedrig|высокий|средний|низкий|cao|trung bình|thấp)$/iu;
