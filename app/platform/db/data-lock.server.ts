import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'

/** The folder cannot be opened; the message says why, in a sentence for whoever starts the program. */
export class DataFolderError extends Error {
  override name = 'DataFolderError'
}

/** Who holds a lock: machine, its start, and process. */
interface Holder {
  host: string
  boot: string
  pid: number
}

/** File systems on which another machine could open the same folder: NFS, SMB, CIFS, SMB2. */
const sharedFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

/** What this process writes into a lock file. */
export function thisProcess(): Holder {
  const bootId = '/proc/sys/kernel/random/boot_id'
  const boot = existsSync(bootId) ? readFileSync(bootId, 'utf8').trim() : ''
  return { host: os.hostname(), boot, pid: process.pid }
}

function inUse(dir: string, holder?: Holder): DataFolderError {
  const by = holder ? `（プロセス ${holder.pid}、${holder.host}）` : ''
  return new DataFolderError(`データのフォルダー ${dir} は、ほかのプログラムが使っています${by}。先にそちらを終わらせてください。`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A lock left behind by a process that is certainly gone: same machine, and rebooted since or no such process. */
function isStale(holder: Holder, me: Holder): boolean {
  if (holder.host !== me.host) return false
  return holder.boot !== me.boot || !isAlive(holder.pid)
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

/** Writes the lock file, replacing only one whose holder is certainly gone. */
function takeFile(dir: string, file: string): void {
  const me = thisProcess()
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(me), { flag: 'wx', mode: 0o600 })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(file)
    if (!holder || !isStale(holder, me)) throw inUse(dir, holder ?? undefined)
    rmSync(file, { force: true })
  }
}

/**
 * An abstract socket on Linux: the kernel lets go of it the moment the process is gone, however it ended.
 * Elsewhere the lock file stands alone.
 */
async function takeSocket(dir: string): Promise<net.Server | null> {
  if (process.platform !== 'linux') return null
  const name = createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 32)
  const server = net.createServer((socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? inUse(dir) : error))
    server.listen({ path: `\0yorisoi-${name}` }, resolve)
  })
  server.unref()
  return server
}

async function refuseSharedFolder(dir: string): Promise<void> {
  const { type } = await statfs(dir)
  if (!sharedFileSystems.has(type)) return
  throw new DataFolderError(`データのフォルダー ${dir} は共有フォルダーにあります。この機械のディスクに置いてください。`)
}

/**
 * Makes sure that no second process opens the folder: the embedded database has no lock of its own, and two
 * openers lose each other's committed rows without any error.
 * @returns how to let go again
 * @throws DataFolderError when somebody else holds it or the folder is on a network share
 */
export async function lockDataFolder(dir: string): Promise<() => Promise<void>> {
  await refuseSharedFolder(dir)
  const socket = await takeSocket(dir)
  const file = `${dir}.lock`
  try {
    takeFile(dir, file)
  } catch (error) {
    socket?.close()
    throw error
  }
  const remove = () => rmSync(file, { force: true })
  process.once('exit', remove)
  return async () => {
    process.off('exit', remove)
    remove()
    if (socket) await new Promise((resolve) => socket.close(resolve))
  }
}
