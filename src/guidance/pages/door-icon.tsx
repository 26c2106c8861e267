import type { DoorPicture } from '../model/home.ts'

/** Lines on a square of 32, drawn by us. */
const lines: Readonly<Record<DoorPicture, string>> = {
  card: 'M6 7h20v18H6zM10 12h5v5h-5zM18 12h5M18 16h5M10 21h12',
  pen: 'M6 26l2-7L21 6l5 5L13 24zM18 9l5 5M17 26h9',
  team: 'M16 5a3.5 3.5 0 1 0 .1 0M7 10a3 3 0 1 0 .1 0M25 10a3 3 0 1 0 .1 0M10 26v-6a6 6 0 0 1 12 0v6M3 26v-4a4 4 0 0 1 6-3.5M29 26v-4a4 4 0 0 0-6-3.5',
  book: 'M16 9c-3-2-7-3-11-3v18c4 0 8 1 11 3 3-2 7-3 11-3V6c-4 0-8 1-11 3zM16 9v18',
  map: 'M5 8l7-3 8 3 7-3v19l-7 3-8-3-7 3zM12 5v19M20 8v19',
  pages: 'M6 9v18h14M10 5h11l5 5v13H10zM21 5v5h5M14 14h8M14 18h8',
  speech: 'M5 6h22v15H15l-6 6v-6H5zM10 11h12M10 16h8',
  people:
    'M11 6a4 4 0 1 0 .1 0M4 26v-4a7 7 0 0 1 14 0v4M22 8a3.5 3.5 0 1 0 .1 0M21 18a6 6 0 0 1 7 6v2',
  tick: 'M16 4l10 4v8c0 6-4 10-10 12C10 26 6 22 6 16V8zM11 16l4 4 7-8',
}

/** Beside the name of the audience, which says what it stands for. */
export function DoorIcon({ picture }: { readonly picture: DoorPicture }) {
  return (
    <svg
      class="lanyard-door__icon"
      viewBox="0 0 32 32"
      width="40"
      height="40"
      aria-hidden="true"
      focusable="false"
    >
      <path d={lines[picture]} />
    </svg>
  )
}
