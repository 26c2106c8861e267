import { chmodSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, started, stop } from '/work/trees/post/test/server.ts'

mkdirSync('/tmp/lpx/reports', { recursive: true })
for (let k = 0; k < 25; k++) {
  const dir = mkdtempSync('/tmp/lanyard-post-h')
  chmodSync(dir, 0o711)
  const server = await started(
    await launch({
      DATA_DIR: dir,
      LOG_LEVEL: 'info',
      NODE_OPTIONS:
        '--report-on-signal --report-signal=SIGUSR2 --report-directory=/tmp/lpx/reports',
    }),
  )
  process.kill(
    Number(readFileSync(join(dir, 'postgres-18/postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  )
  await started(server)
  await fetch(server.url + '/passport', { redirect: 'manual', headers: { cookie: 'session=x' } })
  const t = Date.now()
  const timer = setTimeout(() => {
    console.log('HANG', server.child.pid, dir)
    server.child.kill('SIGUSR2')
  }, 8000)
  const killer = setTimeout(() => {
    console.log(server.output().slice(-3000))
    server.child.kill('SIGKILL')
  }, 60000)
  await stop(server.child, 'SIGTERM')
  clearTimeout(timer)
  clearTimeout(killer)
  console.log(k, Date.now() - t)
}
process.exit(0)
