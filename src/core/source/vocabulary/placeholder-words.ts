/** Marks that something is still to be said, wherever they stand in a statement; upper case where words have case. */
export const undecided =
  /(?<![\p{L}\p{N}_-])(?:TBD|TBA|TBC|TODO|FIXME|XXX)(?![\p{L}\p{N}_-])|(?<![\p{L}\p{N}])(?:to be (?:defined|determined|decided|confirmed|specified)|por definir|a definir|à définir|à préciser|noch zu klären|noch offen|уточняется|будет определено|chưa xác định|cần làm rõ)(?![\p{L}\p{N}])|待定|待补充|待确认|未定(?!义|義)|要検討|미정|추후 결정/gu;

/** What spec-kit and others write where the author could not know. */
export const needsClarification =
  /\[?(?:NEEDS?[ -]CLARIFICATION|CLARIFICATION NEEDED|需要澄清|待澄清|要確認|확인 필요)(?:[:：][^\]\n]{0,300})?\]|\[(?:NEEDS?[ -]CLARIFICATION)[^\]\n]{0,300}\]/gu;

/** Words by which bracketed text shows that a template left it there. */
export const templateWords =
  /^(?:your|insert|describe|add|enter|specify|fill|brief|specific|measurable|example|placeholder)\b|\b(?:e\.g\.|placeholder|goes here|title|name|description|capability|outcome|initial state|action|persona|role|benefit|goal|feature|key (?:entity|interaction))\b|^(?:填写|请填写|请输入|在此|描述|名称|标题|示例)|^(?:ここに|記入|説明)|^(?:여기에|입력|설명)|^(?:descreva|insira|describa|inserte|décrire|insérer|beschreib|einfügen|опишите|вставьте|mô tả|nhập)/iu;
