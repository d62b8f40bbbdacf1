import { Dots, Facts, Lines, Note, Section, Sub } from '#app/ui/phone.ts'
import type { PlanReadView } from '../views/plan.ts'

/** The plan from top to bottom, in the order of the questions a reader has (drawn 13). */
export function PlanSheetPhone({ view, reader }: { view: PlanReadView; reader: 'client' | 'supporter' }) {
  const { sheet } = view
  return (
    <>
      <Section title="何のために"><p>{sheet.purpose}</p></Section>
      <Section title="いつ、だれが、どこで">
        <Facts lined wide items={[
          { name: reader === 'client' ? '来る人' : '行く人', value: view.supporters },
          { name: 'いつ', value: <Lines lines={sheet.when} /> },
          { name: '場所', value: sheet.place },
          { name: '会い方', value: sheet.way },
        ]} />
      </Section>
      <Section title="すること、しないこと">
        <Sub>すること</Sub>
        <Dots items={sheet.dos} />
        <Note>話さなくてもかまいません。会わない日があってもかまいません。</Note>
        <Sub>しないこと</Sub>
        <Dots items={sheet.donts} />
      </Section>
      <Section title="記録のこと">
        <Facts lined wide items={[
          { name: '見る人', value: <Lines lines={reader === 'client' ? ['あなた', ...view.readers] : view.readers} /> },
          ...sheet.shares.map((share) => ({ name: share.item, value: share.withWhom })),
        ]} />
      </Section>
      <Section title="こまったとき"><Dots items={sheet.emergency} /></Section>
    </>
  )
}
