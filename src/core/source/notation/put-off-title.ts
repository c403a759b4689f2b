import { isDeferral } from '../vocabulary/leaving-out';

/** A title and the remark in brackets that it ends with. */
const withRemark = /^([^()（）]*)[（(]\s*([^()（）]{2,80})[)）]\s*$/u;

/** Longest title that is looked at, in characters: a longer one is a sentence. */
const longest = 120;

/** A title without the remark that puts off what it names ("Export (future)", "자동이체 (보류)"); `null` where it has none. */
export function titlePutOff(title: string): string | null {
  const [, named, remark] = title.length > longest ? [] : (withRemark.exec(title) ?? []);
  return named !== undefined && remark !== undefined && isDeferral(remark) ? named.trim() : null;
}
