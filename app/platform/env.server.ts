import path from 'node:path'
import { z } from 'zod'

const httpUrl = z
  .string()
  .refine((text) => /^https?:\/\/[^/]+$/.test(text) && URL.canParse(text), 'は https://… の形で、最後に / を付けずに書いてください')

const variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** Demo mode: fictional data, mail kept in-process and shown at /demo/mail. */
  YORISOI_DEMO: z.enum(['0', '1']).default('0'),
  PORT: z.coerce.number('は 1〜65535 の数で書いてください').int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_ORIGIN: httpUrl.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'は postgresql://… の形で書いてください')
    .optional(),
  YORISOI_DATA: z.string().min(1).default('.data'),
  YORISOI_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'は 16進数64文字（256ビット）で書いてください')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'は smtp://… か smtps://… の形で書いてください')
    .optional(),
  MAIL_FROM: z.string().min(3).default('no-reply@yorisoi.example.jp'),
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
})

/** The settings the process was started with. Read once; nothing else reads `process.env`. */
export interface Env {
  mode: 'development' | 'production' | 'test'
  demo: boolean
  port: number
  host: string
  /** Scheme, host and port of the public address, without a closing slash. */
  publicOrigin: string
  databaseUrl: string | undefined
  /** Absolute folder of the embedded database, the server's key and the demo's mail. */
  dataDir: string
  /** 64 hex digits; without it, on the embedded database, the key file in the data folder is used. */
  key: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  trustProxy: boolean
}

/** A variable is wrong: the message says which and why, in one sentence a line. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/**
 * Reads and checks the environment.
 * @param serves false for a command that only opens the database: it needs no address and no mail
 * @throws EnvError naming every wrong variable; a process must not start with one.
 */
export function readEnv(source: Record<string, string | undefined>, { serves = true } = {}): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) throw new EnvError(describe(parsed.error))
  const env = parsed.data
  const demo = env.YORISOI_DEMO === '1'
  if (serves && !demo) requireForRealUse(env)
  return {
    mode: env.NODE_ENV,
    demo,
    port: env.PORT,
    host: env.HOST,
    publicOrigin: env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL,
    dataDir: path.resolve(env.YORISOI_DATA),
    key: env.YORISOI_KEY,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    trustProxy: env.TRUST_PROXY === '1',
  }
}

/** Hosts that never leave the machine, where a browser trusts plain http. */
const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

function requireForRealUse(env: z.infer<typeof variables>): void {
  const wrong: string[] = []
  if (env.NODE_ENV === 'production') {
    const missing = (['PUBLIC_ORIGIN', 'SMTP_URL'] as const).filter((name) => !env[name])
    wrong.push(...missing.map((name) => `環境変数 ${name} がありません。デモでない運用には要ります。`))
  }
  if (env.PUBLIC_ORIGIN?.startsWith('http:') && !ownMachine.has(new URL(env.PUBLIC_ORIGIN).hostname)) {
    wrong.push('環境変数 PUBLIC_ORIGIN は https://… で書いてください。http でよいのは、デモと、localhost のときだけです。')
  }
  if (env.NODE_ENV !== 'test' && env.DATABASE_URL && !env.YORISOI_KEY) {
    wrong.push(
      '環境変数 YORISOI_KEY がありません。PostgreSQL で動かすときは、鍵を1台のファイルに置かず、16進数64文字で与えてください。',
    )
  }
  if (wrong.length > 0) throw new EnvError(wrong.join('\n'))
}

function describe(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const why = /[ぁ-ん]/.test(issue.message) ? issue.message : 'の書き方がちがいます'
      return `環境変数 ${issue.path.join('.')} ${why}。`
    })
    .join('\n')
}
