import type { FastifyReply } from 'fastify'
import type { OpenedEvidence } from './evidence-actions.ts'

/** Whatever a file turned out to be, it is shown or saved, and never run. */
export function sendEvidenceFile(reply: FastifyReply, { evidence, bytes }: OpenedEvidence) {
  const type = evidence.file?.type ?? 'application/pdf'
  return reply.headers(headersFor(evidence.id, type)).type(type).send(bytes)
}

function headersFor(id: string, type: string): Readonly<Record<string, string>> {
  const picture = type === 'image/jpeg'
  const name = `evidence-${id.slice(0, 8)}.${picture ? 'jpg' : 'pdf'}`
  return {
    'cache-control': 'no-store',
    'content-disposition': `${picture ? 'inline' : 'attachment'}; filename="${name}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
}
