/** Where a fetch for somebody may go: names on the open network, at addresses of it, and their usual door. */
import { promises as dns } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export interface ResolveSettings {
  /** Asked of each address that a name resolves to. */
  readonly allows: (address: string, family: number) => boolean
  /** In place of asking name servers. */
  readonly resolve?: ((hostname: string) => string) | undefined
  /** In place of the system's name servers. */
  readonly nameServers?: readonly string[] | undefined
}

/** Https to a named host: a literal address, or a name inside one's own network, is never asked. */
export function mayAsk(url: URL, port = 443): boolean {
  const host = url.hostname.replace(/\.$/, '')
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false
  if (Number(url.port || 443) !== port) return false
  if (host.startsWith('[') || isIP(host) !== 0 || !host.includes('.')) return false
  return !/\.(?:localhost|local|internal|home\.arpa)$/i.test(host)
}

/** The addresses that are checked are the ones connected to: a name cannot change in between. */
export function guardedLookup(settings: ResolveSettings): LookupFunction {
  return (hostname, options, callback) => {
    publicAddressesOf(hostname, settings).then(
      (found) => {
        const [first] = found
        if (options.all || first === undefined) return callback(null, found)
        return callback(null, first.address, first.family)
      },
      (error) => callback(error, ''),
    )
  }
}

interface Found {
  readonly address: string
  readonly family: 4 | 6
}

async function publicAddressesOf(hostname: string, settings: ResolveSettings): Promise<Found[]> {
  const found = settings.resolve
    ? [familiar(settings.resolve(hostname))]
    : await askNameServers(hostname, settings.nameServers)
  const allowed = found.every(({ address, family }) => settings.allows(address, family))
  if (found.length === 0 || !allowed) throw new Error('not a name of a public address alone')
  return found
}

/**
 * Not by the system's `getaddrinfo`: that reads this machine's own names too, and each slow answer
 * holds one of the four threads that files, compression and hashes also need.
 */
async function askNameServers(
  hostname: string,
  nameServers: readonly string[] | undefined,
): Promise<Found[]> {
  const resolver = new dns.Resolver({ timeout: 2000, tries: 1 })
  if (nameServers !== undefined) resolver.setServers(nameServers)
  const answers = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ])
  return answers.flatMap((answer) =>
    answer.status === 'fulfilled' ? answer.value.map(familiar) : [],
  )
}

function familiar(address: string): Found {
  return { address, family: isIP(address) === 6 ? 6 : 4 }
}

// RFC 6890 and its updates: loopback, private, link-local, shared, reserved, documentation, multicast.
const notPublic = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4')
}
const publicIpv6 = new BlockList()
publicIpv6.addSubnet('2000::', 3, 'ipv6')
// Inside 2000::/3, but tunnels to IPv4 addresses, protocol assignments or documentation.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6')
}

export function isPublicAddress(address: string, family: number): boolean {
  if (family === 4) return !notPublic.check(address, 'ipv4')
  return publicIpv6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}
