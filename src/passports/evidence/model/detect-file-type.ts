/** What a file is by its first bytes, whatever its name says. */

export type Detected = 'pdf' | 'jpeg' | 'png' | 'heic' | 'empty' | 'other'

export function detectFileType(bytes: Uint8Array): Detected {
  if (bytes.length === 0) return 'empty'
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('%PDF-')) return 'pdf'
  // ISO 14496-12: a box of a size, called ftyp, and then the brand.
  if (/^....ftyp(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif)/s.test(head)) return 'heic'
  return 'other'
}
