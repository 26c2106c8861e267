/** The part of a pack that is for others: its list of contents, and the seal of the service over it. */
import type { ServiceSigner } from '../../audit/audit-actions.ts'
import type { ZipEntry } from '../../content/write-zip.ts'
import {
  type Manifest,
  type ManifestSeal,
  packedFile,
  packFormat,
  packNames,
  sealedText,
} from './model/manifest.ts'

export type Contents = Omit<Manifest, 'format' | 'files'>

/** With the files that it lists. */
export function sealPack(
  files: readonly ZipEntry[],
  contents: Contents,
  signer: ServiceSigner,
): readonly ZipEntry[] {
  const manifest: Manifest = {
    format: packFormat,
    ...contents,
    files: files.map(({ name, content }) => packedFile(name, content)),
  }
  const written = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`)
  const seal: ManifestSeal = {
    key: signer.key.id,
    publicKey: signer.key.publicKey.toString('base64url'),
    signature: signer.sign(sealedText(written)).toString('base64url'),
  }
  const sealed = Buffer.from(`${JSON.stringify(seal, undefined, 2)}\n`)
  return [
    ...files,
    { name: packNames.manifest, content: written },
    { name: packNames.seal, content: sealed },
  ]
}
