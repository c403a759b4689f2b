/**
 * How a paragraph opens that demands nothing: it tells what its authors did and think, of the text around it, or of how things
 * are today.
 */

/** "Pensamos mucho en si ...", "On s'est demandé ...": languages that need no word for "we", and talk that is told. */
const weighed =
  /^(?:(?:lo |no |aún |ya |ainda |já )?(?:pensamos|decidimos|hablamos|vimos|probamos|creemos|discutimos|consideramos|dudamos|debatimos|descartamos|conversamos|falamos|achamos|testamos|avaliamos|preferimos)|on (?:s['’]est|a (?:pensé|hésité|discuté|décidé|parlé|envisagé|regardé|essayé|testé))|(?:diskutiert|überlegt|besprochen|erwogen) wurden?|(?:обсуждали|обсудили|решили|думали|спорили|рассматривали)|(?:大家|会上|之前)?(?:讨论|商量|考虑)(?:过|了))(?![\p{Ll}])/iu;

/** "This is the list Engineering signed up to", "most of what follows": a paragraph on the text around it. */
const onText =
  /^(?:(?:this|that|these|those|below|here) (?:is|are) (?:the|our|a|an|all|what|why|how)|(?:dies|das|hier) (?:ist|sind) (?:die|der|das|unsere?|eine?)|(?:voici|ceci est|ce sont)|(?:est[ea]s?|estos) (?:es|son) (?:el|la|los|las|un|una|nuestr)|a continuación|(?:est[ea]s?) (?:é|são) (?:o|a|os|as|um|uma|noss)|a seguir|это (?:список|перечень)|ниже|dưới đây|sau đây)(?!\p{L})|^(?:下面|下列|这是|これは|次の|다음은|아래는)|(?<!\p{L})(?:what follows|rest of (?:this|the) (?:section|page|document|pitch|text)|was folgt|ce qui suit|lo que sigue|o que segue)(?!\p{L})/iu;

/** "Today a nurse writes to forty people": how things are, which nobody demands. What is shown "currently" may be demanded. */
export const asItStands =
  /^(?:(?:today|currently|at present|at the moment|nowadays|as of today|until (?:now|today)|so far|in the past|heute|derzeit|zurzeit|bislang|bisher|früher|bis (?:heute|jetzt)|hoy(?: en día| por hoy)?|actualmente|hasta (?:ahora|hoy)|hoje(?: em dia)?|atualmente|até (?:agora|hoje)|aujourd['’]hui|actuellement|jusqu['’](?:ici|à présent)|сейчас|сегодня|раньше|до сих пор|на данный момент|hiện nay|hiện tại|trước đây)(?=[\s,])|(?:.{0,8}?(?:目前|此前|以前|之前)|现在|现状|現在は|現状|これまで|従来|지금은|현재는|지금까지|기존에는))/iu;

/** "We went back and forth", "Note: ...". */
const authorsOwn =
  /^(?:we|i|this (?:section|chapter|document|list)|the following|note|wir|ich|hinweis|anmerkung|dieser abschnitt|folgende|nous|ce chapitre|cette section|note|remarque|nota|este (?:apartado|documento|capítulo)|esta (?:sección|seção)|este (?:item|capítulo)|nós|мы|примечание|в этом разделе|chúng tôi|ghi chú|phần này|我们|本节|本章|注|以下|本章では|ここでは|以下|우리|이 장|참고)(?![\p{Ll}])/iu;

/** Whether a paragraph is of that kind. */
export function speaksOfItself(text: string): boolean {
  return [authorsOwn, weighed, onText, asItStands].some((own) => own.test(text));
}
