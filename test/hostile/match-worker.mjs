/** Matches one expression against its attacks, and says after each how far it came. A sticky one is tried where it is asked. */
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ source, flags, attacks, length }) => {
  const expression = new RegExp(source, flags)
  for (const { before, again, after } of attacks) {
    parentPort.postMessage({ trying: JSON.stringify([before, again, after]) })
    const text = before + again.repeat(Math.ceil(length / again.length)) + after
    expression.lastIndex = 0
    expression.test(text)
    if (expression.global) text.replace(expression, '')
  }
  parentPort.postMessage({ done: true })
})
