import { termList } from './term-list';

/** What a column is headed that tells the type of each row, as tools that keep requirements export it. */
export const typeColumnNames: readonly string[] = termList(`
  type, types, object type, item type, work item type, workitem type, issue type, record type, entry type, artifact type,
  artefact type, requirement type, req type, element type, row type, type of object, type of item, kind, object kind, tracker,
  tracker type, is a, classification,
  art, typ, objekttyp, objektart, art des objekts, typ des objekts, eintragstyp, elementtyp, anforderungstyp, anforderungsart,
  vorgangstyp, artefakttyp,
  tipo, tipo de objeto, tipo de elemento, tipo de incidencia, tipo de requisito, tipo de registro, tipo de artefacto,
  tipo de item, tipo de artefato, tipo do objeto, tipo do item, clase, classe,
  type d'objet, type d'élément, type de ticket, type d'exigence, type d'artefact, type de demande, nature,
  тип, тип объекта, тип элемента, тип задачи, тип записи, тип требования, тип артефакта, вид, вид объекта,
  类型, 种类, 类别, 对象类型, 条目类型, 需求类型, 工作项类型, 问题类型,
  種別, 種類, 区分, タイプ, 型, オブジェクト種別, オブジェクトタイプ, 項目種別, 要求種別, 課題タイプ, 作業項目の種類,
  유형, 종류, 구분, 타입, 객체 유형, 항목 유형, 요구사항 유형, 이슈 유형, 작업 항목 유형,
  loại, kiểu, loại đối tượng, loại mục, loại yêu cầu, kiểu đối tượng
`);

/** Words of a type by which a row is something to build, as types are compared. */
export const typesWanted =
  /(?<!\p{L})(?:requirements?|(?:user )?stor(?:y|ies)|features?|exigences?|requisitos?|requerimientos?|historias?|recits?|fonctionnalites?|funcionalidad(?:e?s)?|funcionalidade)(?!\p{L})|anforderung|требовани|истори|yeu cau|cau chuyen|需求|要求|要件|故事|ストーリー|요구|스토리/u;

/** Types by which a row is something else: what explains, sorts, tests or plans. */
export const typesOther: readonly string[] = termList(`
  heading, headings, header, headline, title, section, chapter, folder, information, informational, informative, info, note, notes,
  comment, comments, remark, rationale, explanation, description, definition, term, text, prose, figure, image, picture, diagram,
  table, test, tests, test case, testcase, test step, test plan, test suite, test set, test procedure, test run, test execution,
  task, subtask, sub task, todo, to do, chore, bug, defect, incident, risk, hazard, decision, question, spike, impediment,
  milestone, reference, review, non requirement, not a requirement,
  überschrift, titel, kapitel, abschnitt, information, informationen, hinweis, anmerkung, kommentar, notiz, erläuterung, bemerkung,
  begründung, abbildung, bild, tabelle, testfall, prüfung, prüffall, aufgabe, teilaufgabe, unteraufgabe, fehler, mangel, risiko,
  entscheidung, frage, begriff, keine anforderung,
  encabezado, título, cabecera, sección, capítulo, información, informativo, nota, comentario, observación, justificación, figura,
  imagen, tabla, caso de prueba, prueba, tarea, subtarea, defecto, incidencia, riesgo, decisión, pregunta, definición, término,
  cabeçalho, seção, secção, informação, comentário, observação, justificativa, imagem, tabela, caso de teste, teste, tarefa, subtarefa,
  defeito, risco, decisão, pergunta, definição, termo,
  en-tête, titre, chapitre, commentaire, remarque, justification, tableau, cas de test, cas d'essai, essai, tâche, sous-tâche,
  bogue, anomalie, défaut, risque, décision, définition, terme,
  заголовок, раздел, глава, информация, информационный, справка, примечание, комментарий, замечание, обоснование, пояснение, рисунок,
  таблица, тест, тест-кейс, тестовый случай, тестовый сценарий, задача, подзадача, ошибка, дефект, баг, риск, решение, вопрос,
  определение, термин,
  标题, 章节, 信息, 说明, 备注, 注释, 注, 评论, 图, 图片, 表, 表格, 测试, 测试用例, 任务, 子任务, 缺陷, 错误, 漏洞, 风险, 决策, 决定, 定义, 术语,
  見出し, タイトル, 章, 情報, 参考, 参考情報, 補足, 説明, 注記, 注釈, 備考, コメント, 図, 表, テスト, テストケース, 試験, 試験項目, タスク,
  サブタスク, 作業, バグ, 不具合, リスク, 決定, 質問, 定義, 用語,
  제목, 머리글, 장, 정보, 참고, 설명, 주석, 비고, 메모, 의견, 댓글, 그림, 표, 시험, 테스트, 테스트 케이스, 작업, 하위 작업, 버그, 결함, 위험,
  리스크, 결정, 질문, 정의, 용어,
  tiêu đề, mục, chương, thông tin, ghi chú, chú thích, bình luận, nhận xét, hình, hình ảnh, bảng, kiểm thử, ca kiểm thử,
  trường hợp kiểm thử, nhiệm vụ, công việc, lỗi, rủi ro, quyết định, câu hỏi, định nghĩa, thuật ngữ
`);
