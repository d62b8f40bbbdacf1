import { Chip, DeskSection, Table } from '#app/ui/desk.ts'
import { Dots } from '#app/ui/words/words.tsx'

interface Recalled {
  key: string
  name: string
  registrationNo: string
  when: string
  holders: { name: string; done: boolean; text: string }[]
}

/** Who withdrew and which holders have said that everything is gone (drawn 13b). */
export function RecallBoard({ recalls }: { recalls: Recalled[] }) {
  return (
    <DeskSection title="回収のようす" small={`${recalls.length}人`} id="recalls">
      <Table
        rows={recalls}
        rowKey={(row) => row.key}
        narrow="one"
        empty="同意を取りやめた方は、いません。"
        columns={[
          { label: '登録していた人', head: true, plain: true, nowrap: true, cell: (row) => row.name, small: (row) => row.registrationNo },
          { label: 'いつ・なぜ', cell: (row) => row.when, small: () => '理由は聞いていません' },
          {
            label: '渡していた市町村',
            cell: (row) => row.holders.map((holder) => (
              <span key={holder.name} className="block py-0.5">
                {holder.name}　{holder.done ? holder.text : <Chip kind="stop">{holder.text}</Chip>}
              </span>
            )),
          },
        ]}
      />
      <div className="mt-4">
        <Dots items={[
          '画面の情報は、取りやめた瞬間に見えなくなっています。返事を待つのは、印刷・書き出しの控えについてです。',
          'その人の派遣が動いていたときは、同じ瞬間に止まります。ほかのサポーターもいるときは、休みに入ります。',
        ]} />
      </div>
    </DeskSection>
  )
}
