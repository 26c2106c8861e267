/** No address leads to a file that is not for everybody: over a real socket, where nothing tidies it first. */
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { testSite } from '../site.ts'
import { askBySocket, bytesOf } from './ask-by-socket.ts'
import { everyDoor } from './every-door.ts'
import { insidesIn } from './insides.ts'

const { app } = await testSite()
await app.listen({ port: 0, host: '127.0.0.1' })
// Of a server that listens on TCP.
const { port } = app.server.address() as AddressInfo

const up = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '%252e%252e%252f', '....//']
const odd = [
  '..;/',
  '.%00./',
  '..%00/',
  '..%c0%af',
  '%c0%ae%c0%ae/',
  '..%ef%bc%8f',
  './../',
  '%2f../',
]
const goals = ['package.json', 'src/main.ts', 'etc/passwd', 'content/people.yaml', '.git/config']
const whole = ['/etc/passwd', '//etc/passwd', '/proc/self/environ', 'file:///etc/passwd', 'C:\\x']

const climbs = [...up, ...odd].flatMap((step) =>
  [1, 3, 9].flatMap((times) => goals.map((goal) => step.repeat(times) + goal)),
)

/** Words of those files. */
const files = /"fast-check"|startServer|root:x:0|createApp|\[core\]|repositoryformatversion|PATH=/

async function faultAt(target: string): Promise<string | undefined> {
  const headers = [
    ['host', 'localhost'],
    ['connection', 'close'],
  ] as const
  const { status, body } = await askBySocket(port, bytesOf({ method: 'GET', target, headers }))
  if (status >= 500 || status === 0) return `${target}: ${status}`
  const shown = files.exec(body)?.[0] ?? insidesIn(body)
  return shown === undefined ? undefined : `${target} shows ${shown}`
}

it('no address climbs out of what is served', async () => {
  const parts = everyDoor(app)
    .filter(({ method, pattern }) => method === 'GET' && /[:*]/.test(pattern))
    .map(({ pattern }) => pattern.replace(/\*$/, ':rest').replace(/:\w+(?=.*:)/g, 'x'))
  const few = climbs.filter((_, at) => at % 24 === 0)
  const targets = [
    ...[...climbs, ...whole].flatMap((climb) => [`/assets/${climb}`, `/${climb}`]),
    ...parts.flatMap((part) =>
      [...few, ...whole].map((climb) => part.replace(/:\w+/, () => climb.replaceAll('/', '%2f'))),
    ),
  ]
  const faults: string[] = []
  const next = targets.values()
  const work = async () => {
    for (const target of next) {
      const fault = await faultAt(target)
      if (fault !== undefined) faults.push(fault)
    }
  }
  await Promise.all(Array.from({ length: 12 }, work))
  console.log(`hostile: ${targets.length} addresses that climb, ${faults.length} got out`)
  expect(faults.slice(0, 20)).toEqual([])
  expect(await faultAt('/health')).toBeUndefined()
}, 120_000)
