/** What a requirement list is labelled, of tasks and components, in lower case. */
export const requirementLabels: readonly string[] = [
  ...['requirements', 'requirement', 'implements'],
  ...['anforderungen', 'anforderung', 'setzt um', 'implementiert', 'erfüllt'],
  ...['requisitos', 'requisito', 'requerimientos', 'implementa', 'satisface', 'atende'],
  ...['exigences', 'exigence', 'réalise', 'implémente'],
  ...['需求', '对应需求', '關聯需求', '关联需求', '实现', '覆盖需求'],
  ...['要件', '要求', '対応要件', '実装する要件'],
  ...['требования', 'требование', '요구사항', '요구 사항', 'yêu cầu'],
];

/** Labels by which a field of a task is known, by its name; lower case. */
export const taskFieldLabels: Readonly<Record<string, readonly string[]>> = {
  implements: [
    ...[
      'requirements',
      'requirement',
      'validates',
      'stories',
      'story',
      'user stories',
      'covers',
      'traces to',
    ],
    ...requirementLabels,
    'couvre',
  ],
  description: [
    ...['beschreibung', 'descripción', 'descrição'],
    ...['描述', '说明', '説明', '설명', 'описание', 'mô tả'],
  ],
  files: [
    ...['files affected', 'affected files', 'file'],
    ...['files to create', 'files to modify', 'files to create/modify'],
    ...['dateien', 'datei', 'archivos', 'arquivos', 'fichiers'],
    ...['文件', '涉及文件', 'ファイル', '対象ファイル', '파일', 'файлы', 'tệp', 'tập tin'],
  ],
  'done condition': [
    ...['done when', 'done-condition', 'definition of done', 'verification', 'acceptance criteria', 'verify'],
    ...['fertig wenn', 'fertig, wenn', 'fertig-bedingung', 'akzeptanzkriterien', 'abnahmekriterien'],
    ...['condición de finalización', 'criterios de aceptación', 'hecho cuando', 'terminado cuando'],
    ...['condição de conclusão', 'critérios de aceitação', 'pronto quando', 'concluído quando'],
    ...['condition de fin', "critères d'acceptation", 'terminé quand', 'fini quand'],
    ...[
      '完成条件',
      '验收标准',
      '验收条件',
      '驗收標準',
      '完了条件',
      '受け入れ条件',
      '受け入れ基準',
      '완료 조건',
      '완료조건',
    ],
    ...['критерий готовности', 'критерии готовности', 'критерии приёмки', 'условие завершения'],
    ...['điều kiện hoàn thành', 'tiêu chí chấp nhận'],
  ],
  dependencies: [
    ...['depends on', 'dependency', 'blocked by', 'requires'],
    ...['abhängigkeiten', 'abhängigkeit', 'abhängig von', 'hängt ab von'],
    ...[
      'dependencias',
      'dependencia',
      'dependências',
      'dependência',
      'depende de',
      'dépendances',
      'dépendance',
      'dépend de',
    ],
    ...['依赖', '依賴', '依赖关系', '依赖项', '依赖任务', '依存', '依存関係', '依存先', '依存タスク'],
    ...['의존성', '의존', 'зависимости', 'зависит от', 'phụ thuộc'],
  ],
  estimate: [
    ...['schätzung', 'aufwand', 'estimación', 'esfuerzo', 'estimativa', 'esforço', 'estimation', 'effort'],
    ...['估算', '预估', '工作量', '見積もり', '見積り', '工数'],
  ],
  status: ['estado', 'situação', 'statut', '状态', 'ステータス', '状態'],
};

/** What a component is labelled that tells of the interfaces it brings, in lower case. */
export const interfaceLabels: readonly string[] = [
  ...['new interfaces', 'new interface', 'interfaces', 'exports', 'exported'],
  ...['neue schnittstellen', 'interfaces nuevas', 'interfaces novas', 'nouvelles interfaces'],
  ...['新接口', '新しいインターフェース'],
];
