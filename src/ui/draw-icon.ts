import { crc32, deflateSync } from 'node:zlib'

/** The application's icon, drawn by us: a card with a clip and a tick. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#0b4f4a"/><rect x="26" y="8" width="12" height="7" rx="2" fill="#fff"/><rect x="15" y="17" width="34" height="38" rx="5" fill="#fff"/><path d="M23 36.5l6.5 6.5L41.5 29" fill="none" stroke="#0b4f4a" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>
`

type Point = readonly [x: number, y: number]

function roundedBox(
  [x, y]: Point,
  left: number,
  top: number,
  width: number,
  height: number,
  r: number,
) {
  const dx = Math.max(Math.abs(x - left - width / 2) - width / 2 + r, 0)
  const dy = Math.max(Math.abs(y - top - height / 2) - height / 2 + r, 0)
  return Math.hypot(dx, dy) - r
}

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}

/** How much of the pixel is white, from 0 to 1, on the same 64 by 64 drawing as the SVG. */
function whiteness(at: Point, pixel: number): number {
  const cover = (distance: number) => Math.min(1, Math.max(0, 0.5 - distance / pixel))
  const clip = cover(roundedBox(at, 26, 8, 12, 7, 2))
  const card = cover(roundedBox(at, 15, 17, 34, 38, 5))
  const tick = Math.min(
    toSegment(at, [23, 36.5], [29.5, 43]),
    toSegment(at, [29.5, 43], [41.5, 29]),
  )
  return Math.max(clip, card) * (1 - cover(tick - 2.5))
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** The icon as a square PNG without transparency, for phones that take no SVG. */
export function drawIcon(size: number): Buffer {
  const pixel = 64 / size
  const rows = Buffer.alloc(size * (size * 3 + 1))
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const white = whiteness([(column + 0.5) * pixel, (row + 0.5) * pixel], pixel)
      const shade = [0x0b, 0x4f, 0x4a].map((tone) => Math.round(tone + (255 - tone) * white))
      rows.set(shade, row * (size * 3 + 1) + 1 + column * 3)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
