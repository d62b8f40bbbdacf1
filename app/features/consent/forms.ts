import { z } from 'zod'
import { checkbox, choice, mustTick, optionalText, recordId, requiredText, tokyoDayText, version } from '#app/shared/fields.ts'
import { isDrawn, parseInk } from './domain/strokes.ts'

/** The start of the reading, after one training. */
export const BeginConsentForm = z.object({ completionId: recordId('研修') })

export const ReadItemForm = z.object({})

/** What may stand on the roster beside the name: each free, each off unless chosen. */
export const ChoicesForm = z.object({
  version: version(),
  phone: checkbox(),
  address: checkbox(),
  peer: checkbox(),
  photo: checkbox(),
})

/** What a proxy's three fields hold once they belong together. */
interface ProxyFields {
  byProxy: boolean
  proxyName: string | null
  proxyRelation: string | null
  proxyReason: string | null
}

const proxyFields = {
  byProxy: checkbox(),
  proxyName: optionalText('書いた方のお名前', 50),
  proxyRelation: optionalText('あなたとの関係', 40),
  proxyReason: optionalText('代わりに書いた理由', 200),
}

/** Somebody else wrote: then who, and why, belongs to the record. */
function proxyIsWhole(value: ProxyFields, ctx: z.RefinementCtx): void {
  if (!value.byProxy) return
  const missing: [keyof ProxyFields, string][] = [
    ['proxyName', '書いた方のお名前を入力してください'],
    ['proxyRelation', 'あなたとの関係を入力してください'],
    ['proxyReason', '代わりに書いた理由を入力してください'],
  ]
  for (const [path, message] of missing) {
    if (!value[path]) ctx.addIssue({ code: 'custom', path: [path], message })
  }
}

const longestInk = 1_000_000

export const SignForm = z
  .object({
    version: version(),
    method: choice('署名のしかた', ['drawn', 'paper']),
    strokes: z.string().max(longestInk, 'もう一度、書いてください').optional(),
    ...proxyFields,
  })
  .superRefine((value, ctx) => {
    if (value.method !== 'drawn') return
    proxyIsWhole(value, ctx)
    const ink = value.strokes ? parseInk(value.strokes) : []
    if (ink === null) ctx.addIssue({ code: 'custom', path: ['strokes'], message: 'もう一度、書いてください' })
    else if (!isDrawn(ink)) {
      ctx.addIssue({ code: 'custom', path: ['strokes'], message: 'わくの中に、お名前を書いてください' })
    }
  })

/** A file of a form; what it really is is found out from its bytes. */
const uploaded = z.instanceof(File, { message: '紙をとった写真か、PDFを選んでください' })

export const SendPaperForm = z.object({ version: version(), paper: uploaded })

export const WithdrawForm = z.object({})

export const ConfirmPaperForm = z
  .object({
    version: version(),
    signedOn: tokyoDayText('紙に書かれた日'),
    looked: mustTick('紙を見て、署名があることを確かめてください'),
    ...proxyFields,
  })
  .superRefine(proxyIsWhole)

export const ReturnPaperForm = z.object({
  version: version(),
  reason: requiredText('お返しする理由', 200),
})

/** The wording of a consent text as it is stored (`ConsentWording`). */
export const WordingSchema = z.object({
  purpose: z.string().min(1).max(600),
  promises: z.array(z.string().min(1).max(300)).min(1).max(8),
  registered: z.array(z.string().min(1).max(40)).min(1).max(16),
  addressee: z.string().min(1).max(60),
  contact: z.object({
    office: z.string().min(1).max(60),
    phone: z.string().max(30).nullable(),
    email: z.string().max(100).nullable(),
  }),
  retentionYears: z.int().min(1).max(30),
  coversPlanned: z.boolean(),
  recipientsAtItem: z.int().min(1),
  registeredAtItem: z.int().min(1),
})

/** The proxy of a checked form; null when the person wrote alone. */
export function proxyOf(value: ProxyFields): { name: string; relation: string; reason: string } | null {
  const { byProxy, proxyName, proxyRelation, proxyReason } = value
  if (!byProxy || !proxyName || !proxyRelation || !proxyReason) return null
  return { name: proxyName, relation: proxyRelation, reason: proxyReason }
}
