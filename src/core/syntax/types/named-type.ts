import { unknownType, type WireType } from '../contract-type';
import { splitTopLevel } from './bracketed';
import { deepestType } from './code-tree';

/** How a language without a grammar of its own here names what goes over the wire. */
export interface TypeNames {
  readonly kinds: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'any' | 'unknown'>>;
  readonly lists: RegExp;
  readonly maps: RegExp;
  /** Names of what only says that its argument may be missing. */
  readonly wrappers: RegExp;
}

/** Reads a type of names with arguments in angle brackets: `List<Invite>`, `Dictionary<string, int>`, `Guid?`. */
export function namedType(written: string, names: TypeNames, depth = 0): WireType {
  const text = written.trim().replace(/\?$/u, '');
  if (depth > deepestType) return unknownType;
  const of = (part: string | undefined): WireType => namedType(part ?? '', names, depth + 1);
  if (text === 'byte[]') return { kind: 'string' };
  if (text.endsWith('[]')) return { kind: 'list', of: of(text.slice(0, -2)) };
  const [, name = text, inner] = /^([\w.]+)<(.*)>$/su.exec(text) ?? [];
  const last = name.split('.').at(-1) ?? name;
  if (inner === undefined) {
    const kind = Object.hasOwn(names.kinds, last) ? names.kinds[last] : undefined;
    if (kind !== undefined) return { kind };
    return /^\w+$/u.test(last) ? { kind: 'named', name: last } : unknownType;
  }
  const parts = splitTopLevel(inner, 0).map((part) => part.text);
  if (names.lists.test(last)) return { kind: 'list', of: of(parts[0]) };
  if (names.maps.test(last)) return { kind: 'map', of: of(parts[1]) };
  return names.wrappers.test(last) ? of(parts[0]) : unknownType;
}
