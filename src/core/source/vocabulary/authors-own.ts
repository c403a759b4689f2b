/**
 * How a paragraph opens that demands nothing: it tells what its authors did and think, of the text around it, or of how things
 * are today.
 */

/** "Pensamos mucho en si ...", "On s'est demandé ...": languages that need no word for "we", and talk that is told. */
const weighed =
  /^(?:(?:lo |no |aún |ya |ainda |já )?(?:pensamos|decidimos|hablamos|vimos|probamos|creemos|discutimos|consideramos|dudamos|debatimos|descartamos|conversamos|falamos|achamos|testamos|avaliamos|preferimos)|on (?:s['’]est|a (?:pensé|hésité|discuté|décidé|parlé|envisagé|regardé|essayé|testé))|(?:diskutiert|überlegt|besprochen|erwogen) wurden?|(?:обсуждали|обсудили|решили|думали|спорили|рассматривали)|(?:大家|会上|之前)?(?:讨论|商量|考虑)(?:过|了))(?![\p{Ll}])/iu;

/** "This is the list Engineering signed up to", "most of what follows": a paragraph on the text around it. */
const onText =
  /^(?:(?:this|that|these|those|below|here) (?:is|are) (?:the|our|a|an|all|what|why|how)|(?:dies|das|hier) (?:ist|sind) (?:die|der|das|unsere?|eine?)|(?:voici|ceci est|ce sont)|(?:est[ea]s?|estos) (?:es|son) (?:el|la|los|las|un|una|nuestr)|a continuación|(?:est[ea]s?) (?:é|são) (?:o|a|os|as|um|uma|noss)|a seguir|это (?:список|перечень)|ниже|dưới đây|sau đây)(?!\p{L})|^(?:下面|下列|这是|これは|次の|다음은|아래는)|(?<!\p{L})(?:what follows|rest of (?:this|the) (?:section|page|document|pitch|text|readme|file|issue|ticket|brief|note|post|mail|article)|was folgt|ce qui suit|lo que sigue|o que segue)(?!\p{L})/iu;

/** "Today a nurse writes to forty people": how things are, which nobody demands. What is shown "currently" may be demanded. */
export const asItStands =
  /^(?:(?:today|currently|at present|at the moment|nowadays|as of today|until (?:now|today)|so far|in the past|heute|derzeit|zurzeit|bislang|bisher|früher|bis (?:heute|jetzt)|hoy(?: en día| por hoy)?|actualmente|hasta (?:ahora|hoy)|hoje(?: em dia)?|atualmente|até (?:agora|hoje)|aujourd['’]hui|actuellement|jusqu['’](?:ici|à présent)|сейчас|сегодня|раньше|до сих пор|на данный момент|hiện nay|hiện tại|trước đây)(?=[\s,])|(?:.{0,8}?(?:目前|此前|以前|之前)|现在|现状|現在は|現状|これまで|従来|지금은|현재는|지금까지|기존에는))/iu;

/** "We went back and forth", "Note: ...". */
const authorsOwn =
  /^(?:we|i|this (?:section|chapter|document|list)|the following|note|wir|ich|hinweis|anmerkung|dieser abschnitt|folgende|nous|ce chapitre|cette section|note|remarque|nota|este (?:apartado|documento|capítulo)|esta (?:sección|seção)|este (?:item|capítulo)|nós|мы|примечание|в этом разделе|chúng tôi|ghi chú|phần này|我们|本节|本章|注|以下|本章では|ここでは|以下|우리|이 장|참고)(?![\p{Ll}])/iu;

/** "We must not use the word", "Wir müssen ...": authors that bind themselves. What they must decide or find out is work. */
const bindsAuthors =
  /^(?:(?:we|i) (?:must not|mustn['’]t|may not|shall not|are not (?:allowed|permitted) to|(?:must|shall|are (?:required|obliged) to) (?!not|also|first|still|be |decide|find|ask|check|agree|discuss|talk|clarify|understand|learn|know|wait|test|ship|start|finish|think|choose|see|say|assume|make sure|plan|prepare|get|do|remember|admit|look|move|hurry|work))|wir (?:dürfen (?:[^.]{0,80}\s)?(?:nicht|kein\p{L}*|nur)|sind verpflichtet)|nous (?:ne (?:devons|pouvons) (?:pas|jamais)|sommes tenus)|nós não (?:podemos|devemos)|мы (?:не (?:можем|должны|имеем права)|обязаны)|chúng tôi không được|我们(?:不能|不得|不可以?|必须)|우리는 .{0,60}(?:안 된다|수 없다))(?!\p{Ll})/iu;

/** A paragraph in brackets as a whole, behind the sign of a note, or labelled as what one person says of the text. */
const remarks: readonly RegExp[] = [
  /^[(（][^()（）]{10,}[)）][.。]?$/u,
  /^※/u,
  /^(?:Remarks?|Comments?|Note|Anmerkung|Bemerkung|Kommentar|Hinweis|Comentario|Observación|Nota|Comentário|Observação|Remarque|Commentaire|Замечание|Комментарий|Примечание|Nhận xét|Ghi chú|Bình luận)\s(?:(?:by|from|of|von|vom|der|des|de|del|da|do|du|d['’]|от|của)\s)?\p{Lu}[^:：]{0,40}[:：]/u,
  /^[^\s:：，。、]{1,12}(?:的|の|의 ?)(?:意见|意見|评论|備注|备注|コメント|指摘|의견|코멘트)[:：]/u,
];

/** Whether a paragraph as a whole is a remark on what stands around it. */
export function isRemark(text: string): boolean {
  return remarks.some((remark) => remark.test(text));
}

/** Whether a paragraph is of that kind. */
export function speaksOfItself(text: string): boolean {
  if (bindsAuthors.test(text)) return false;
  return [authorsOwn, weighed, onText, asItStands].some((own) => own.test(text));
}
