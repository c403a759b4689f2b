import { anyOf } from './any-of';

/** Not by whom. */
const byNobody = '(?!\\s+(?:by|von|por|par)\\b)';

/** The label of the date on which a document was made. */
export const createdLabel = anyOf([
  `(?:created|date created|creation date|erstellt|erstellungsdatum|creado|fecha de creación|criado|data de criação|créé|date de création|создан\\p{L}*|ngày tạo)${byNobody}`,
  '创建(?!者|人)|作成(?!者|時|人)|작성(?!자)',
]);

/** The label of the date on which it was changed last. */
export const updatedLabel = anyOf([
  `(?:(?:last[ -])?updated|last[ -](?:modified|changed|revised)|aktualisiert|zuletzt geändert|actualizado|última actualización|atualizado|última atualização|mise? à jour|обновл\\p{L}*|cập nhật)${byNobody}`,
  '更新|수정',
]);
