/** Builds styles, script and icons into build/assets, with a hash of the content in each name. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = join(root, 'build/assets')
const inputsFile = join(root, 'build/assets-inputs.txt')

type Assets = Map<string, { readonly name: string; readonly body: Buffer }>

function hashOf(...bodies: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const body of bodies) hash.update(body)
  return hash.digest('hex')
}

/** Everything that the result depends on: our sources, and the versions of what compiles them. */
function hashInputs(): string {
  const files = ['src/ui/styles', 'src/ui/client'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((file) => `${folder}/${file}`),
  )
  const own = ['src/ui/build-assets.ts', 'src/ui/draw-icon.ts', 'package-lock.json']
  return hashOf(...[...files, ...own].flatMap((file) => [file, readFileSync(join(root, file))]))
}

function upToDate(inputs: string): boolean {
  try {
    const manifest = readFileSync(join(built, 'manifest.json'), 'utf8')
    return readFileSync(inputsFile, 'utf8') === hashOf(inputs, manifest)
  } catch {
    return false
  }
}

function add(assets: Assets, name: string, body: string | Buffer): string {
  const dot = name.lastIndexOf('.')
  const hashed = `${name.slice(0, dot)}-${hashOf(body).slice(0, 10)}${name.slice(dot)}`
  assets.set(name, { name: hashed, body: Buffer.from(body) })
  return `/assets/${hashed}`
}

function addManifest(assets: Assets, png: (size: number) => Buffer, svg: string): void {
  const icons = [
    { src: add(assets, 'icon.svg', svg), sizes: 'any', type: 'image/svg+xml' },
    ...[192, 512].map((size) => ({
      src: add(assets, `icon-${size}.png`, png(size)),
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  ]
  add(assets, 'icon-180.png', png(180))
  const webManifest = {
    name: 'Lanyard',
    short_name: 'Lanyard',
    description: 'Capability framework and skills passport for allied health support workers',
    lang: 'en-GB',
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0b4f4a',
    icons,
  }
  add(assets, 'manifest.webmanifest', JSON.stringify(webManifest))
}

/** Kinds that no page of ours uses, an eighth of the styles: to use one, take it off this list. */
const unusedKinds = /--reverse|-u-static-|card--care|button--login/

function dropUnusedKinds(css: string): string {
  return css.replace(/([^{}]+)\{([^{}]*)\}/g, (_, selectors: string, body: string) => {
    const used = selectors.split(/,(?![^(]*\))/).filter((selector) => !unusedKinds.test(selector))
    return used.length > 0 ? `${used.join(',')}{${body}}` : ''
  })
}

async function compileStyles(assets: Assets): Promise<string> {
  const { compile, NodePackageImporter } = await import('sass')
  const { transform } = await import('esbuild')
  const { css } = compile(join(root, 'src/ui/styles/main.scss'), {
    style: 'compressed',
    importers: [new NodePackageImporter(root)],
    quietDeps: true,
  })
  const { code } = await transform(dropUnusedKinds(css), { loader: 'css', minify: true })
  const images = join(root, 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images')
  // Icons named by nhsuk-frontend's styles get a hash in their name like everything else.
  return code.replace(/\/assets\/images\/([\w.-]+)/g, (_, image: string) =>
    add(assets, image, readFileSync(join(images, image))),
  )
}

async function compileScript(name: string): Promise<Uint8Array> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(root, `src/ui/client/${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    write: false,
  })
  const [file] = outputFiles
  if (!file) throw new Error('esbuild wrote nothing')
  return file.contents
}

/** Old files stay, because a server that is running still names them; the manifest changes last. */
function writeAssets(assets: Assets): string {
  const names = Object.fromEntries([...assets].map(([name, asset]) => [name, asset.name]))
  const manifest = `${JSON.stringify(names, undefined, 2)}\n`
  mkdirSync(built, { recursive: true })
  for (const { name, body } of assets.values()) {
    writeFileSync(join(built, name), body)
    if (name.endsWith('.png')) continue
    // For @fastify/static's `preCompressed`, so that nothing is compressed on the way out.
    writeFileSync(join(built, `${name}.gz`), gzipSync(body, { level: 9 }))
    writeFileSync(join(built, `${name}.br`), brotliCompressSync(body))
  }
  const fresh = join(built, `manifest.${process.pid}`)
  writeFileSync(fresh, manifest)
  renameSync(fresh, join(built, 'manifest.json'))
  return manifest
}

async function buildAssets(inputs: string): Promise<void> {
  const { drawIcon, iconSvg } = await import('./draw-icon.ts')
  const assets: Assets = new Map()
  add(assets, 'main.css', await compileStyles(assets))
  add(assets, 'main.js', Buffer.from(await compileScript('main')))
  // Apart, because only the pages with a passkey on them need it.
  add(assets, 'passkeys.js', Buffer.from(await compileScript('passkeys')))
  // Apart, because public pages do not need it.
  add(assets, 'phone.js', Buffer.from(await compileScript('phone')))
  // Apart, and served at an address of its own: it works beside the pages.
  add(assets, 'service-worker.js', Buffer.from(await compileScript('service-worker')))
  addManifest(assets, drawIcon, iconSvg)
  const manifest = writeAssets(assets)
  writeFileSync(inputsFile, hashOf(inputs, manifest))
  for (const name of ['main.css', 'main.js', 'passkeys.js', 'phone.js', 'service-worker.js']) {
    const body = assets.get(name)?.body ?? Buffer.alloc(0)
    const [gzip, brotli] = [gzipSync(body), brotliCompressSync(body)]
    console.log(`${name}: ${body.length} bytes, ${gzip.length} gzip, ${brotli.length} brotli`)
  }
}

const inputs = hashInputs()
if (upToDate(inputs)) console.log('Assets are up to date')
else await buildAssets(inputs)
