// Draws media/icon.png (128 x 128): a document whose lines end in a check mark. Shapes are distance functions, so the
// script needs no graphics library. Use: node scripts/draw-icon.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { rootDir } from './vscode/cache.mjs';

const size = 128;
const samples = 4;

/** @typedef {readonly [number, number, number]} Colour */
/** @typedef {(x: number, y: number) => number} Shape distance to the edge in pixels, negative inside */

/** @type {(x: number, y: number, width: number, height: number, radius: number) => Shape} */
const box = (left, top, width, height, radius) => (x, y) => {
  const dx = Math.abs(x - left - width / 2) - width / 2 + radius;
  const dy = Math.abs(y - top - height / 2) - height / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
};

/** @type {(points: readonly (readonly [number, number])[], width: number) => Shape} */
const stroke = (points, width) => (x, y) => {
  let nearest = Infinity;
  for (let index = 1; index < points.length; index++) {
    const [ax, ay] = points[index - 1] ?? [0, 0];
    const [bx, by] = points[index] ?? [0, 0];
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const at = Math.min(Math.max(along, 0), 1);
    nearest = Math.min(nearest, Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay)));
  }
  return nearest - width / 2;
};

/** @type {(radius: number, x: number, y: number) => Shape} */
const disc = (radius, centreX, centreY) => (x, y) => Math.hypot(x - centreX, y - centreY) - radius;

/** Painted in order. @type {readonly { shape: Shape, colour: Colour }[]} */
const layers = [
  { shape: box(4, 4, 120, 120, 26), colour: [19, 41, 61] },
  { shape: box(30, 20, 60, 84, 8), colour: [241, 245, 249] },
  { shape: box(40, 33, 28, 7, 3.5), colour: [0, 100, 148] },
  { shape: box(40, 49, 40, 5, 2.5), colour: [148, 163, 184] },
  { shape: box(40, 61, 40, 5, 2.5), colour: [148, 163, 184] },
  { shape: box(40, 73, 26, 5, 2.5), colour: [148, 163, 184] },
  { shape: disc(26, 86, 88), colour: [19, 41, 61] },
  { shape: disc(21, 86, 88), colour: [27, 152, 224] },
  {
    shape: stroke(
      [
        [76, 89],
        [83.5, 96.5],
        [97, 81],
      ],
      6,
    ),
    colour: [255, 255, 255],
  },
];

/** Colour and opacity at one point. @param {number} x @param {number} y @returns {readonly [number, number, number, number]} */
function paint(x, y) {
  const top = layers.findLast(({ shape }) => shape(x, y) <= 0);
  return top === undefined ? [0, 0, 0, 0] : [...top.colour, 255];
}

/** @param {number} column @param {number} row */
function pixel(column, row) {
  /** @type {[number, number, number, number]} */
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < samples ** 2; sample++) {
    const x = column + ((sample % samples) + 0.5) / samples;
    const y = row + (Math.floor(sample / samples) + 0.5) / samples;
    const [red, green, blue, opacity] = paint(x, y);
    sum[0] += red * opacity;
    sum[1] += green * opacity;
    sum[2] += blue * opacity;
    sum[3] += opacity;
  }
  const weight = sum[3] || 1;
  return [sum[0] / weight, sum[1] / weight, sum[2] / weight, sum[3] / samples ** 2].map(Math.round);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
const rows = Array.from({ length: size }, (_, row) => [
  0,
  ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat(),
]);
writeFileSync(
  join(rootDir, 'media', 'icon.png'),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
