/** A picture is made anew from its pixels: nothing else of what was sent is kept. */
import { mostPixels } from './model/evidence.ts'

/** Large enough to read a certificate by. */
const longestSide = 2400

export async function renewPicture(
  bytes: Uint8Array,
): Promise<{ readonly bytes: Buffer } | { readonly refused: 'broken' | 'too-many-pixels' }> {
  // Loaded with the first picture: few who start the service need it.
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, {
      ...{ failOn: 'error', limitInputPixels: mostPixels, limitInputChannels: 4 },
      ...{ pages: 1, sequentialRead: true },
    })
    const { width = 0, height = 0 } = await picture.metadata()
    if (width * height > mostPixels) return { refused: 'too-many-pixels' }
    const renewed = await picture
      .timeout({ seconds: 30 })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82 })
      .toBuffer()
    return { bytes: renewed }
  } catch (error) {
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message)
    return { refused: tooLarge ? 'too-many-pixels' : 'broken' }
  }
}
