import type { FastifyReply } from 'fastify'

/** `name` without its ending. */
export function sendWordFile(reply: FastifyReply, file: Buffer, name: string): FastifyReply {
  return reply
    .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    .header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}.docx"`)
    .send(file)
}
