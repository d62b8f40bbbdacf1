import { describe, expect, it } from 'vitest'
import { parseMailAddress } from './mail-address.ts'

describe('addresses we write to', () => {
  it.each([
    ['hanako@mihon.example.jp', 'hanako@mihon.example.jp'],
    ['Hanako.Mihon+my@MIHON.Example.JP', 'Hanako.Mihon+my@mihon.example.jp'],
    ['a..b@docomo.example.jp', 'a..b@docomo.example.jp'],
    ['taro.@ezweb.example.jp', 'taro.@ezweb.example.jp'],
    ['.taro@ezweb.example.jp', '.taro@ezweb.example.jp'],
    ['a/b?c@docomo.example.jp', 'a/b?c@docomo.example.jp'],
    ["o'neil@example.jp", "o'neil@example.jp"],
    ['a@b-c.xn--p1ai', 'a@b-c.xn--p1ai'],
    [`${'a'.repeat(64)}@example.jp`, `${'a'.repeat(64)}@example.jp`],
  ])('%s', (text, address) => expect(parseMailAddress(text)).toBe(address))
})

describe('addresses we do not write to', () => {
  it.each([
    ['nothing', ''],
    ['no @', 'hanako.example.jp'],
    ['no local part', '@example.jp'],
    ['no domain', 'hanako@'],
    ['a bare host', 'hanako@localhost'],
    ['two @', 'hanako@example.jp@evil.example'],
    ['a second recipient by comma', 'hanako@example.jp,evil@example.com'],
    ['a second recipient by semicolon', 'hanako@example.jp;evil@example.com'],
    ['a second recipient by space', 'a@x.jp evil@e.com'],
    ['a comma in an address object', 'a@x.jp, evil@e.com'],
    ['a header line', 'hanako@example.jp\r\nBcc: evil@example.com'],
    ['a bare line feed', 'hanako@example.jp\nRCPT TO:<evil@example.com>'],
    ['a bare carriage return', 'hanako@example.jp\rX'],
    ['a tab', 'hanako\t@example.jp'],
    ['NUL', 'hanako\u0000@example.jp'],
    ['a display name', '見本 <hanako@example.jp>'],
    ['an address inside a display name', '"Yamada <evil@e.com> <a@x.jp>"'],
    ['angle brackets', '<hanako@example.jp>'],
    ['a quoted local part (CVE-2025-13033)', '"evil@example.com x"@example.jp'],
    ['a quoted plain local part', '"hanako"@example.jp'],
    ['a comment (CVE-2026-121424)', 'hanako(evil@example.com)@example.jp'],
    ['a comment in the domain (CVE-2026-125755)', 'hanako@example.com(c).jp'],
    ['folding white space in the domain', 'hanako@example.com\r\n .jp'],
    ['a group (CVE-2026-121425)', 'friends: evil@example.com;'],
    ['a nested group', `${'g:'.repeat(50)}evil@example.com${';'.repeat(50)}`],
    ['a source route', '@relay.example:hanako@example.jp'],
    ['a percent route', 'hanako%example.com@example.jp'],
    ['a bang path', 'relay!hanako@example.jp'],
    ['a pipe', '|/bin/sh@example.jp'],
    ['a command substitution', '`id`@example.jp'],
    ['an option', '-oQ/tmp@example.jp'],
    ['an address literal', 'hanako@[127.0.0.1]'],
    ['a bare number domain', 'hanako@127.0.0.1'],
    ['a label that begins with a hyphen', 'hanako@-example.jp'],
    ['a label that ends with a hyphen', 'hanako@example-.jp'],
    ['an empty label', 'hanako@example..jp'],
    ['a dot at the end', 'hanako@example.jp.'],
    ['an underscore in the domain', 'hanako@exa_mple.jp'],
    ['full-width letters', 'ｈａｎａｋｏ@example.jp'],
    ['a full-width @', 'hanako＠example.jp'],
    ['a Japanese domain as it is written', 'hanako@例え.テスト'],
    ['a Cyrillic look-alike', 'h\u0430nako@example.jp'],
    ['a soft hyphen', 'hana\u00adko@example.jp'],
    ['an encoded word', '=?utf-8?q?evil?= <a@x.jp>'],
    ['an encoded new line', 'hanako%0d%0aBcc:evil@example.jp'],
    ['a mailto', 'mailto:hanako@example.jp'],
    ['a list in brackets', '[object Object]'],
    ['a long local part', `${'a'.repeat(65)}@example.jp`],
    ['a long label', `hanako@${'a'.repeat(64)}.jp`],
    ['a long address', `hanako@${'abcdefgh.'.repeat(30)}example.jp`],
  ])('%s', (_what, text) => expect(parseMailAddress(text)).toBeNull())

  it('answers at once for very long input', () => {
    const started = performance.now()
    for (const sign of ['a', '.', '@', '-', 'a-', 'a.']) parseMailAddress(sign.repeat(500_000))
    expect(performance.now() - started).toBeLessThan(200)
  })
})
