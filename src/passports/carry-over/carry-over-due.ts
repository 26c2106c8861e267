/** What is to be confirmed again by a day, and the day from which an employer works by another edition. */
import type { DueDate, DueDates } from '../../due-date.ts'
import { adoptedFramework as framework } from '../../frameworks/adoption/adopted-framework.ts'
import { findAdopting } from '../../frameworks/adoption/adoption-store.ts'
import {
  chooseEditionInForce,
  listPlanned,
} from '../../frameworks/adoption/model/choose-edition-in-force.ts'
import { type EditionHead, listEditions } from '../../frameworks/frameworks-store.ts'
import { listSuccessions } from '../../frameworks/versions/successions-store.ts'
import { listOwnJobs } from '../../organisations/memberships/own-jobs-store.ts'
import { paths } from '../../paths.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import { type CarryOverKind, countCarryOverDue } from './carry-over-store.ts'
import { versionOf } from './model/carried-words.ts'
import { listSigned, listToConfirm } from './model/list-signed.ts'

const kinds: Readonly<Record<CarryOverKind, readonly [one: string, several: string]>> = {
  confirm: ['sign-off to confirm again', 'sign-offs to confirm again'],
  adoption: ['new edition where you work', 'new editions where you work'],
}

type Place = Awaited<ReturnType<typeof findAdopting>> & { readonly slug: string }

export const carryOverDue: DueDates = {
  listOwn: async (db, { personId, from }) => {
    const [signings, successions, heads, jobs] = await Promise.all([
      listSigningsFor(db, { holderId: personId }),
      listSuccessions(db),
      listEditions(db),
      listOwnJobs(db, { personId }),
    ])
    const now = jobs.filter((job) => job.from <= from && (job.to === undefined || job.to >= from))
    const slugs = [...new Set(now.map(({ organisation }) => organisation))]
    const found = await Promise.all(
      slugs.map(async (organisation) => ({
        slug: organisation,
        ...(await findAdopting(db, { organisation })),
      })),
    )
    const places = found.filter((one): one is Place => one.addedAt !== undefined)
    const refs = new Set(places.flatMap((place) => inForce(place, heads, from) ?? []))
    const confirm = [...refs].flatMap((ref) =>
      listToConfirm(listSigned(signings, { ref, successions, today: from }), from).map(
        ({ code, until }) => ({ ref, code, until }),
      ),
    )
    return [...toConfirm(confirm), ...places.flatMap((place) => begins(place, from))]
  },
  countDue: async (db, days) =>
    (await countCarryOverDue(db, days)).map(({ what, ...one }) => ({ ...one, kind: kinds[what] })),
}

function inForce({ adoptions, addedAt }: Place, heads: readonly EditionHead[], day: string) {
  const editions = heads.filter(({ ref }) => ref.startsWith(`${framework}/`))
  const own = adoptions.filter((one) => one.framework === framework)
  return chooseEditionInForce({ editions, adoptions: own, addedAt, day })
}

/** A line a day, however many they are. */
function toConfirm(
  all: readonly { readonly ref: string; readonly code: string; readonly until: string }[],
): DueDate[] {
  return [...Map.groupBy(all, ({ ref, until }) => `${ref} ${until}`)].flatMap(([key, some]) => {
    const [first] = some
    if (first === undefined) return []
    const count = some.length === 1 ? 'One sign-off' : `${some.length} sign-offs`
    return [
      {
        ...{ id: `confirm-${key.replace(/\W+/g, '-')}`, on: first.until },
        words: `${count} to confirm again, because the meaning changed`,
        path: paths.whatChanged(),
      },
    ]
  })
}

function begins({ slug, name, adoptions }: Place, from: string): DueDate[] {
  const own = adoptions.filter((one) => one.framework === framework)
  return listPlanned(own, from).map(({ edition, from: on, number }) => ({
    ...{ id: `adoption-${slug}-${number}`, on },
    words: `${name} begins to work by the ${versionOf(edition)} edition of the framework`,
    path: paths.whatChanged(versionOf(edition)),
  }))
}
