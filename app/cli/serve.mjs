// Serves the built product: `npm run build` first. Ends in good order on SIGINT and SIGTERM.
import path from 'node:path'
import v8 from 'node:v8'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)
process.env.NODE_ENV ??= 'production'
// What lives is small and what a page leaves behind is much: by itself the heap grows to several times what lives.
v8.setFlagsFromString('--heap-growing-percent=50')

try {
  const build = await import(pathToFileURL(path.join(root, 'build/server/index.js')).href)
  const running = await build.entry.module.serve(build)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
  process.send?.({ ready: running.address })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
