import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { MailAddress } from './words.tsx'

const drawn = (address: string) => renderToStaticMarkup(<MailAddress>{address}</MailAddress>)

it('a mail address breaks before its @ only', () => {
  expect(drawn('hanako.chiba@mihon.example.jp')).toBe('hanako.chiba<wbr/><span class="phrase">@mihon.example.jp</span>')
})

it('a domain too long for a line breaks after its dots', () => {
  expect(drawn('a@a-very-long-name-of-an-office.example.jp')).toBe('a<wbr/>@a-very-long-name-of-an-office.<wbr/>example.<wbr/>jp')
})

it('nothing is added to the words of an address', () => {
  expect(drawn('見本 <a@b.example.jp>').replace(/<wbr\/>|<\/?span[^>]*>/g, '')).toBe('見本 &lt;a@b.example.jp&gt;')
})
