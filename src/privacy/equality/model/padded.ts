/** Answers as bytes that do not tell by their length how many there are. */

/** More than all answers of any nation take. */
const block = 2048
const lengthBytes = 4

export function pad(text: string): Buffer {
  const bytes = Buffer.from(text)
  const padded = Buffer.alloc(Math.ceil((bytes.length + lengthBytes) / block) * block)
  padded.writeUInt32BE(bytes.length)
  bytes.copy(padded, lengthBytes)
  return padded
}

export function unpad(padded: Buffer): string {
  const end = lengthBytes + padded.readUInt32BE()
  return padded.subarray(lengthBytes, end).toString()
}
