import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { ComplaintLayout, type VisitorProps } from './complaint-layout.tsx'

interface FollowComplaintPageProps extends VisitorProps {
  readonly entered: { readonly reference: string; readonly code: string }
  readonly errors?: readonly FieldFault[] | undefined
}

export function FollowComplaintPage(props: FollowComplaintPageProps) {
  const { account, csrfToken, demo, entered, errors } = props
  const title = 'See where a complaint stands'
  return (
    <ComplaintLayout
      {...{ account, csrfToken, demo, errors, title }}
      back={{ href: paths.complain(), text: 'Complain' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        If you were signed in when you sent it, you need no code:{' '}
        <a href={paths.complaints()}>see your complaints</a>.
      </p>
      <OwnForm action={paths.followComplaint()} csrfToken={csrfToken}>
        <Input
          name="reference"
          label={{ text: 'Reference', size: 's' }}
          hint="It begins with DP."
          errorMessage={faultOf(errors, 'reference')}
          value={entered.reference}
          width={20}
          code
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          name="code"
          label={{ text: 'Code', size: 's' }}
          hint="Twelve letters and numbers."
          errorMessage={faultOf(errors, 'code')}
          value={entered.code}
          width={20}
          code
          autocomplete="off"
          spellcheck={false}
        />
        <Button text="See it" />
      </OwnForm>
    </ComplaintLayout>
  )
}
