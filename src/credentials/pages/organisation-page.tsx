import { paths } from '../../paths.ts'
import { PageLayout } from '../../ui/page-layout.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'

export interface OrganisationPageProps {
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly verifiedBy?: string | undefined
  /** In words. */
  readonly verifiedOn?: string | undefined
  /** Undefined until it has issued something. */
  readonly did?: string | undefined
  readonly demo: boolean
}

const kinds: Readonly<Record<string, string>> = {
  'nhs-trust': 'NHS trust',
  council: 'Council',
  charity: 'Charity',
  college: 'College',
  'professional-body': 'Professional body',
  steward: 'Framework steward',
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { slug, name, kind, did, demo } = props
  return (
    <PageLayout title={name} demo={demo}>
      <h1 class="nhsuk-heading-l">{name}</h1>
      <p>
        This organisation is on Lanyard’s list of checked organisations. When a credential says that
        it was issued here, <a href={paths.verify()}>check it</a>: the name alone shows nothing.
      </p>
      <SummaryList
        rows={[
          { key: 'Kind', value: kinds[kind] ?? kind },
          { key: 'Entered in the register', value: verification(props) },
          { key: 'Identifier', value: { children: <Identifier slug={slug} did={did} /> } },
        ]}
      />
    </PageLayout>
  )
}

function verification({ verifiedBy, verifiedOn }: OrganisationPageProps): string {
  if (verifiedBy === undefined) return 'Nobody has verified who this is.'
  return `Verified by ${verifiedBy}${verifiedOn === undefined ? '' : ` on ${verifiedOn}`}`
}

function Identifier({ slug, did }: Pick<OrganisationPageProps, 'slug' | 'did'>) {
  if (did === undefined) return <>It has issued no credential yet, so it has none.</>
  return (
    <>
      <span class="lanyard-address">{did}</span>
      <br />
      <a href={paths.organisationDid(slug)}>Its public keys, for machines</a>
    </>
  )
}
