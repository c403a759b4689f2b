/** How the line that the engine writes below a spec begins, in each language that a template says it in. */
export const footerStarts: readonly string[] = [
  'Traceability',
  'Rückverfolgbarkeit',
  'Trazabilidad',
  'Rastreabilidade',
  'Traçabilité',
  '可追溯性',
  'トレーサビリティ',
];

/** What follows it: what is verified, or is not. */
export const footerStates: readonly string[] = [
  '(?:not )?(?:verified|shown)',
  '(?:nicht )?geprüft',
  '(?:no )?verificada',
  '(?:não )?verificada',
  '(?:non )?vérifiée',
  '(?:已|未)验证',
  '検証済み|未検証',
];
