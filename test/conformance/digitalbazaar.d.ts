type LoadedDocument = {
  readonly contextUrl: null
  readonly documentUrl: string
  readonly document: unknown
}
type DocumentLoader = (address: string) => Promise<LoadedDocument>

declare module '@digitalbazaar/vc' {
  export type Suite = object
  export function issue(options: {
    credential: object
    suite: Suite
    documentLoader: DocumentLoader
    now?: Date
  }): Promise<Record<string, unknown>>
  export function verifyCredential(options: {
    credential: object
    suite: Suite
    documentLoader: DocumentLoader
    now: Date
    checkStatus: () => Promise<{ verified: boolean }>
  }): Promise<{ verified: boolean; error?: unknown }>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: string })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: object): Promise<{ signer(): object }>
}

declare module 'jsonld' {
  const jsonld: {
    toRDF(
      document: object,
      options: {
        documentLoader: DocumentLoader
        base: null
        safe: true
        rdfDirection: 'i18n-datatype'
        format: 'application/n-quads'
      },
    ): Promise<string>
  }
  export default jsonld
}
