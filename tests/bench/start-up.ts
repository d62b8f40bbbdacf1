import { spawn } from 'node:child_process'
import { started } from './endings.ts'
import { type Figure, median, type Row } from './figure.ts'
import { freePort, temporaryFolder } from './served.ts'

const mostSeconds = 5
const starts = 3
const longestFirstMs = 180_000

interface Demo {
  seconds: number
  stop(): Promise<void>
}

/** Starts the demo as `npm run demo` does and waits for its first page. */
async function startDemo(dataDir: string): Promise<Demo> {
  const port = await freePort()
  const { PUBLIC_ORIGIN: _origin, DATABASE_URL: _database, ...inherited } = process.env
  const from = performance.now()
  const child = spawn(process.execPath, ['app/cli/demo.mjs'], {
    env: { ...inherited, PORT: String(port), YORISOI_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = started(async () => {
    child.kill('SIGTERM')
    await ended
  })
  await firstPage(`http://127.0.0.1:${port}/`, from + longestFirstMs, () => child.exitCode !== null)
  return { seconds: (performance.now() - from) / 1000, stop }
}

async function firstPage(url: string, until: number, over: () => boolean): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.status === 200 && (await answer.text()).includes('</html>')) return
    if (over() || performance.now() > until) throw new Error('the demo showed no page')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function measure(): Promise<Figure> {
  const folder = temporaryFolder()
  try {
    const first = await startDemo(folder.at)
    await first.stop()
    const took: number[] = []
    for (let i = 0; i < starts; i += 1) {
      const demo = await startDemo(folder.at)
      took.push(demo.seconds)
      await demo.stop()
    }
    const ours = median(took)
    return {
      ours: `${ours.toFixed(1)} s`,
      yardstick: `${mostSeconds.toFixed(1)} s until the first page`,
      ratio: ours / mostSeconds,
      goal: '< 1',
      ok: ours < mostSeconds,
      notes: [
        `npm run demo on the data of an earlier start, median of ${took.map((s) => s.toFixed(1)).join(' ')} s;` +
          ` the first start, with migrations and demo data, took ${first.seconds.toFixed(1)} s`,
      ],
    }
  } finally {
    folder.remove()
  }
}

/** From the command to the first page, on data that is already there. */
export const startUp: Row = { name: 'start-up', measure }
