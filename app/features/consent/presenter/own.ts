import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/access/actor.ts'
import { jpDateWithYear } from '#app/shared/tokyo-day.ts'
import { isToChoose } from '../domain/lifecycle.ts'
import { returnedPaper, waitingPaper } from '../domain/paper.ts'
import { canOpen, nextUnread } from '../domain/reading.ts'
import type { ConsentFacts, Holder, OwnConsentView } from '../views.ts'
import { chosenNames, dayOf, methodNames, recipientLines } from './words.ts'

/** Where somebody is in the four steps, and the one thing to do next. */
function present(facts: ConsentFacts) {
  const href = `/my/consent/${facts.id}`
  const readNos = facts.reads.map((read) => read.no)
  const next = nextUnread({ itemNos: facts.text.items.map((item) => item.no), readNos })
  const waiting = waitingPaper(facts.papers)
  if (facts.state !== 'explained') return null
  if (next !== null) {
    const label = readNos.length === 0 ? '説明を読む' : '続きから読む'
    return { at: 1, label, href: `${href}/items/${next}`, note: `${facts.text.items.length}つの説明を、一つずつ読みます。` }
  }
  if (isToChoose(facts)) return { at: 2, label: 'のせるものを選ぶ', href: `${href}/choices`, note: '説明はすべて読みました。' }
  if (waiting) {
    return { at: 3, label: '送った紙のようすを見る', href: `${href}/paper`, note: '紙を受け取りました。担当が確かめています。' }
  }
  return { at: 3, label: '署名に進む', href: `${href}/sign`, note: `のせるもの：${chosenNames(facts.choices)}` }
}

function pathOf(facts: ConsentFacts, at: number) {
  const count = facts.text.items.length
  return [
    { when: '説明を読む', what: `${facts.reads.length === 0 ? 'まだ読んでいません' : `${facts.reads.length}つ読みました`}。全部で${count}つあります。`, done: at > 1 },
    { when: 'のせるものを選ぶ', what: '電話番号などを、のせるかどうかを一つずつ選びます。', done: at > 2 },
    { when: '署名する', what: '画面に書くことも、紙に書くこともできます。', done: false },
    { when: '登録', what: `${facts.bodyName}が確かめて、登録番号をお知らせします。`, done: false },
  ]
}

function leadOf(facts: ConsentFacts): string {
  switch (facts.state) {
    case 'explained':
      return '登録するかどうかは、ご自分で決められます。登録しなくても、研修の修了はそのままです。途中でやめても、読んだところまで覚えておきます。'
    case 'signed':
      return '登録の同意を受け取っています。いつでも取りやめられます。'
    case 'withdrawn':
      return '取りやめを受け取りました。あなたから何かをする必要はありません。'
    case 'lapsed':
      return 'この同意の期間は終わりました。'
  }
}

function signedFacts(facts: ConsentFacts) {
  if (!facts.signedAt || !facts.method) return null
  const lines = [
    { name: '署名した日', value: dayOf(facts.signedAt) },
    { name: '書き方', value: methodNames[facts.method] },
    { name: '文面', value: `${facts.text.title}（第${facts.text.no}版）` },
    { name: 'のせるもの', value: chosenNames(facts.choices) },
  ]
  return facts.withdrawnAt ? [...lines, { name: '取りやめた日', value: dayOf(facts.withdrawnAt) }] : lines
}

function holderLine(holder: Holder) {
  if (!holder.recall) return { name: holder.name, text: `${jpDateWithYear(holder.releasedOn)}にお渡ししました` }
  const told = `${jpDateWithYear(holder.recall.requestedOn)}に、消すように伝えました`
  const done = holder.recall.acknowledgedOn
  return { name: holder.name, text: done ? `${jpDateWithYear(done)}に、消したと返事がありました` : `${told}。返事を待っています` }
}

/** The page of one's own consent: where it stands, what is next, the whole text, and the way out. */
export function presentOwnConsent(facts: ConsentFacts, holders: Holder[], actor: Actor): OwnConsentView {
  const next = present(facts)
  const returned = facts.state === 'explained' && !waitingPaper(facts.papers) ? returnedPaper(facts.papers) : null
  const { personId, bodyId } = facts
  const isOver = facts.state === 'withdrawn' || facts.state === 'lapsed'
  const canWithdraw = facts.state === 'signed' && may(actor, 'consent.withdraw', { personId, bodyId })
  return {
    title: facts.state === 'withdrawn' ? '取りやめを受け取りました' : '登録と同意',
    lead: leadOf(facts),
    next,
    path: next && pathOf(facts, next.at),
    returned: returned && {
      text: `${dayOf(returned.rejectedAt ?? returned.uploadedAt)}に、紙をお返ししました。${returned.rejectReason ?? ''}`,
      href: `/my/consent/${facts.id}/paper`,
    },
    signed: signedFacts(facts),
    pdf: facts.documentId === null ? null : { href: `/documents/${facts.documentId}?as=my`, label: `${facts.text.title}の控え`, about: 'PDF' },
    recipients: isOver ? null : { items: recipientLines(facts.recipients), on: `${jpDateWithYear(facts.today)}のお渡し先です。` },
    holders: holders.map(holderLine),
    hasHolders: facts.state !== 'explained',
    withdraw: canWithdraw
      ? {
          told: holders.length > 0
            ? `名簿を渡した${holders.map((holder) => holder.name).join('、')}に、消すように伝えます。`
            : 'あなたの情報は、まだどこにも渡していません。',
        }
      : null,
    whole: facts.text.items.map((item) => ({ name: `${item.no}　${item.title}`, value: item.text })),
    wholeTitle: `${facts.text.items.length}つの説明`,
    help: facts.desk,
  }
}

/** True when the item may be opened now: everything before it has been read. */
export function isOpenItem(facts: ConsentFacts, no: number): boolean {
  return canOpen({ itemNos: facts.text.items.map((item) => item.no), readNos: facts.reads.map((read) => read.no) }, no)
}

/** One explanation item before signing (S3 第3-2(3)ア), with the live list where the text speaks of it. */
export function presentItem(facts: ConsentFacts, no: number) {
  const { items, wording } = facts.text
  const at = items.findIndex((item) => item.no === no)
  const item = items[at]
  if (!item) return null
  const before = items[at - 1]
  const isRead = facts.reads.some((read) => read.no === no)
  const base = `/my/consent/${facts.id}`
  const after = items[at + 1]
  return {
    of: items.length,
    at: at + 1,
    title: item.title,
    paragraphs: item.text.split('\n'),
    recipients: no === wording.recipientsAtItem
      ? { items: recipientLines(facts.recipients), on: `${jpDateWithYear(facts.today)}のお渡し先です。` }
      : null,
    registered: no === wording.registeredAtItem
      ? { always: wording.registered, free: ['電話番号', '住所', '同じような経験があること', '写真'] }
      : null,
    canRead: facts.state === 'explained' && !isRead,
    onward: isRead ? { href: after ? `${base}/items/${after.no}` : base, label: '次へ進む' } : null,
    backHref: before ? `${base}/items/${before.no}` : base,
    backLabel: before ? '前の説明にもどる' : '最初のページにもどる',
    askHref: facts.desk?.mail ? `mailto:${facts.desk.mail}` : null,
    wholeHref: `${base}#whole`,
    wholeLabel: `${items.length}つの説明をまとめて読む`,
    help: facts.desk,
  }
}
