/** A square code for a wall or a badge, as SVG without colours of its own. */
import qrcode from 'qrcode'

/** ISO/IEC 18004 asks for a quiet margin of four modules. */
const margin = 4

export function drawCode(address: string): string {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * margin
  const runs = Array.from({ length: modules.size }, (_, row) => drawRow(modules, row)).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" ` +
    'shape-rendering="crispEdges" aria-hidden="true" focusable="false">' +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${runs}"/></svg>`
  )
}

/** Dark modules that touch are one rectangle. */
function drawRow(modules: { size: number; get(row: number, column: number): number }, row: number) {
  let path = ''
  for (let column = 0; column < modules.size; column += 1) {
    if (!modules.get(row, column)) continue
    const start = column
    while (column < modules.size && modules.get(row, column)) column += 1
    path += `M${start + margin} ${row + margin}h${column - start}v1h-${column - start}z`
  }
  return path
}
