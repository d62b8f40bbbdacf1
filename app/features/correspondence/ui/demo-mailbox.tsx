import { Facts, Lead, Lines, MailAddress, Note, Quiet, Row, Rows, Section, TextLink, Title, Whole } from '#app/ui/phone.ts'

export interface DemoMailLine {
  id: string
  subject: string
  to: string
  at: string
}

/** The demo's mailbox: everything the product would have sent, newest first. */
export function DemoMailbox({ mails }: { mails: DemoMailLine[] }) {
  return (
    <>
      <Title>デモの受信箱</Title>
      <Lead>このデモから送られたメールは、外には出ず、すべてここに届きます。</Lead>
      {mails.length === 0 ? <Quiet><p>まだメールはありません。</p></Quiet> : null}
      <Section>
        <Rows>
          {mails.map((mail) => (
            <Row key={mail.id} href={`/demo/mail/${mail.id}`} note={<><MailAddress>{mail.to}</MailAddress>　<Whole>{mail.at}</Whole></>}>{mail.subject}</Row>
          ))}
        </Rows>
      </Section>
    </>
  )
}

export interface DemoMailView extends DemoMailLine {
  from: string
  /** Paragraphs of the text, line by line: words, or a link to follow. */
  paragraphs: { text: string; href: string | null }[][]
}

/** One mail, as its reader gets it; its links can be followed. */
export function DemoMail({ mail }: { mail: DemoMailView }) {
  return (
    <>
      <Title over="デモの受信箱">{mail.subject}</Title>
      <div className="mt-6">
        <Facts lined items={[{ name: 'あて先', value: <MailAddress>{mail.to}</MailAddress> }, { name: '差出人', value: <MailAddress>{mail.from}</MailAddress> }, { name: '届いた時', value: mail.at }]} />
      </div>
      <Section>
        {mail.paragraphs.map((lines, i) => (
          <p key={i}><Lines lines={lines.map((line) => (line.href ? <TextLink href={line.href}>{line.text}</TextLink> : line.text))} /></p>
        ))}
      </Section>
      <Note><TextLink href="/demo/mail">受信箱にもどる</TextLink></Note>
    </>
  )
}
