import type { HeadingTerms } from './section-headings';
import { termList } from './term-list';

/**
 * Headings of what comes along with requirements where notes of a meeting, an issue or a page that many edit is the PRD:
 * who does what until when, what was said, what nobody knows yet. Words that may name a feature as well are `context`:
 * below features they do.
 */
export const meetingHeadings: readonly HeadingTerms[] = [
  {
    role: 'aside',
    terms: termList(`
      notes from the meeting, minutes of the meeting, ideas parking lot, idea parking lot, parking lot for ideas, idea pool,
      watch out, watch out for, watch outs, stolperfallen, fallstricke, pièges, ojo con, cuidado con, cuidado com, подводные камни,
      banco de ideas, banco de ideias, caixa de ideias, boîte à idées, ideenspeicher, ideensammlung, банк идей, копилка идей,
      kho ý tưởng, 点子库, 想法池, アイデア置き場, 아이디어 창고,
      review comments, review notes, open topics, open ends, loose ends, unknowns, open issues, to be clarified,
      frequently asked questions, press release, retrospective, prior art, further reading, what could go wrong,
      what worries us, research findings, what we heard, quotes from interviews, customer interviews,
      what we decided, decisions so far, how we test it, how we test, how it is tested, decision record, sign off,
      tareas pendientes, temas abiertos, puntos abiertos, cuestiones abiertas, por aclarar, notas de la reunión, acta de la reunión,
      comunicado de prensa, qué puede salir mal, trazabilidad,
      itens de ação, pendências, pontos em aberto, a esclarecer, notas da reunião, ata da reunião, comunicado de imprensa,
      o que pode dar errado, rastreabilidade,
      points à clarifier, sujets ouverts, compte rendu, compte rendu de réunion, communiqué de presse, plan d'action,
      ce qui peut mal tourner, traçabilité,
      zu klären, noch zu klären, offene themen, besprechungsnotizen, sitzungsprotokoll, pressemitteilung,
      was schiefgehen kann, nachverfolgbarkeit, rückverfolgbarkeit, prüffälle, testfälle, testfall, testkonzept, teststrategie,
      änderungshistorie, änderungsverzeichnis, änderungsnachweis, dokumenthistorie, versionshistorie, mitgeltende unterlagen,
      mitgeltende dokumente, entscheidungen, getroffene entscheidungen, risiken, abhängigkeiten,
      häufige fragen, inhaltsverzeichnis,
      протокол встречи, поручения, что неясно, что пока неясно, пресс релиз, частые вопросы, вопросы и ответы,
      biên bản họp, những điều chưa rõ, chưa rõ, câu hỏi thường gặp,
      遗留问题, 新闻稿, 常见问答, 未知问题, 不清楚的问题, 评审意见, 决议,
      打ち合わせメモ, よくある質問, プレスリリース, 未定事項, 不明点,
      회의 메모, 자주 묻는 질문, 보도자료, 확인이 필요한 사항, 확인 필요 사항,
    `),
  },
  {
    role: 'context',
    terms: termList(`
      what hurts, where it hurts, wo es hakt, wo es klemmt, was wehtut, ce qui coince, lo que duele, o que dói, что болит,
      action items, action points, meeting notes, meeting minutes, attendees, concerns, asistentes, 会议纪要, 会议记录, 行动项, 待办事项,
      アクションアイテム, 議事録, 議事メモ, 액션 아이템, 회의록,
      follow up items, discussion, discussions, user interviews, customer faq, internal faq, discusión, discussão,
      diskussion, обсуждение, thảo luận, người tham dự, 讨论记录, 参会人员, 与会人员, 用户访谈, ディスカッション, 논의 내용, 참석자,
    `),
  },
];
