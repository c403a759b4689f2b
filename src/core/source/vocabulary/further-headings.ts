import type { HeadingTerms } from './section-headings';
import { termList } from './term-list';

/**
 * Headings in the words of those who write a document once in a while: needs and wishes instead of requirements, the
 * way things are today, what a contract in German calls its parts.
 */
export const furtherHeadings: readonly HeadingTerms[] = [
  {
    role: 'requirements',
    terms: termList(`
      functional needs, business needs, customer needs, requirements catalogue, requirements catalog, requirement catalogue,
      necesidades funcionales, catálogo de requisitos,
      necessidades funcionais, catálogo de requisitos,
      expression de besoin, expression des besoins, expression de besoins, recueil des besoins, catalogue des exigences,
      anforderungskatalog, anforderungsliste, fachliche anforderungen, fachanforderungen, produktanforderungen,
      systemanforderungen, funktionsanforderungen, nutzeranforderungen, anwenderanforderungen, kundenanforderungen,
      anforderungen an das system,
      пожелания заказчика, перечень требований, реестр требований,
      danh sách yêu cầu, yêu cầu chi tiết, yêu cầu kỹ thuật,
      具体要求, 需求条目, 需求清单表,
      要望, 要望事項, 要求一覧, 要件一覧, 業務要求, ユーザー要求,
      요청 사항, 요구 사항 목록, 요구사항 목록, 요건 정의,
    `),
  },
  {
    role: 'non-functional',
    terms: termList(`
      nichtfunktional, nichtfunktionale anforderungen, nicht funktional, sicherheitsanforderungen, leistungsanforderungen,
      cross cutting requirements, requisitos transversales, requisitos transversais, exigences transverses,
      exigences de qualité, requisitos de qualidade, querschnittliche anforderungen, übergreifende anforderungen,
      yêu cầu chất lượng, сквозные требования,
    `),
  },
  {
    role: 'features',
    terms: termList(`
      minimum viable product, expected behaviour of the product, product behaviour, product behavior, system behaviour,
      system behavior, feature requests,
      description of work, description of services, work description, scope of services,
      descripción del trabajo, descripción de los trabajos, descripción del servicio, descripción de los servicios,
      descrição do trabalho, descrição dos trabalhos, descrição do serviço, descrição dos serviços,
      description des prestations, description des travaux, beschreibung der leistungen, beschreibung der leistung,
      описание работ, описание услуг,
      especificación funcional, especificaciones funcionales, prestaciones, imprescindible, deseable,
      especificação funcional, especificações funcionais, desejável, comportamento do sistema,
      spécifications, spécifications détaillées, spécification fonctionnelle, indispensable, souhaitable,
      comportement du système,
      leistungsumfang, funktionaler umfang, leistungsbeschreibung, produktfunktionen, produktleistungen, produktmerkmale,
      produktdaten, systemfunktionen, systemverhalten, fachkonzept, muss kriterien, soll kriterien, kann kriterien, anforderungsbeschreibung,
      функциональная часть, функциональная спецификация, функциональные требования и возможности, состав функций,
      đặc tả chức năng, mô tả chức năng, yêu cầu tính năng, chi tiết chức năng,
      本期功能, 本期内容, 本期需求, 本期要做, 功能要点,
      必要な機能, 必要機能, 今回作るもの, 今回の機能, 求める機能,
      필요한 기능, 필요 기능, 이번에 만들 것, 구현할 기능,
    `),
  },
  {
    role: 'scope',
    terms: termList(`
      lieferumfang, projektumfang, produktumfang, leistungsgegenstand, umfang der lieferung, im lieferumfang,
      incluido en esta versión, incluido en el alcance, incluído nesta versão, inclus dans cette version,
      входит в проект, входит в объем,
      本期做, 本期要做的, 今回の範囲, 今回の対象, 이번 범위, 이번 버전 범위,
    `),
  },
  {
    role: 'constraints',
    terms: termList(`
      rahmenbedingungen, technische rahmenbedingungen, rechtliche rahmenbedingungen, vorgaben, technische vorgaben,
      gesetzliche vorgaben, restriktionen, regeln, fachliche regeln, hard constraints, legal requirements, legal constraints,
      condiciones técnicas, condicionantes, condicionantes técnicos, condições técnicas, contraintes légales,
      contraintes réglementaires, обязательные условия, правовые ограничения, điều kiện ràng buộc, 硬性要求, 硬性约束, 必须遵守,
    `),
  },
  {
    role: 'measure',
    terms: termList(`
      zielsetzung, zielsetzungen, zielbestimmung, kennzahlen, messgrößen, projektziele, produktziele, erfolgsfaktoren,
      quality goals, definition of success, definición de éxito, definição de sucesso, définition du succès,
      成功の定義, 成功的定义, 성공의 정의, 성공 기준, показатели, показатели успеха, kết quả mong đợi,
    `),
  },
  {
    role: 'context',
    terms: termList(`
      acceptance procedure, acceptance process, inspection and acceptance, acceptance and handover, delivery and acceptance,
      procedimiento de recepción, procedimiento de aceptación, recepción de los trabajos, procedimento de aceitação, procedimento de recebimento,
      recebimento dos serviços, modalités de réception, opérations de vérification, réception des travaux, abnahmeverfahren, durchführung der abnahme,
      порядок приемки, порядок контроля и приемки, порядок сдачи и приемки, контроль и приемка, сдача и приемка работ, quy trình nghiệm thu, nghiệm thu và bàn giao,
      验收方式, 验收流程, 验收程序, 交付与验收, 検収方法, 検収手順, 검수 절차, 검수 방법,
      current process, current practice, current workflow, current solution, current setup, status quo, existing solution,
      existing process, present situation, walkthrough,
      situación actual, proceso actual, flujo principal, flujo de uso, flujo de usuario, recorrido del usuario,
      situação atual, processo atual, fluxo principal, fluxo de uso,
      l'existant, situation actuelle, processus actuel, parcours type, parcours principal,
      ausgangslage, ausgangssituation, ist zustand, ist situation, ist analyse, ist aufnahme, istzustand, ist stand, bestehendes system,
      produkteinsatz, einsatzbereich, anwendungsbereich, betriebsumgebung, systemumgebung, produktumgebung, benutzerablauf,
      nutzergruppen, benutzergruppen, projektplan, terminplan, projektorganisation, ansprechpartner, lieferbedingungen, auftraggeber, auftragnehmer,
      текущая ситуация, текущее состояние, текущий процесс, существующая система, путь пользователя, основной сценарий,
      основной путь, календарный план, график работ,
      hiện trạng, quy trình hiện tại, hệ thống hiện tại, luồng sử dụng, luồng sử dụng chính, luồng chính, luồng người dùng,
      pilot plan, calendario del piloto, calendario de implantación,
      calendário do piloto, calendrier du pilote, calendrier du projet, пилотный график, график пилота, график внедрения, lịch thí điểm, 试点计划, 试点安排, 試行スケジュール, 시범 일정,
      hành trình người dùng, tiến độ, kế hoạch thực hiện,
      目前的做法, 当前流程, 当前做法, 现有流程, 使用流程, 主要流程, 典型流程, 进度安排, 时间安排, 人员安排,
      現在の運用, 現行業務, 現行システム, 業務の流れ, 利用の流れ, 利用フロー, 進め方とスケジュール,
      현재 상황, 현황, 현재 업무 방식, 현행 업무, 이용 흐름, 주요 흐름, 추진 일정,
    `),
  },
  {
    role: 'detail',
    terms: termList(`
      tl dr, tldr, abstract, in short, in brief, antecedentes, en breve, en resumen, resumo, em resumo, résumé, en bref,
      zusammenfassung, kurzfassung, problemstellung, kontext, kurzbeschreibung, projektbeschreibung, produktbeschreibung,
      veranlassung, кратко, коротко, предыстория, краткое описание, tóm tắt, 摘要, 要約, まとめ, 요약, 한 줄 요약, 문제, 문제점,
      notes techniques, technische hinweise, technische notizen, aufgabenstellung,
    `),
  },
  {
    role: 'design',
    terms: termList(`
      technical sketch, technical notes and sketch, solution sketch, analytics events, tracking plan, event tracking,
      how we build it, how we will build it, como lo construimos, como vamos a construirlo, cómo lo construimos, como vamos fazer a parte técnica,
      technische umsetzung, umsetzung, technische skizze, technologien, systemarchitektur, technisches konzept,
      technische architektur, technische lösung, oberfläche, benutzeroberfläche, bildschirme, masken, schnittstellen,
      datenhaltung,
      техническое решение, реализация, техническая реализация, технический стек, макеты, эскизы, события аналитики,
      giải pháp kỹ thuật, kiến trúc kỹ thuật, cơ sở hạ tầng, sự kiện phân tích,
      技术实现方案, 接口说明, 接口定义, 接口列表, 埋点, 埋点设计, 原型, 原型图, 线框图,
      技術方式, 画面イメージ, 画面案, インターフェース設計, api 一覧, ワイヤーフレーム, 実装方針,
      block diagram, block diagrams, wiring diagram, circuit diagram, schematics, diagrama de bloques, esquema eléctrico, diagrama de blocos, esquema elétrico, schéma bloc, schéma fonctionnel,
      schéma électrique, blockdiagramm, blockschaltbild, schaltplan, блок схема, структурная схема, электрическая схема, sơ đồ khối, sơ đồ mạch, 框图, 系统框图, 电路图, ブロック図, 回路図, 配線図, 블록도, 회로도,
      기술 구현, 구현 방법, 와이어프레임, api 초안, api 목록, 화면 시안, 인터페이스 설계,
    `),
  },
  {
    role: 'annex',
    terms: termList(`
      anhang, begriffe, begriffsbestimmungen, begriffsdefinitionen, abkürzungen, abkürzungsverzeichnis,
      terms and definitions, términos y definiciones, termos e definições, termes et définitions, tài liệu đính kèm, 添付資料,
    `),
  },
  {
    role: 'acceptance',
    terms: termList(`
      done means, how we accept it, when is it done, when are we done, cuándo está hecho, quando está pronto, wann ist es fertig,
    `),
  },
  // Italian is no language of this product; a few headings keep the rest of such a document from being misread.
  { role: 'constraints', terms: termList(`vincoli`) },
  { role: 'measure', terms: termList(`obiettivi, metriche, indicatori`) },
  { role: 'aside', terms: termList(`rischi, domande aperte`) },
  { role: 'excluded', terms: termList(`cosa non facciamo, fuori ambito, non obiettivi`) },
];
