import type { Conflict } from '../model/list-conflicts.ts'

export function ConflictList({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {conflicts.map(({ code, at, message, overlay }, index) => (
        <li key={`${overlay} ${code} ${at} ${index}`}>
          <strong>{at}:</strong> {message}
        </li>
      ))}
    </ul>
  )
}
