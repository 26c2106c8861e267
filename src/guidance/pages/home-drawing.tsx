/** Three people and a card with a tick. Nobody has it round the neck. Drawn by us. */
export function HomeDrawing() {
  return (
    <svg
      class="lanyard-welcome__drawing"
      viewBox="0 0 480 330"
      width="480"
      height="330"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="#cfe3df" d="M24 306a216 216 0 0 1 432 0z" />
      <Page />
      <Seal />
      <Left />
      <Right />
      <Middle />
      <path fill="#0b4f4a" d="M0 304h480v4H0z" />
    </svg>
  )
}

/** A page of the framework: one line at three widths. */
function Page() {
  return (
    <g>
      <path
        fill="#fff"
        stroke="#a9cbc6"
        stroke-width="3"
        d="M32 22h112a6 6 0 0 1 6 6v98a6 6 0 0 1-6 6H32a6 6 0 0 1-6-6V28a6 6 0 0 1 6-6z"
      />
      <path
        stroke="#0b4f4a"
        stroke-width="6"
        stroke-linecap="round"
        d="M44 46h40M44 64h20M78 64h14M106 64h26M44 82h20M78 82h22M106 82h26M44 100h14"
      />
    </g>
  )
}

function Seal() {
  return (
    <g>
      <circle cx="398" cy="66" r="40" fill="#0b4f4a" />
      <circle cx="398" cy="66" r="33" fill="none" stroke="#fff" stroke-width="2" />
      <path
        fill="none"
        stroke="#fff"
        stroke-width="8"
        stroke-linecap="round"
        stroke-linejoin="round"
        d="M382 67l12 12 21-25"
      />
    </g>
  )
}

function Left() {
  return (
    <g>
      <path fill="#b4571d" d="M64 304v-58a62 62 0 0 1 124 0v58z" />
      <path
        fill="#8a3d0e"
        d="M82 162a44 44 0 0 1 88 0c0 26 6 36 12 48-22 16-90 16-112 0 6-12 12-22 12-48z"
      />
      <ellipse cx="126" cy="164" rx="27" ry="32" fill="#a86b43" />
      <Face x={126} y={162} />
    </g>
  )
}

function Right() {
  return (
    <g>
      <path
        fill="none"
        stroke="#12302d"
        stroke-width="8"
        stroke-linecap="round"
        stroke-linejoin="round"
        d="M408 262v-62h20"
      />
      <circle cx="354" cy="148" r="47" fill="#221714" />
      <path fill="#e0a93b" d="M292 304v-58a62 62 0 0 1 124 0v58z" />
      <path fill="#54331f" d="M340 178h28v20a14 12 0 0 1-28 0z" />
      <circle cx="354" cy="160" r="32" fill="#54331f" />
      <Face x={354} y={158} light />
      <circle cx="424" cy="262" r="38" fill="none" stroke="#12302d" stroke-width="7" />
      <circle cx="424" cy="262" r="6" fill="#12302d" />
    </g>
  )
}

function Middle() {
  return (
    <g>
      <path fill="#2b7a72" d="M166 304v-70a74 74 0 0 1 148 0v70z" />
      <path fill="#eebf9b" d="M224 148h32v24a16 14 0 0 1-32 0z" />
      <circle cx="240" cy="126" r="35" fill="#f3cdae" />
      <path
        fill="#8d8f91"
        d="M204 128c-4-30 12-46 36-46s40 16 36 46c-4-14-14-24-26-28-14 8-34 6-46 28z"
      />
      <Face x={240} y={126} />
      <path
        fill="#fff"
        stroke="#0b4f4a"
        stroke-width="4"
        d="M194 214h92a8 8 0 0 1 8 8v54a8 8 0 0 1-8 8h-92a8 8 0 0 1-8-8v-54a8 8 0 0 1 8-8z"
      />
      <path
        fill="none"
        stroke="#0b4f4a"
        stroke-width="6"
        stroke-linecap="round"
        stroke-linejoin="round"
        d="M202 250l9 9 16-20M242 240h36M242 258h24"
      />
      <circle cx="186" cy="258" r="12" fill="#f3cdae" />
      <circle cx="294" cy="258" r="12" fill="#f3cdae" />
    </g>
  )
}

interface FaceProps {
  readonly x: number
  readonly y: number
  readonly light?: boolean
}

function Face({ x, y, light = false }: FaceProps) {
  const colour = light ? '#f6e3d3' : '#3a2417'
  return (
    <g>
      <circle cx={x - 11} cy={y} r="3" fill={colour} />
      <circle cx={x + 11} cy={y} r="3" fill={colour} />
      <path
        fill="none"
        stroke={colour}
        stroke-width="3"
        stroke-linecap="round"
        d={`M${x - 9} ${y + 13}q9 8 18 0`}
      />
    </g>
  )
}
