import { dayToWareki } from '#app/shared/wareki.ts'
import { beside, fitted, mm, room, ruby, sealPlace, space, spread, stack, text } from '../frame/parts.ts'
import { durationWords } from '../words.ts'
import { defineTemplate } from '../template.ts'
import { completionCertificateSamples } from './v1.sample.ts'
import { completionCertificateV1 } from './v1.schema.ts'
import type { Block, Frame } from '../frame/parts.ts'
import type { CompletionCertificateV1 } from './v1.schema.ts'

/** 修了証書: one bordered sheet. */
export const completionCertificateFirst = defineTemplate({
  kind: 'completionCertificate',
  version: 1,
  title: '修了証書',
  formNo: '様式第2号',
  edition: '修了証書 第1版',
  schema: completionCertificateV1,
  samples: completionCertificateSamples,
  render,
})

function render(data: CompletionCertificateV1, frame: Frame): void {
  drawCertificate(data, frame, courseSpan(data.course))
}

/** From the first day to the last, with its label. */
export function courseSpan({ from, to }: CompletionCertificateV1['course']): readonly [string, string] {
  return ['研修期間', `${dayToWareki(from)}から${dayToWareki(to)}まで`]
}

/**
 * Parts from top to bottom, with the share of the free room below each: always exactly one page.
 * @param period label and words, which versions say in their own way
 */
export function drawCertificate(data: CompletionCertificateV1, frame: Frame, period: readonly [string, string]): void {
  frame.section({
    margins: { left: 34, right: 34, top: 28, bottom: 36 },
    running: null,
    footer: { up: 18, aside: -14 },
  })
  border(frame)
  const { birthDay, name, kana } = data.holder
  const sentence = `あなたは${data.issuer.body}が行う「${data.course.title}」の課程を修了したことを証します`
  const parts: [Block, number][] = [
    [number(data), 4],
    [text('修了証書', { size: 36, leading: 50, spacing: 0.55, align: 'center', weight: 'bold' }), 5],
    [ruby(name, kana, { size: 27, align: 'center' }), 0],
    [text(birthDay ? `${dayToWareki(birthDay)}生` : '', { size: 12, leading: 26, align: 'center' }), 4],
    [text(sentence, { size: 15, leading: 30, first: 1 }), 3],
    [facts(data, period), 4],
    [text(dayToWareki(data.issuedOn), { size: 13, leading: 24, first: 1 }), 2],
    [issuer(data), 1],
  ]
  const free = frame.remaining() - parts.reduce((sum, [block]) => sum + frame.measure(block), 0)
  const share = Math.min(free, mm(95)) / parts.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [block, weight] of parts) frame.put(stack([block, space(Math.max(0, share * weight))]))
}

/** A heavy and a fine line around the sheet. */
function border(frame: Frame): void {
  for (const [inset, line] of [[12, 2.2], [14, 0.5]] as const) {
    const [x, y] = [mm(inset), mm(inset)]
    frame.draw({ kind: 'rect', x, y, width: mm(210) - 2 * x, height: mm(297) - 2 * y, line, gray: 0 })
  }
}

function number(data: CompletionCertificateV1): Block {
  const words = data.reissued ? `${data.certificateNo}（再交付）` : data.certificateNo
  return text(words, { size: 11, leading: 18, align: 'right' })
}

function facts({ course, completedOn }: CompletionCertificateV1, period: readonly [string, string]): Block {
  const rows = [
    period,
    ['回数・時間', `全${course.sessionCount}回　${durationWords(course.minutes)}`],
    ...(course.subjects.length ? [['研修内容', course.subjects.join('、')]] : []),
    ['修了年月日', dayToWareki(completedOn)],
  ] as const
  const style = { size: 10.5, leading: 18 }
  return stack(
    rows.map(([label, value]) =>
      beside([
        { width: mm(6), block: space(0) },
        { width: 58, block: spread(label, style) },
        { width: mm(6), block: space(0) },
        { width: 'rest', block: text(value, style) },
      ]),
    ),
    1,
  )
}

/** Body, post and name on the right, the seal beside them as it is set on the last character of the name. */
function issuer({ issuer: by }: CompletionCertificateV1): Block {
  const seal = by.seal === 'place' ? sealPlace() : text('（公印省略）', { size: 10, align: 'right', leading: 68 })
  const words = stack([
    by.headPost.startsWith(by.body) ? null : fitted(by.body, { size: 12, leading: 22, align: 'right' }, 9),
    fitted(`${by.headPost}　${by.headName}`, { size: 17, leading: 34, align: 'right' }, 11),
  ])
  const down = by.headPost.startsWith(by.body) ? 17 : 6
  return beside([
    { width: 'rest', block: stack([room(down), words]) },
    { width: mm(28), block: seal },
  ])
}

