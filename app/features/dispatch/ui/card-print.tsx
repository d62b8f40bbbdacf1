import { ButtonRow, Crumb, Help, PageHead, Panel, PrintButton, TextLink } from '#app/ui/desk.ts'
import type { CardPrintView } from '../views/request.ts'

/** The card on paper: a picture, a code, whom to ask. No name, and nothing that says what it is for. */
export function CardPrint({ view }: { view: CardPrintView }) {
  return (
    <>
      <Crumb items={[{ label: '希望', href: '/desk/requests' }, { label: '希望のページ', href: view.backHref }, { label: 'カード' }]} />
      <PageHead title="お渡しするカード" extra={<PrintButton>印刷する</PrintButton>} />
      <Panel title={view.deskName}>
        <p>このカードで、あなたのページが開きます。ログインはいりません。</p>
        <svg viewBox={`0 0 ${view.size} ${view.size}`} width="220" height="220" role="img" aria-label="あなたのページを開く四角い印" shapeRendering="crispEdges">
          <rect width={view.size} height={view.size} fill="#ffffff" />
          <path d={view.path} fill="#000000" />
        </svg>
        <p>カメラで読めないときは、次の場所を開いてください。</p>
        <p className="mono">{view.codeAddress}</p>
        <p>短いコード　<b className="mono">{view.code}</b></p>
        <p>いつでもやめられます。理由はいりません。ページのボタンでも、メールでも、人づてでもかまいません。</p>
        {view.deskLines.map((line) => <p key={line}>{line}</p>)}
        <p>{view.expires}まで使えます。なくしたときは、教えてください。新しいカードに替えます。</p>
      </Panel>
      <div className="mt-4"><Help>封筒に入れるときは、連絡のきまりを先に確かめてください。この画面を開いた記録が残ります。</Help></div>
      <ButtonRow><TextLink href={view.backHref}>希望のページにもどる</TextLink></ButtonRow>
    </>
  )
}
