import { Acts, ButtonFill, ButtonLine, Dots, Facts, Lines, Quiet, Row, Rows, Section, Soft, Title } from '#app/ui/phone.ts'
import type { MyHomeView } from '../views.ts'

/** マイページ: the one matter that counts now, then what waits, then where the rest is. */
export function MyHome({ view }: { view: MyHomeView }) {
  return (
    <>
      <Title>{view.title}</Title>
      {view.next ? <NextVisit next={view.next} /> : <NothingPlanned quiet={view.waiting.length === 0} />}
      {view.waiting.map((item) => (
        <Section key={item.href + item.title} title={item.title}>
          <p>{item.note}</p>
          <Acts near><ButtonLine href={item.href}>{item.act}</ButtonLine></Acts>
        </Section>
      ))}
      <Section title="ほかのこと">
        <Rows>
          {view.places.map((place) => (
            <Row key={place.href} href={place.href} note={place.note || undefined}>{place.label}</Row>
          ))}
        </Rows>
      </Section>
    </>
  )
}

function NextVisit({ next }: { next: NonNullable<MyHomeView['next']> }) {
  return (
    <>
      <Soft title="次の訪問" big={<Lines lines={next.when} />}>
        <Facts items={next.facts} />
        <Acts near><ButtonFill href={next.href}>訪問のページを開く</ButtonFill></Acts>
      </Soft>
      {next.keepInMind.length > 0 ? (
        <Section title="心にとめておくこと"><Dots items={next.keepInMind} /></Section>
      ) : null}
    </>
  )
}

function NothingPlanned({ quiet }: { quiet: boolean }) {
  return (
    <Quiet>
      <p>今、決まっている訪問はありません。</p>
      {quiet ? <p>あなたから何かをする必要はありません。</p> : null}
    </Quiet>
  )
}
