/** A placeholder of any kind outside of quotes. */
const placeholder = /\.{3}|…|\{\{|\$\{|<[\p{L}_][^<>\n]{0,80}>/u;
const comment = /(?:^|[\s,{[(])(?:\/\/|\/\*|#)/mu;
const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gu;

/** Whether a sample leaves parts out: `...`, `{{name}}`, `<name>` outside of strings. */
export function isElided(text: string): boolean {
  return placeholder.test(withoutStrings(text));
}

/** Whether it has comments, in a notation that allows none. */
export function hasComments(text: string): boolean {
  return comment.test(withoutStrings(text));
}

function withoutStrings(text: string): string {
  return text.replace(quoted, '""');
}
