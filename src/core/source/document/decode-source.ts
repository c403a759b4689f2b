import { feedLines } from '../../text/feed-lines';
import { SourceError } from './source-error';

/** Largest source that is read, in bytes. */
export const maxSourceBytes = 5 * 1024 * 1024;

/** First bytes of formats that people mistake for text documents. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, and with it .docx and .odt
  [0xd0, 0xcf, 0x11, 0xe0], // .doc
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x1f, 0x8b], // gzip
];

/** How much of the file is looked at to tell text from binary. */
const sampleBytes = 8192;

/**
 * Text of a document as UTF-8 (or UTF-16 where a byte order mark says so), byte order mark removed. Invalid
 * sequences become U+FFFD, returns that end a line by themselves line feeds.
 *
 * @throws SourceError `empty`, `binary` or `too-large`
 */
export function decodeSource(path: string, bytes: Uint8Array): string {
  return feedLines(decodeAsWritten(path, bytes).replace(/^\uFEFF/u, ''));
}

/**
 * The same with the returns and the byte order mark of UTF-8 that the file has, for what is to be written back.
 *
 * @throws SourceError `empty`, `binary` or `too-large`
 */
export function decodeAsWritten(path: string, bytes: Uint8Array): string {
  if (bytes.length > maxSourceBytes)
    throw new SourceError(
      'too-large',
      `${path} is larger than 5 MB. Split it, or copy the part to specify into a file of its own.`,
    );
  const text = decode(path, bytes);
  if (text.trim() === '')
    throw new SourceError(
      'empty',
      `${path} is empty. Write the requirements into it, or choose another file.`,
    );
  return text;
}

function decode(path: string, bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, sampleBytes);
  if (
    signatures.some((signature) => signature.every((byte, at) => sample[at] === byte)) ||
    sample.includes(0)
  )
    throw new SourceError(
      'binary',
      `${path} is not a text document. Export it as Markdown or plain text and choose that file.`,
    );
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
