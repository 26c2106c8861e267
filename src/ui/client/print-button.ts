/** A button that prints the page. Without script it is hidden: the browser's own menu prints too. */

interface PrintButton {
  hidden: boolean
  addEventListener(event: 'click', listener: () => void): void
}
declare const document: { querySelectorAll(selector: string): Iterable<PrintButton> }
declare const print: () => void

export function createPrintButtons(): void {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}
