import { sayStop } from './features/stopping/commands/say-stop.server.ts'
import { notStopped } from './features/stopping/messages.ts'
import type { AtOnce } from './http/at-once.server.ts'

/** What is answered before a page is begun: the client's word, which nothing may stand before (N9). */
export const atOnce: readonly AtOnce[] = [{ path: '/card/stop', act: sayStop, failed: notStopped }]
