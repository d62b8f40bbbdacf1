import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from './env.server.ts'

const key = 'ab'.repeat(32)
const real = { PUBLIC_ORIGIN: 'https://yorisoi.example.jp', SMTP_URL: 'smtp://mail.example.jp' }
const postgres = { DATABASE_URL: 'postgresql://owner@127.0.0.1/yorisoi' }

/** The sentences of the refusal; none when the settings are taken. */
function wrong(source: Record<string, string>, serves = true): string[] {
  try {
    readEnv(source, { serves })
    return []
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    return error.message.split('\n')
  }
}

describe('デモでない運用', () => {
  it('アドレスとメールの送り先がなければ、始めない', () => {
    expect(wrong({})).toEqual([
      '環境変数 PUBLIC_ORIGIN がありません。デモでない運用には要ります。',
      '環境変数 SMTP_URL がありません。デモでない運用には要ります。',
    ])
    expect(wrong(real)).toEqual([])
  })

  it.each(['http://yorisoi.example.jp', 'http://192.168.0.10:3000', 'http://localhost.example.jp', 'http://127.0.0.1.example.jp'])(
    '%s では、始めない', (origin) => {
      const said = '環境変数 PUBLIC_ORIGIN は https://… で書いてください。http でよいのは、デモと、localhost のときだけです。'
      expect(wrong({ ...real, PUBLIC_ORIGIN: origin })).toEqual([said])
      expect(wrong({ ...real, PUBLIC_ORIGIN: origin, YORISOI_DEMO: '1' })).toEqual([])
    },
  )

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'https://yorisoi.example.jp:8443'])(
    '%s なら、始める', (origin) => expect(wrong({ ...real, PUBLIC_ORIGIN: origin })).toEqual([]),
  )

  it('PostgreSQL には、鍵を与える', () => {
    const said = '環境変数 YORISOI_KEY がありません。PostgreSQL で動かすときは、鍵を1台のファイルに置かず、16進数64文字で与えてください。'
    expect(wrong({ ...real, ...postgres })).toEqual([said])
    expect(wrong({ ...real, ...postgres, NODE_ENV: 'development' })).toEqual([said])
    expect(wrong({ ...real, ...postgres, YORISOI_KEY: key })).toEqual([])
    expect(wrong({ ...real, ...postgres, YORISOI_KEY: 'short' })).toEqual(['環境変数 YORISOI_KEY は 16進数64文字（256ビット）で書いてください。'])
    expect(wrong({ ...postgres, YORISOI_DEMO: '1' })).toEqual([])
  })

  it('データベースだけを開く命令には、どれも要らない', () => {
    expect(wrong(postgres, false)).toEqual([])
  })
})

it('書き方のちがう変数は、どれも名をあげて断る', () => {
  expect(wrong({ PORT: 'a', PUBLIC_ORIGIN: 'yorisoi/', TRUST_PROXY: '2' })).toEqual([
    '環境変数 PORT は 1〜65535 の数で書いてください。',
    '環境変数 PUBLIC_ORIGIN は https://… の形で、最後に / を付けずに書いてください。',
    '環境変数 TRUST_PROXY の書き方がちがいます。',
  ])
})
