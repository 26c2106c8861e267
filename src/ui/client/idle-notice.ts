/**
 * On a shared computer the server ends a session after ten minutes without a request. Before that
 * somebody is told and can stay, typing counts as use, and afterwards the page leaves the screen.
 */

/** As much of the page as this needs: the server's types know no browser. */
interface Part {
  hidden: boolean
  textContent: string
  type: string
  className: string
  append(...parts: Part[]): void
  addEventListener(event: 'click', listener: () => void): void
  setAttribute(name: string, value: string): void
}
declare const document: {
  querySelector(selector: string): Part | null
  createElement(name: 'p' | 'span' | 'button'): Part
  addEventListener(event: 'input', listener: () => void): void
}
declare const location: { assign(url: string): void }

const minute = 60_000

/** The server may count up to a minute from before the last request. */
const idle = { tell: 7 * minute, leave: 9 * minute }

export function createIdleNotice(): void {
  const place = document.querySelector('[data-shared-computer]')
  if (place === null) return
  let usedAt = Date.now()
  const notice = drawNotice(() => stay())
  place.append(notice.status)

  async function stay(): Promise<void> {
    usedAt = Date.now()
    notice.show(false)
    await fetch('/account', { method: 'HEAD', redirect: 'manual' })
  }
  document.addEventListener('input', () => {
    if (Date.now() - usedAt > minute) void stay()
  })
  setInterval(() => {
    const unused = Date.now() - usedAt
    if (unused >= idle.leave) location.assign('/sign-in')
    else if (unused >= idle.tell) notice.show(true)
  }, 5_000)
}

function drawNotice(stay: () => Promise<void>) {
  const status = document.createElement('p')
  status.className = 'lanyard-shared-computer__told'
  status.setAttribute('role', 'alert')
  const words = document.createElement('span')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'lanyard-shared-computer__stay'
  button.textContent = 'Stay signed in'
  button.hidden = true
  button.addEventListener('click', () => void stay())
  status.append(words, button)
  const show = (shown: boolean) => {
    // Said once: an alert that is written again is read out again.
    if (button.hidden !== shown) return
    words.textContent = shown ? 'We sign you out in 2 minutes. ' : ''
    button.hidden = !shown
  }
  return { status, show }
}
