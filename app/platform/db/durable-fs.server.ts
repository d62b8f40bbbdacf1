import { closeSync, fsyncSync, openSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The part of the embedded database's file layer that is replaced. */
interface NodeFsLayer {
  stream_ops: { fsync(stream: { nfd?: number | null; node: unknown }): number }
  realPath(node: unknown): string
}

/**
 * The embedded database on disk, with real fsync. As shipped it never calls fsync, so that a power cut
 * loses acknowledged commits or the whole folder; with this it loses nothing.
 */
export class DurableNodeFS extends NodeFS {
  /** How many times a file was forced to disk; the start-up test looks at it. */
  syncs = 0

  override async init(...[db, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const ready = await super.init(db, options)
    const replace = (module: unknown): void => {
      const layer = (module as { NODEFS: NodeFsLayer }).NODEFS
      layer.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined && stream.nfd !== null) {
          fsyncSync(stream.nfd)
          this.syncs += 1
        } else {
          syncFolder(layer.realPath(stream.node))
        }
        return 0
      }
    }
    ready.emscriptenOpts.preRun = [...(ready.emscriptenOpts.preRun ?? []), replace]
    return ready
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The server's start parameters without `-F`, which turns fsync off. */
export const durableParams = PGlite.defaultStartParams
  .filter((parameter) => parameter !== '-F')
  .concat(['-c', 'wal_sync_method=fsync'])
