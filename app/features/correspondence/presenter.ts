import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { fiscalNumber, fiscalYearCode } from '#app/shared/fiscal-year.ts'
import { jpDateTime, tokyoDay } from '#app/shared/tokyo-day.ts'
import { dayToBothYears } from '#app/shared/wareki.ts'
import type { DocumentKind } from '#templates/kinds.ts'
import type { CheckedDocument, UndeliveredMail, UndrawnDocument } from './facts.ts'
import { documentNames, mailGroupNames, undeliveredReason } from './messages.ts'
import type { CheckView, UndeliveredView } from './views.ts'

function nameOf(kind: string): string {
  return documentNames[kind as DocumentKind] ?? kind
}

/** The fingerprint as papers print it: the first 16 signs in groups of four. */
function printedFingerprint(fingerprint: Uint8Array): string {
  const signs = [...fingerprint.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return signs.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The name a document is saved under: kind and number, in two spellings; nobody's name (N17). */
export function presentFileName({ kind, fiscalYear, no }: { kind: string; fiscalYear: number; no: number }): string {
  const number = `${fiscalYearCode(fiscalYear)}-${String(no).padStart(4, '0')}`
  const japanese = encodeURIComponent(`${nameOf(kind)}_${number}.pdf`)
  return `filename="${kind}-${number}.pdf"; filename*=UTF-8''${japanese}`
}

/** What anybody learns who holds a paper: whether it is ours, never whose it is. */
export function presentCheck(
  found: CheckedDocument | null,
  asked: 'code' | 'file' | null,
  typed: string | null = null,
): CheckView {
  if (!found) return { result: asked && (asked === 'file' ? 'otherFile' : 'none'), facts: [], typed: typed ?? '' }
  return {
    result: found.voided ? 'voided' : 'match',
    typed: '',
    facts: [
      { name: '書面', value: nameOf(found.kind) },
      { name: '番号', value: fiscalNumber(found.fiscalYear, found.no) },
      { name: '出したところ', value: found.bodyName },
      { name: '出した日', value: dayToBothYears(tokyoDay(found.issuedAt)) },
      { name: '今のようす', value: found.voided ? '取り消されています' : '有効です' },
      { name: '内容の指紋', value: printedFingerprint(found.fingerprint) },
    ],
  }
}

/** What did not leave the house, with what the desk may do about it. */
export function presentUndelivered(
  mails: UndeliveredMail[],
  undrawn: UndrawnDocument[],
  actor: Actor,
): UndeliveredView {
  const bodyId = actor.kind === 'staff' ? actor.bodyId : ''
  return {
    canRetry: may(actor, 'mail.retry', { bodyId }),
    mails: mails.map((mail) => ({
      id: mail.id,
      about: mailGroupNames[mail.kind.split('.')[0] ?? ''] ?? mail.kind,
      at: jpDateTime(mail.at),
      tries: `${mail.attempts}回`,
      why: mail.state === 'sending' ? '届いたかどうか、分かりません。自動でもう一度送ります' : undeliveredReason(mail.lastError),
      dead: mail.state === 'dead',
    })),
    undrawn: undrawn.map((one) => ({
      id: one.id,
      name: nameOf(one.kind),
      no: fiscalNumber(one.fiscalYear, one.no),
      at: jpDateTime(one.issuedAt),
    })),
  }
}
