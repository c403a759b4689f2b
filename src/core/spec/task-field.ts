import type { SpecTask, TaskField } from './spec-document';

/** Labels by which a field is known besides its own, in the languages that specs are written in; lower case. */
const otherLabels: Readonly<Record<string, readonly string[]>> = {
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
    ...[
      '需求',
      '对应需求',
      '關聯需求',
      '关联需求',
      '要件',
      '要求',
      '요구사항',
      '요구 사항',
      'requisitos',
      'requerimientos',
    ],
    ...['exigences', 'anforderungen', 'требования', 'требование', 'yêu cầu', 'implementa', 'implementiert'],
  ],
  description: [
    '描述',
    '说明',
    '説明',
    '설명',
    'descripción',
    'descrição',
    'beschreibung',
    'описание',
    'mô tả',
  ],
  files: [
    ...[
      'files affected',
      'affected files',
      'file',
      'files to create',
      'files to modify',
      'files to create/modify',
    ],
    ...[
      '文件',
      '涉及文件',
      'ファイル',
      '파일',
      'archivos',
      'arquivos',
      'fichiers',
      'dateien',
      'файлы',
      'tệp',
      'tập tin',
    ],
  ],
  'done condition': [
    ...['done when', 'done-condition', 'definition of done', 'verification', 'acceptance criteria', 'verify'],
    ...['完成条件', '验收标准', '验收条件', '驗收標準', '完了条件', '受け入れ条件', '완료 조건', '완료조건'],
    ...[
      'condición de finalización',
      'criterios de aceptación',
      'condição de conclusão',
      'critérios de aceitação',
    ],
    ...['condition de fin', "critères d'acceptation", 'fertig wenn', 'fertig, wenn', 'akzeptanzkriterien'],
    ...['критерий готовности', 'критерии готовности', 'критерии приёмки', 'условие завершения'],
    ...['điều kiện hoàn thành', 'tiêu chí chấp nhận'],
  ],
  dependencies: [
    ...[
      'depends on',
      'dependency',
      'blocked by',
      'requires',
      '依赖',
      '依賴',
      '依赖关系',
      '依存',
      '依存関係',
      '의존성',
      '의존',
    ],
    ...[
      'dependencias',
      'depende de',
      'dependências',
      'dépendances',
      'dépend de',
      'abhängigkeiten',
      'abhängig von',
    ],
    ...['зависимости', 'зависит от', 'phụ thuộc'],
  ],
};

/** Requirement ids or criterion numbers and nothing else; ids of tasks are dependencies, `OQ-n` is a gap. */
const requirementIds =
  /^(?!(?:T(?:ASK)?-?|OQ-)\d)(?:[A-Z]{1,8}[A-Z0-9-]*-\d+(?:[.-]\d+)*|\d+\.\d+)(?:\s*[,;、，]\s*(?:[A-Z]{1,8}[A-Z0-9-]*-\d+(?:[.-]\d+)*|\d+(?:\.\d+)*))*$/u;

/** Whether a text consists of requirement ids, at least one: `FR-001, FR-002`, `1.1, 2.3`. */
export function namesRequirements(text: string): boolean {
  return requirementIds.test(text);
}

const taken = new Set(Object.entries(otherLabels).flatMap(([key, others]) => [key, ...others]));

/**
 * Field of a task by its name in lower case (`done condition`), whichever of its labels the task uses. What a task implements
 * is also known by its value, since the label may be in any language (`_需求：1.1, 2.3_`).
 */
export function taskField(task: Pick<SpecTask, 'fields'>, name: string): TaskField | undefined {
  const labels = [name, ...(otherLabels[name] ?? [])];
  const own = labels.map((label) => task.fields.get(label)).find((field) => field !== undefined);
  if (own !== undefined || name !== 'implements') return own;
  return [...task.fields].find(([label, { value }]) => !taken.has(label) && namesRequirements(value))?.[1];
}
