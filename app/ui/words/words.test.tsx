import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { datesWhole, MailAddress } from './words.tsx'

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

it('a day keeps its particle, a span of time stays whole, and other words break as they like', () => {
  const text = '2026年10月30日（金）〜2027年2月27日（土）まで、13時30分〜16時30分に'
  expect(renderToStaticMarkup(<>{datesWhole(text)}</>)).toBe(
    '<span class="phrase">2026年10月30日（金）〜</span><span class="phrase">2027年2月27日（土）まで</span>、<span class="phrase">13時30分〜16時30分</span>に',
  )
  expect(datesWhole('会場')).toBe('会場')
  expect(datesWhole(null)).toBeNull()
})
