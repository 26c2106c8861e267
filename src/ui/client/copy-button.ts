/** A button that copies its `data-copy`. It is hidden where script or the clipboard is missing. */

/** As much of the page as this needs: the server's types know no browser. */
interface CopyButton {
  readonly dataset: { readonly copy?: string; readonly copied?: string }
  hidden: boolean
  addEventListener(event: 'click', listener: () => void): void
}
declare const document: {
  querySelectorAll(selector: string): Iterable<CopyButton>
  getElementById(id: string): { textContent: string } | null
}
declare const navigator: { clipboard?: { writeText(text: string): Promise<void> } }

export function createCopyButtons(): void {
  const { clipboard } = navigator
  // Undefined on pages that are not served securely.
  if (clipboard === undefined) return
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      clipboard.writeText(button.dataset.copy ?? '').then(
        () => tell(button, 'Copied'),
        () => tell(button, 'Could not copy. Select the link above and copy it.'),
      )
    })
  }
}

function tell({ dataset }: CopyButton, words: string): void {
  const status = document.getElementById(dataset.copied ?? '')
  if (status !== null) status.textContent = words
}
