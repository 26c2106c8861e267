/** One thing in a form of its own, which script saves while somebody types, and says so. */
import type { ComponentChildren } from 'preact'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'

interface ThingFormProps {
  readonly draft: string
  readonly thing: string
  /** As it was read: who was quicker is told by it. */
  readonly revision: number
  readonly csrfToken: string
  /** Said on the button, where several stand on one page. */
  readonly of?: string | undefined
  readonly save?: string | undefined
  readonly secondary?: boolean | undefined
  /** Not while it is typed: where two wordings stand against each other. */
  readonly byButton?: boolean | undefined
  readonly children: ComponentChildren
}

export function ThingForm(props: ThingFormProps) {
  const { draft, thing, revision, csrfToken, of, save = 'Save', secondary, byButton } = props
  return (
    <form
      method="post"
      action={paths.draftThing(draft, thing)}
      novalidate
      autocomplete="off"
      data-save-draft={byButton ? undefined : ''}
    >
      <input type="hidden" name="_csrf" value={csrfToken} />
      <input type="hidden" name="revision" value={revision} />
      {props.children}
      <div class="lanyard-save-draft">
        <Button
          variant={secondary ? 'secondary' : undefined}
          children={
            <>
              {save}
              {of !== undefined && <span class="nhsuk-u-visually-hidden"> {of}</span>}
            </>
          }
        />
        <p role="status" data-saved></p>
      </div>
    </form>
  )
}
