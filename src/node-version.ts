/** Imported first: older Node cannot even read the rest. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`Lanyard needs Node.js 22.12 or newer, and this is ${process.version}.\n`)
  process.exit(1)
}
