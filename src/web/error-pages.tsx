/** Turns refusals and faults into pages, or into JSON for machines. Faults are logged here, once. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { paths } from '../paths.ts'
import { PageLayout } from '../ui/page-layout.tsx'
import { TooMany } from './limits.ts'
import { isUnread } from './security.ts'
import { sendPage, wantsJson } from './send-page.ts'
import { SignedOut } from './sessions.ts'
import { StepUpNeeded } from './step-up.ts'

interface Refusal {
  readonly status: number
  readonly title: string
  readonly message: string
  readonly next?: { readonly href: string; readonly text: string } | undefined
}

export function setUpErrorPages(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => refuse(request, reply, notFound))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof SignedOut && request.method === 'GET') {
      return reply.redirect(signInAddress(request), 303)
    }
    if (error instanceof StepUpNeeded) return reply.redirect(paths.confirmItIsYou(error.next), 303)
    const refusal = refusalOf(error, request)
    if (refusal.status >= 500 || isOvertaken(error))
      request.log.error({ err: error }, 'request failed')
    return refuse(request, reply, refusal)
  })
}

/** For an address that no route can read: no hook runs for it, so its headers are set here. */
export function refuseAddress(_: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply
    .header('x-request-id', request.id)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
  refuse(request, reply, notFound)
}

const notFound: Refusal = {
  status: 404,
  title: 'Page not found',
  message:
    'If you typed the address, check it. If you followed a link, what it led to may be gone.',
}

function refusalOf(error: FastifyError, request: FastifyRequest): Refusal {
  // Somebody else's record is "not found": a refusal must not tell that it exists.
  if (error instanceof NotFound || error instanceof Forbidden) return notFound
  if (error instanceof Conflict) {
    return { status: 409, title: 'This has changed', message: error.message }
  }
  if (isOvertaken(error)) return overtaken
  if (error instanceof SignedOut || isSessionGone(error)) return signedOut(request)
  if (error instanceof TooMany) return tooMany(error)
  const status = error.statusCode ?? (isUnread(request) ? 400 : 500)
  if (error.code?.startsWith('FST_CSRF')) return staleForm(status)
  if (status === 413) return tooLarge
  if (status >= 400 && status < 500) {
    return {
      status,
      title: 'We could not read that',
      message: 'What was sent is not in a form that this page can read. Go back and try again.',
    }
  }
  return {
    status: 500,
    title: 'Sorry, there is a problem with the service',
    message: 'Nothing was changed. Try again in a few minutes.',
  }
}

/**
 * The second wall refused what the first let through: somebody answered, or a right ended, between the
 * two. Noted all the same, because with nobody else there it is a fault of ours.
 */
function isOvertaken({ code, message }: FastifyError): boolean {
  return code === '42501' && message.startsWith('new row violates row-level security')
}

/** It was ended, in another tab or by hand, while what belongs to it was being sent. */
function isSessionGone(error: FastifyError & { readonly constraint?: string }): boolean {
  return error.code === '23503' && error.constraint?.endsWith('_session_id_fkey') === true
}

const overtaken: Refusal = {
  status: 409,
  title: 'This has changed',
  message:
    'It changed while you were sending this. Nothing was saved. Go back and reload the page.',
}

function signedOut(request: FastifyRequest): Refusal {
  return {
    status: 401,
    title: 'You have been signed out',
    message: 'What you entered was not saved. Sign in again, then go back to the page.',
    next: { href: signInAddress(request), text: 'Sign in' },
  }
}

function staleForm(status: number): Refusal {
  return {
    status,
    title: 'This form has expired',
    message: 'Nothing was saved. Go back, reload the page and send it again.',
  }
}

const tooLarge: Refusal = {
  status: 413,
  title: 'That is too large',
  message: 'The most that this page can take is 1 MB. Nothing was saved.',
}

function tooMany({ seconds }: TooMany): Refusal {
  const minutes = Math.ceil(seconds / 60)
  return {
    status: 429,
    title: 'Too many tries',
    message:
      `This was sent too often from your account or your network. Nothing was saved. ` +
      `Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, go back, and try again.`,
  }
}

function signInAddress(request: FastifyRequest): string {
  const next = request.method === 'GET' ? request.url : (request.headers.referer ?? '')
  const path = next.startsWith('/') ? next : URL.canParse(next) ? new URL(next).pathname : '/'
  return paths.signIn(path)
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, title, message } = refusal
  if (wantsJson(request)) {
    reply.code(status).header('cache-control', 'no-store')
    return reply.send({ error: title, message, requestId: request.id })
  }
  return sendPage(reply, <ErrorPage {...refusal} requestId={request.id} />, status)
}

function ErrorPage({ title, message, next, requestId }: Refusal & { readonly requestId: string }) {
  return (
    <PageLayout title={title} noindex>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{message}</p>
      <p>
        <a href={next?.href ?? paths.home()}>{next?.text ?? 'Go to the start page'}</a>
      </p>
      <p class="nhsuk-hint">If you report this, give this number: {requestId}</p>
    </PageLayout>
  )
}
