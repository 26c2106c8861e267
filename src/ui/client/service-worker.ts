/**
 * Answers where there is no signal, on the phone of somebody who asked for it: with the copy of their
 * passport, and what that copy names. It keeps nothing itself: the page does, and only what it lists.
 */
import { copyAddress, findKept, findPhone } from './kept.ts'

/** As much of a service worker as this needs. */
interface Asked {
  readonly request: Request
  respondWith(reply: Promise<Response>): void
}
interface Phase {
  waitUntil(done: Promise<unknown>): void
}
declare const self: {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly registration: { unregister(): Promise<boolean> }
  addEventListener(event: 'install' | 'activate', listener: (phase: Phase) => void): void
  addEventListener(event: 'fetch', listener: (asked: Asked) => void): void
}

self.addEventListener('install', (phase) => phase.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (phase) => phase.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (asked) => {
  const { request } = asked
  if (request.method !== 'GET') return
  // The page asked for, by the browser itself.
  if (String(request.mode) === 'navigate') {
    asked.respondWith(fetch(request).catch(showCopy))
  } else if (new URL(request.url).pathname.startsWith('/assets/')) {
    asked.respondWith(findKept(request.url).then((kept) => kept ?? fetch(request)))
  }
})

/** Only while its seven days last: after them nothing is left, this worker neither. */
async function showCopy(): Promise<Response> {
  const copy = (await findPhone()) && (await findKept(copyAddress))
  if (copy !== undefined) return copy
  await self.registration.unregister()
  return Response.error()
}
