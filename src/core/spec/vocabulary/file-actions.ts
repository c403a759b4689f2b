import { anyOf } from './any-of';

/** `new_column` is no word for something new. */
const letters = '\\p{L}\\p{N}_';

/** Words for what is done to a file, by action. */
export const fileActionWords = {
  create: anyOf(
    [
      'create[sd]?|new|add(?:s|ed)?|creates?|crear|crea|nuevos?|nuevas?|criar|cria|novos?|novas?|créer|nouveaux?|nouvelles?|nouveau|neue?[rns]?|anlegen|erstellen|создать|новы[йе]|tạo|mới',
      'angelegt|erstellt|hinzufügen|añadir|agregar|creado|adicionar|criado|ajouter|créé',
      '新增|新建|创建(?!者|人|时间)|添加|新規|新しい|作成(?!者|時|日)|追加|생성|신규|추가',
    ],
    'anywhere',
    letters,
  ),
  modify: anyOf(
    [
      'modif(?:y|ies|ied)|chang(?:e|es|ed)|updat(?:e|es|ed)|edit(?:s|ed)?|extend(?:s|ed)?|existing|modificar|modifica|actualizar|atualizar|alterar|modifier|mettre à jour|ändern|geändert|anpassen|изменить|обновить|sửa|cập nhật',
      'geänderte[nrs]?|änderung(?:en)?|aktualisiert|vorhandene[nrs]?|erweitern|cambiar|cambios?|modificad[oa]s?|actualización|existentes?|mudar|mudanças?|alterad[oa]s?|atualização|modifiée?s?|changements?|existants?',
      '修改|更新|变更|现有|変更|修正|既存|수정|변경',
    ],
    'anywhere',
    letters,
  ),
  delete: anyOf(
    [
      'delet(?:e|es|ed)|remov(?:e|es|ed)|eliminar|excluir|remover|supprimer|löschen|entfernen|удалить|xóa',
      '删除|移除|削除|삭제',
    ],
    'anywhere',
    letters,
  ),
} as const;
