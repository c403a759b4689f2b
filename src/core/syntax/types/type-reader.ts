import type { SyntaxNode } from '@lezer/common';
import { ownValue } from '../../text/own-value';
import { unknownType, type WireType } from '../contract-type';
import { deepestType } from './code-tree';

/** What a type is on the wire, and whether it says that the value may be missing or `null`. */
export interface ReadType {
  readonly type: WireType;
  readonly optional: boolean;
}

export function readType(type: WireType, optional = false): ReadType {
  return { type, optional };
}

/** Types within a type. */
export interface InnerTypes {
  /** Nothing is known of a part that is left out. */
  of(part: SyntaxNode | undefined): WireType;
  /** With whether it may be missing. */
  whole(part: SyntaxNode | undefined): ReadType;
}

/**
 * A reader of types for one grammar. What is nested too deep is not read.
 *
 * @param read reads one node, and with `inner` the types within it
 */
export function typeReader(
  read: (node: SyntaxNode, text: string, inner: InnerTypes) => ReadType,
): (node: SyntaxNode | undefined, text: string) => ReadType {
  const at = (node: SyntaxNode | undefined, text: string, depth: number): ReadType => {
    if (node === undefined || depth > deepestType) return readType(unknownType);
    const whole = (part: SyntaxNode | undefined): ReadType => at(part, text, depth + 1);
    return read(node, text, { whole, of: (part) => whole(part).type });
  };
  return (node, text) => at(node, text, 0);
}

/** Names of a language for what goes over the wire as one value. */
export type PlainTypes = Readonly<Record<string, 'string' | 'number' | 'boolean' | 'any' | 'unknown'>>;

/** A type by its bare name: one value, or what another declaration says. */
export function typeByName(name: string, plain: PlainTypes): WireType {
  const kind = ownValue(plain, name);
  return kind === undefined ? { kind: 'named', name } : { kind };
}
