import type { Notation } from './parsed-code';

/** What a value is on the wire, as JSON. `unknown` is what the text does not show; nothing can be said against it. */
export type WireType =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'any' | 'unknown' }
  | { readonly kind: 'list' | 'map'; readonly of: WireType }
  | { readonly kind: 'object'; readonly fields: readonly ContractField[] }
  | { readonly kind: 'named'; readonly name: string };

/** One field of a type. Offsets are those of the block's value. */
export interface ContractField {
  /** As it is written on the wire: the JSON tag, the alias, the serde name. */
  readonly name: string;
  readonly type: WireType;
  /** Whether the value may be missing or `null`; `null` where the language leaves that open. */
  readonly optional: boolean | null;
  /** The name in the code. */
  readonly start: number;
  readonly end: number;
  readonly typeText: TypeText;
}

/** A type as written. */
export interface TypeText {
  readonly text: string;
  readonly start: number;
}

/** A type with fields that is, or may be, sent from one side to the other. */
export interface ContractType {
  readonly name: string;
  readonly notation: Notation;
  readonly fields: readonly ContractField[];
  /** Whether it may have more fields than are written here: it embeds, extends or has an index signature. */
  readonly open: boolean;
  /** Whether field names are the names on the wire, or follow the habits of the language. */
  readonly exactNames: boolean;
  /** The name. */
  readonly start: number;
  readonly end: number;
}

/** A name for a type without fields of its own, such as `type Role = 'owner' | 'member'`. */
export interface TypeAlias {
  readonly name: string;
  readonly notation: Notation;
  readonly type: WireType;
  readonly typeText: TypeText;
}

/** A method that is declared without its body. */
export interface Signature {
  /** With the type that has it: `Store.find`. */
  readonly name: string;
  /** From its parameters to the type that it returns. */
  readonly typeText: TypeText;
}

export const unknownType: WireType = { kind: 'unknown' };
