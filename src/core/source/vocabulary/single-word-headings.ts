import type { HeadingTerms } from './section-headings';
import { termList } from './term-list';

/** Headings that mean this only where they are the whole heading: "Out" below "Scope", not "Sign out". */
export const singleWordHeadings: readonly HeadingTerms[] = [
  {
    role: 'excluded',
    terms: termList(`
      out, no, not, never, wont, won t, will not, fora, nao, fuera, hors, non, nein, ausserhalb, ngoai,
      planned, someday, вне, 以后, 今後, 나중에, нет, 外, 不含, 제외,
      parked, punted, shelved, tabled, on ice, non scope, next release, next version, next iteration, not this quarter, dropped,
      aparcado, descartado, descartados, siguiente versión, próxima versión, próxima versão, adiado, adiados, descartadas,
      version suivante, prochaine version, écarté, écartés, exclus, reporté,
      später, für später, ausgeschlossen, ausschlüsse, verworfen, nächste version, nächste ausbaustufe, отказались, на будущее,
      следующая версия, следующий релиз, để sau, bản sau, 下一版本, 下一版, 下一期, 下期, 下期规划, 二期, 次期バージョン, 次期, 次のバージョン, 次のフェーズ,
      見送り, 다음 버전, 나중에 할 일,
      next year, nächstes jahr, el año que viene, próximo año, ano que vem, próximo ano, l'année prochaine, l'an prochain, в следующем году, năm sau, 明年, 来年, 来年度, 내년,
    `),
  },
  {
    role: 'design',
    terms: termList(`
      stack, tech stack, platform, platforms, plataforma, plattform, interfaces, external interfaces, look, style,
      技术栈, 平台, 기술 스택, sketch, sketches, tracking, technik, technologie, entwurf, schnittstelle, 接口, 界面,
      インターフェース, 画面イメージ, 기술,
    `),
  },
  {
    role: 'features',
    terms: termList(`
      mechanics, game mechanics, core mechanics, gameplay, commands, modes, game modes, mecanicas, jugabilidad,
      mecanicas de juego, mecanicas do jogo, jouabilite, mecaniques, spielmechanik, механика,
      механики, игровые механики, геймплей, команды, 玩法, 游戏机制, 命令, コマンド, 명령어, 게임 방식,
      functions, needs, demands, expectations, wish list, epics, spec, specification, specifications, behaviour, behavior,
      system must, product must, app must, required, mandatory, must, should, could, optional, muss, soll, kann,
      debe, debería, deberia, podría, opcional, deve, deveria, poderia, doit, devrait, pourrait, optionnel, можно, tùy chọn, 可选, 任意, 선택,
      necesidades, especificaciones, comportamiento, obligatorio, necessidades, especificações, obrigatório, comportamento, funções,
      fonctionnel, obligatoire, comportement, pflicht, bedarf, verhalten, pflichtumfang, потребности, желательно, обязательно,
      спецификация, поведение, bắt buộc, nên có, nhu cầu, hành vi, đặc tả,
      必须有, 必做, 必须, 应该有, 规格, 必須, 推奨, 仕様, 振る舞い, 必要なこと, 필수, 사양, 동작, 필요한 것,
      できるようにしたいこと, できるようにすること,
    `),
  },
  {
    role: 'non-functional',
    terms: termList(`
      quality, qualities, quality expectations, calidad, calidad esperada, qualidade, qualidade esperada, qualite,
      qualites, qualite attendue, qualites attendues, qualitat, качество, chat luong, 质量, 品質, 품질,
    `),
  },
  {
    role: 'constraints',
    terms: termList(`
      wishes, technical wishes, limits, limits and wishes, limits wishes, constraints wishes, ground rules, hard rules,
      guardrails, guard rails, invariants, non negotiables, non negotiable, conditions, deseos, condiciones, limites,
      condicoes, souhaits, conditions, bedingungen, grenzen, пожелания, условия, ограничения пожелания, dieu kien, 条件约束,
      前提と制約, 조건, vorgaben, auflagen,
      必ず守ること, 遵守事項, 守っていただくこと,
    `),
  },
  {
    role: 'context',
    terms: termList(`
      releases, release, versions, steps, stages, delivery, deliveries, money, versiones, entregas, etapas, plazos,
      dinero, versoes, prazos, etapes, livraisons, lots, versionen, lieferungen, schritte, версии, релизы, деньги,
      cac buoc, cac phien ban, cac giai doan, 版本, 步骤, 分期, 分阶段, バージョン, リリース, 手順, 순서, 단계, 버전, 배포,
      contributing, how to contribute, contribution guidelines, contribuir, cómo contribuir, como contribuir, contribuer, mitmachen, mitwirken,
      участие в разработке, đóng góp, 贡献, 参与贡献, 贡献指南, コントリビュート, 기여, 기여하기,
      use environment, environment of use, intended use, entorno de uso, ambiente de uso, environnement d'utilisation, einsatzumgebung, 使用环境, 使用環境, 사용 환경,
      today, now, plan, actions, to do, to dos, todo, todos, follow ups, minutes, participants, comments, feedback, interviews,
      research, links, q a, events, attachments, attachment, adjuntos, вложения, 附件, 添付, 첨부, budget, costs, termine, fristen, kosten, nutzer, anwender, quellen, referenzen, protokoll, freigaben,
      maßnahmen, kommentare, teilnehmer, beteiligte, ablauf, vergütung, acciones, comentarios, participantes, entrevistas,
      enlaces, calendario, hoy, ações, comentários, jornada, calendário, hoje, à faire, commentaires, participants, entretiens,
      liens, calendrier, existant, участники, комментарии, интервью, стоимость, график, сейчас, как сейчас, как есть,
      việc cần làm, phỏng vấn, chi phí, ngân sách, hiện nay, 讨论, 访谈, 问答, 费用, 参加者, インタビュー, コメント, 費用, 予算,
      논의, 인터뷰, 댓글, 예산, 비용, 현황,
      対象者,
    `),
  },
  {
    role: 'measure',
    terms: termList(
      `nutzen, ziele und nutzen, benefits, beneficios, benefícios, bénéfices, выгоды, lợi ích, 收益, 効果, 기대 효과`,
    ),
  },
  {
    role: 'annex',
    terms: termList(`
      terms, annex, annexes, appendix, anexo, anexos, anhang, anlage, anlagen, annexe,
      términos, termos, termes, begriffe, приложение, приложения, phụ lục, 附录, 別紙, 付録, 부록, 별첨,
    `),
  },
  {
    role: 'acceptance',
    terms: termList(`
      criteria, criterios, criterio, criteres, critere, kriterien, tieu chi, checks,
      критерии, 기준, 条件, 标准, 验证点, 検証, 判定基準,
    `),
  },
  {
    role: 'aside',
    terms: termList(`
      worries, worry, fears, misgivings, sorgen, bedenken, befürchtungen, preocupaciones, inquietudes, temores, preocupações, receios,
      inquiétudes, craintes, опасения, lo ngại, điều lo ngại, 顾虑, 担忧, 担心, 心配事, 懸念, 心配, 우려, 우려 사항, 걱정,
    `),
  },
  {
    role: 'aside',
    terms: termList(
      `open, offen, abierto, aberto, ouvert, открыто, 待定, 未決, 미정, pendiente, pendientes, pendente, pendentes, 質問, 質問事項, 질문`,
    ),
  },
  { role: 'scope', terms: termList(`in, dentro, dans, innerhalb, trong, включено`) },
];
