import { jpDate, jpDateWithYear, tokyoDay } from '#app/shared/tokyo-day.ts'
import { differences } from '../domain/differences.ts'
import { mayReceive, type ProgrammeStatus, whyLeftOut, leftOutReasons } from '../domain/eligibility.ts'
import { fateOf, providedItems } from '../domain/items.ts'
import type { ProvisionState } from '../domain/provision-lifecycle.ts'
import { itemWords, leftOutWords } from '../messages.ts'
import { itemsGiven } from '../provided-list.ts'
import type { GivenProvision, Municipality, ProvisionRow, RecallRow } from '../views.ts'

const stateChip: Record<ProvisionState, { kind: 'now' | 'stop' | 'dark'; words: string }> = {
  prepared: { kind: 'now', words: '準備中（まだ渡していません）' },
  delivered: { kind: 'stop', words: '決まりの受け入れ待ち' },
  received: { kind: 'dark', words: '受け取りずみ' },
}

const statusWords: Record<ProgrammeStatus, string> = {
  none: '派遣はしていません', planned: '派遣：実施予定', operating: '派遣：実施中', ended: '派遣：終わりました',
}

/** The list of provisions and what is still being asked back (drawn 13b). */
export function presentProvisions({ rows, recalls }: { rows: ProvisionRow[]; recalls: RecallRow[] }) {
  const people = [...new Map(recalls.map((recall) => [recall.personId, recall])).values()]
  return {
    rows: rows.map((row) => ({
      key: row.id,
      no: row.no,
      href: `/desk/provisions/${row.id}`,
      recipient: row.otherName,
      chip: stateChip[row.state],
      people: row.state === 'prepared' ? '—' : `${row.people}人`,
      deliveredOn: row.deliveredAt ? jpDate(tokyoDay(row.deliveredAt)) : '—',
      acceptedOn: row.acceptedAt ? jpDate(tokyoDay(row.acceptedAt)) : '—',
      expiresOn: jpDateWithYear(row.expiresOn),
      openRecalls: row.openRecalls === 0 ? '—' : `${row.openRecalls}件`,
    })),
    recalls: people.map((person) => ({
      key: person.personId,
      name: person.name,
      registrationNo: person.registrationNo,
      when: `${jpDate(tokyoDay(person.requestedAt))}　同意の取りやめ`,
      holders: recalls
        .filter((recall) => recall.personId === person.personId)
        .map((recall) => ({
          name: recall.recipientName,
          done: recall.acknowledgedAt !== null,
          text: recall.acknowledgedAt ? `${jpDate(tokyoDay(recall.acknowledgedAt))} 確認ずみ` : '返事待ち',
        })),
    })),
    openRecalls: recalls.filter((recall) => !recall.acknowledgedAt).length,
  }
}

/** The form of a new provision: who may receive, what it is for, which items. */
export function presentNewProvision(found: { municipalities: Municipality[]; terms: { purpose: string; terms: string[] } | null }) {
  const { municipalities, terms } = found
  return {
    recipients: municipalities.filter((one) => mayReceive(one.status)).map((one) => ({
      value: one.id, label: one.name, note: one.status ? statusWords[one.status] : '',
    })),
    cannot: municipalities.filter((one) => !mayReceive(one.status)).map((one) => one.name),
    items: providedItems.map((item) => ({ value: item, label: itemWords[item] })),
    purpose: terms?.purpose ?? '',
    terms: terms?.terms ?? [],
  }
}

function peopleOf({ head, people }: GivenProvision) {
  return people.map((person) => ({
    key: person.personId,
    name: person.name,
    kana: person.kana,
    registrationNo: person.registrationNo,
    cells: Object.fromEntries(
      head.items.map((item) => [
        item,
        fateOf(item, head.items, person.allowed) === 'notAllowed' ? 'のせない'
          : item === 'workingName' ? (person.workingName ?? '—')
            : item === 'area' ? (person.homeArea ?? '—') : '渡す',
      ]),
    ),
    recall: person.recallAckAt ? '取りやめ　消えました' : person.recalledAt ? '取りやめ　返事待ち' : null,
  }))
}

function differencesOf({ head, people, previous }: GivenProvision) {
  if (!previous) return null
  const found = differences(previous.people, people.map((person) => ({
    personId: person.personId, registrationNo: person.registrationNo, items: itemsGiven(head.items, person),
  })))
  const named = (list: { registrationNo: string }[]) =>
    list.length === 0 ? 'ありません' : `${list.length}人（${list.map((one) => one.registrationNo).join('、')}）`
  return {
    since: `前回 ${jpDate(previous.deliveredOn)}（${previous.no}）`,
    lines: [
      { name: '増えた', value: named(found.added) },
      { name: '変わった', value: named(found.changed.map((one) => one.person)) },
      { name: '減った', value: named(found.gone) },
    ],
  }
}

function leftOutOf({ leftOut, today }: GivenProvision) {
  const reasons = leftOut.map((person) => whyLeftOut(person, today))
  return leftOutReasons.flatMap((reason) => {
    const count = reasons.filter((one) => one === reason).length
    return count > 0 ? [{ key: reason, count, ...leftOutWords[reason] }] : []
  })
}

/** One provision at the giving end (drawn 13a): to whom, what, who not and why, what changed. */
export function presentProvision(facts: GivenProvision) {
  const { head, people } = facts
  const isPrepared = head.state === 'prepared'
  const day = (at: Date | null) => (at ? jpDate(tokyoDay(at)) : 'まだ')
  return {
    no: head.no,
    recipient: head.recipientName,
    chip: stateChip[head.state],
    brief: {
      due: { text: `${jpDateWithYear(head.expiresOn)}まで使えます`, note: '期限がすぎると、自動で閉じます' },
      promised: { text: 'ご本人が「のせる」と選んだ項目だけ', note: 'ほかの項目は、欄ごと入りません' },
      next: isPrepared
        ? { text: '中身を確かめて、渡す' }
        : head.state === 'delivered' ? { text: `${head.recipientName}が決まりを受け入れるのを待つ` } : null,
    },
    five: [
      { name: '渡す先', value: head.recipientName, note: head.recipientStatus ? statusWords[head.recipientStatus] : '派遣の予定はありません' },
      { name: '何のため', value: head.purpose, note: 'ほかの目的には使えません' },
      { name: '渡す項目', value: head.items.map((item) => itemWords[item]).join('、') || '氏名とフリガナだけ', note: '登録番号、氏名、フリガナはいつも入ります' },
      { name: '渡し方', value: 'システムの画面と、名簿提供書', note: `渡した日 ${day(head.deliveredAt)}　受け入れ ${day(head.acceptedAt)}` },
      { name: '使える期限', value: jpDateWithYear(head.expiresOn), note: '期限がすぎると、受け取った側でも見えなくなります' },
    ],
    columns: head.items.map((item) => ({ item, label: itemWords[item] })),
    title: isPrepared ? 'お渡しの内容を確かめる' : 'お渡しの内容',
    peopleTitle: isPrepared ? '渡すもの' : '渡したもの',
    peopleNote: `${people.length}人`,
    people: peopleOf(facts),
    hasRecalls: people.some((person) => person.recalledAt),
    leftOut: leftOutOf(facts),
    leftOutNote: `${facts.leftOut.length}人`,
    differences: differencesOf(facts),
    recipientDoes: [
      `取り扱いの決まり（${head.terms.length}項目）を読んで受け入れる`,
      '受け入れるまで、1件も見えません',
      '打診の前に、全員に意向を聞き直す',
    ],
    pdf: head.documentId && `/documents/${head.documentId}`,
    deliver: isPrepared && people.length > 0 ? { version: head.version, seen: facts.seen } : null,
    nobody: isPrepared && people.length === 0,
    canReissue: !isPrepared && !head.documentId && people.some((person) => !person.recalledAt),
  }
}
