/** The part that we use of nspell, which brings no types of its own. */
declare module 'nspell' {
  interface Checker {
    correct(word: string): boolean
  }
  export default function nspell(affixes: Uint8Array, dictionary: Uint8Array): Checker
}
