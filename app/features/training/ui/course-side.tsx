import { Acts, ButtonFill, Facts, Lines, Note, Quiet, Soft } from '#app/ui/phone.ts'

interface CourseSideView {
  facts: { name: string; lines: string[] }[]
  apply: string | null
  closed: string | null
}

/** The facts of a course and the way in. */
export function CourseSide({ view }: { view: CourseSideView }) {
  const facts = <Facts items={view.facts.map(({ name, lines }) => ({ name, value: <Lines lines={lines} /> }))} />
  if (!view.apply) {
    return <Quiet>{facts}<p>{view.closed}</p></Quiet>
  }
  return (
    <Soft>
      {facts}
      <Acts near><ButtonFill href={view.apply}>申し込む</ButtonFill></Acts>
      <Note>5分くらいで書けます。電話はいりません。途中でやめても、30日のあいだは続きから書けます。</Note>
    </Soft>
  )
}
