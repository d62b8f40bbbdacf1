import type { Actor } from '#app/access/actor.ts'
import { may } from '#app/access/policy.ts'
import { jpDate, jpDateWithYear, tokyoDay } from '#app/shared/tokyo-day.ts'
import { mayAsk, type ProgrammeStatus } from '../domain/eligibility.ts'
import type { ProvidedItem } from '../domain/items.ts'
import { itemWords, stateWords } from '../messages.ts'
import type { ProvisionRow, ReceivedPerson, ReceivedProvision } from '../views.ts'

/** The sentence for a municipality that only plans; null for one that runs dispatch. */
export function planningSentence(status: ProgrammeStatus | null): string | null {
  if (mayAsk(status)) return null
  return '派遣を始める準備中のため、名簿は見られますが、意向の再確認と打診はまだできません。'
}

/** The rosters that came, newest first. */
export function presentReceivedList({ rows, status }: { rows: ProvisionRow[]; status: ProgrammeStatus | null }) {
  return {
    planning: planningSentence(status),
    rows: rows.map((row) => ({
      key: row.id,
      no: row.no,
      href: `/desk/received/${row.id}`,
      from: row.otherName,
      deliveredOn: row.deliveredAt ? jpDate(tokyoDay(row.deliveredAt)) : '—',
      state: row.state === 'received' ? '受け入れずみ' : '決まりを読んで受け入れる',
      waits: row.state === 'delivered',
      people: row.state === 'received' ? `${row.people}人` : '受け入れるまで見えません',
      expiresOn: jpDateWithYear(row.expiresOn),
      openRecalls: row.openRecalls === 0 ? '—' : `${row.openRecalls}件`,
    })),
    toAccept: rows.filter((row) => row.state === 'delivered').length,
    openRecalls: rows.reduce((sum, row) => sum + row.openRecalls, 0),
  }
}

function cell(item: ProvidedItem, person: ReceivedPerson): string {
  switch (item) {
    case 'workingName': return person.workingName ?? '—'
    case 'area': return person.area ?? '—'
    case 'phone': return person.phone ?? 'のせない'
    case 'address': return person.address ?? 'のせない'
    case 'peer': return person.peer === null ? 'のせない' : person.peer ? 'はい' : 'いいえ'
  }
}

/** A received roster: the terms first; then exactly what each person let be listed. */
export function presentReceived(facts: ReceivedProvision & { status: ProgrammeStatus | null }, actor: Actor) {
  const { head, people, recalls, status } = facts
  const isReceived = head.state === 'received'
  return {
    no: head.no,
    from: head.bodyName,
    purpose: head.purpose,
    terms: head.terms,
    planning: planningSentence(status),
    letter: [
      { name: '渡した人', value: head.bodyName },
      { name: '何のため', value: head.purpose },
      { name: '項目', value: ['登録番号', '氏名', 'フリガナ', ...head.items.map((item) => itemWords[item])].join('、') },
      { name: '使える期限', value: jpDateWithYear(head.expiresOn) },
      { name: '届いた日', value: head.deliveredAt ? jpDateWithYear(tokyoDay(head.deliveredAt)) : '—' },
      { name: '受け入れた日', value: head.acceptedAt ? jpDateWithYear(tokyoDay(head.acceptedAt)) : 'まだです' },
    ],
    accept: head.state === 'delivered' && may(actor, 'provision.accept', head) ? { version: head.version } : null,
    isReceived,
    columns: head.items.map((item) => ({ item, label: itemWords[item] })),
    people: people.map((person) => ({
      key: person.entryId,
      registrationNo: person.registrationNo,
      name: person.name,
      kana: person.kana,
      cells: Object.fromEntries(head.items.map((item) => [item, cell(item, person)])),
      answer: person.answer ? stateWords[person.answer] : 'まだ聞いていません',
    })),
    pdf: isReceived && head.documentId ? `/documents/${head.documentId}` : null,
    pdfWaits: isReceived && !head.documentId,
    recalls: recalls.map((recall) => ({
      key: recall.entryId,
      label: `登録番号 ${recall.registrationNo} の方`,
      requestedOn: `${jpDate(tokyoDay(recall.requestedAt))}に、消すようにお願いがありました`,
      acknowledged: recall.acknowledgedAt && `${jpDate(tokyoDay(recall.acknowledgedAt))}に、消したと知らせました`,
    })),
    openRecalls: recalls.filter((recall) => !recall.acknowledgedAt).length,
    brief: {
      due: isReceived ? { text: `${jpDateWithYear(head.expiresOn)}まで使えます` } : { text: '急ぎません', note: '受け入れるまで、1件も見えません' },
      promised: { text: 'サポーター派遣の調整だけに使う', note: 'だれがいつ開いたかは、記録に残ります' },
      next: !isReceived
        ? { text: '取り扱いの決まりを読んで、受け入れる' }
        : recalls.some((recall) => !recall.acknowledgedAt) ? { text: '取りやめた方の控えを消して、知らせる' }
          : mayAsk(status) && people.some((person) => !person.answer) ? { text: '全員に、今も活動してよいかを聞く' } : null,
    },
  }
}
