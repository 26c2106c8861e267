import type { EvidenceFile } from '../model/evidence.ts'

/** "photo, 120 kB" */
export function fileWords({ type, size }: EvidenceFile): string {
  return `${type === 'image/jpeg' ? 'photo' : 'PDF'}, ${sizeWords(size)}`
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
