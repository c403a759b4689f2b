import { termList } from './term-list';

/**
 * Labels by which a bullet tells one side of what the heading above it names ("Where: ...", "Limit: 500 per team"), not a
 * thing of its own. Lower case; what follows the word in the label does not matter ("Time to finish").
 */
const words = termList(`
  where, when, who, whom, to whom, for whom, how, paper size, how often, steps, step, limit, limits, variables, inputs, outputs, result, results, trigger, triggers,
  triggered by, error, errors, error copy, error text, permission, permissions, access, default, defaults, format, formats, content,
  contents, fields, entry point, entry points, location, placement, position, time to, time limit, duration, frequency, timing, channel,
  channels, visibility, visible to, visible for, available to, available for, copy, wording, text, length, size, sorting, sort order,
  order, example, examples, exception, exceptions, edge case, edge cases, empty state, states, validation, allowed, not allowed,
  maximum, minimum, max, min, deadline, recipients, sender, data shown, shows, shown, columns, filters, options, values, undo,
  confirmation, language, languages, fallback, offline,
  dónde, cuándo, quién, a quién, para quién, cómo, medio, pasos, límite, límites, entrada, salida, resultado, disparador, errores, permisos, acceso, por defecto, formato,
  contenido, campos, ubicación, duración, frecuencia, canal, plazo, visible para, texto, longitud, tamaño, orden, ejemplo, excepciones,
  estado vacío, validación, máximo, mínimo, destinatarios,
  onde, quando, quem, a quem, para quem, como, meio, passos, limite, limites, entrada, saída, gatilho, erros, permissões, acesso, padrão, conteúdo, localização, duração,
  frequência, prazo, visível para, tamanho, ordem, exemplo, exceções, estado vazio, validação, destinatários,
  où, quand, qui, à qui, pour qui, comment, moyen, étapes, limite, limites, entrées, sorties, résultat, déclencheur, erreurs, droits, accès, par défaut, format, contenu,
  champs, emplacement, durée, fréquence, délai, canal, visible pour, texte, longueur, taille, ordre, exemple, exceptions, état vide,
  validation, maximum, destinataires,
  wo, wann, wer, wem, an wen, für wen, wie, schritte, grenze, grenzen, eingabe, eingaben, ausgabe, ergebnis, auslöser, fehler, rechte, berechtigung, berechtigungen,
  zugriff, zugang, vorgabe, standard, format, inhalt, felder, ort, dauer, häufigkeit, frist, kanal, sichtbar für, länge, größe,
  reihenfolge, beispiel, ausnahme, ausnahmen, leerer zustand, prüfung, höchstens, mindestens, empfänger,
  где, когда, кто, кому, для кого, как, способ, шаги, лимит, ограничение, вход, выход, результат, триггер, ошибки, права, доступ, по умолчанию, формат, содержимое,
  поля, место, длительность, частота, срок, канал, видно, текст, длина, размер, порядок, пример, исключения, пустое состояние, проверка,
  максимум, минимум, получатели,
  ở đâu, khi nào, ai, cho ai, gửi cho, gửi đến, cách, khổ giấy, các bước, bước, giới hạn, đầu vào, đầu ra, kết quả, kích hoạt, lỗi, quyền, truy cập, mặc định, định dạng, nội dung,
  trường, vị trí, thời lượng, tần suất, thời hạn, kênh, hiển thị, độ dài, kích thước, thứ tự, ví dụ, ngoại lệ, tối đa, tối thiểu,
  方式, 送达方式, 发送方式, 发给谁, 位置, 入口, 时机, 步骤, 限制, 上限, 下限, 输入, 输出, 结果, 触发, 触发条件, 错误, 错误提示, 权限, 访问, 默认, 默认值, 格式, 内容, 字段, 时长, 频率, 期限, 渠道,
  可见范围, 文案, 长度, 大小, 排序, 顺序, 示例, 例外, 异常, 空状态, 校验, 最大, 最小, 接收人, 展示内容,
  方法, 送信方法, 送信先, 場所, 入口, タイミング, 手順, 制限, 上限, 下限, 入力, 入力項目, 出力, 結果, 契機, エラー, エラー表示, 権限, 初期値, 形式, 内容, 項目, 表示項目, 期間, 頻度, 期限, 締め切り, 手段, 表示範囲, 文言,
  文字数, サイズ, 並び順, 順序, 例, 例外, 空の状態, 宛先,
  방법, 방식, 발송 방법, 위치, 진입점, 시점, 단계, 제한, 상한, 하한, 입력, 출력, 결과, 트리거, 오류, 오류 문구, 권한, 기본값, 형식, 내용, 항목, 기간, 빈도, 기한, 채널, 노출 범위, 문구, 길이, 크기, 정렬,
  순서, 예시, 예외, 빈 상태, 검증, 최대, 최소, 수신자
`);

const spaced = words.filter(
  (word) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word),
);
const joined = words.filter((word) => !spaced.includes(word));

/** A bullet that opens with such a label. */
export const aspectLabel = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,6}(?:(?:${spaced.join('|')})(?![\p{L}\p{N}])[^:：.。]{0,24}|(?:${joined.join('|')}))[:：]`,
  'iu',
);
