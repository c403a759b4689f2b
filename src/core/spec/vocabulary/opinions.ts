import { anyOf } from './any-of';

/** A part of a sentence that says what somebody thinks of a result. */
export const opinion = anyOf([
  '(?:works?|behaves?|functions?|runs?|performs?|looks?) (?:as|like) (?:expected|intended|designed|specified|it should)',
  'works? (?:correctly|properly|well|fine)|looks? (?:good|right|fine|correct)',
  '(?:code |peer )?reviews? (?:is |are |has )?(?:pass(?:es|ed)?|done|complete[d]?|approved|ok)',
  '(?:is|are) (?:approved|reviewed|accepted|signed off) by',
  '(?:team|reviewer|stakeholder|product owner|everyone|everybody)s? (?:is|are) (?:happy|satisfied)',
  '(?:high|good|clean) (?:code )?quality|production[- ]ready',

  '(?:funktionier|lauf|läuf|arbeite|verhalte?)(?:t|en)? (?:sich )?(?:alle )?(?:wie (?:erwartet|gewünscht|vorgesehen|geplant|beschrieben)|korrekt|richtig|gut|fehlerfrei|einwandfrei)',
  'sieht gut aus|sehen gut aus|(?:code-?)?review (?:ist |wurde )?(?:bestanden|abgeschlossen|erledigt)',
  '(?:ist|sind) (?:abgenommen|geprüft|freigegeben) von|(?:hohe|gute|saubere) (?:code-?)?qualität|produktionsreif',

  '(?:funcionan?|se comportan?|van?) (?:todas? |todos? )?(?:como se (?:espera|esperaba|desea|diseñó)|según lo (?:esperado|previsto)|correctamente|bien|perfectamente)',
  'se ven? bien|(?:la )?revisión (?:de código )?(?:pasa|está (?:aprobada|hecha)|se aprueba|fue aprobada)',
  'está (?:aprobad[oa]|revisad[oa]|aceptad[oa]) por|(?:alta|buena) calidad|list[oa]s? para producción',

  '(?:funcionam?|se comportam?|comporta-se) (?:todas? |todos? )?(?:como (?:o )?(?:esperado|previsto|desejado)|conforme (?:o )?(?:esperado|previsto)|corretamente|bem|perfeitamente)',
  '(?:a )?revisão (?:de código )?(?:passa|passou|está aprovada|foi aprovada)',
  'está (?:aprovad[oa]|revisad[oa]|aceit[oa]) por|(?:alta|boa) qualidade|pront[oa]s? para produção',

  '(?:fonctionne(?:nt)?|se comporte(?:nt)?|marche(?:nt)?) (?:toutes? |tous )?(?:comme (?:prévu|attendu|souhaité|voulu)|correctement|bien|parfaitement)',
  "a l'air bien|(?:la )?(?:revue|relecture) (?:de code )?(?:passe|est (?:passée|approuvée|terminée|validée))",
  'est (?:approuvée?|relue?|acceptée?|validée?) par|(?:haute|bonne) qualité|prête?s? pour la production',

  '(?:按预期|按照预期|如预期|正常|正确)地?(?:工作|运行|显示|使用)|(?:工作|运行|显示|功能)(?:正常|良好|正确)|符合预期',
  '代码(?:评审|审查)(?:已)?通过|(?:质量|代码质量)(?:良好|高)|可以(?:直接)?上线',

  '(?:期待|想定|意図|設計|仕様)(?:どおり|通り)に?(?:動作|動く|動き|機能|表示)|(?:正しく|問題なく|正常に|うまく)(?:動作|動く|動き|機能|表示)',
  '(?:コード)?レビュー(?:が|に|を)?(?:通過|完了|合格|承認)|品質が(?:高い|良い)',
]);

/** Between what has to be true at once. */
export const clauseEnd =
  /[;；\n]|[.,](?=\s)|[、。，]|(?<![\p{L}\p{N}_])(?:and|und|y|e|et)(?![\p{L}\p{N}_])/iu;
