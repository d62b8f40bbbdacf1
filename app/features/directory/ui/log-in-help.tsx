import { Numbers, Prose, TextLink } from '#app/ui/phone.ts'

/** What stands beside the login: for those who are new, and for those who cannot get in. */
export function LogInHelp() {
  return (
    <>
      <h2>受講者・サポーターの方</h2>
      <Prose>
        <p>申込みのあとに届いたメールのページで、パスワードを決めると、ここから入れます。</p>
        <p><TextLink href="/">研修のご案内は、こちらです。</TextLink></p>
      </Prose>
      <h2>4月に異動してきた職員の方</h2>
      <Numbers
        items={[
          'アカウントは、所属の事業責任者が頼んで作ります。前の担当者のものは使えません。',
          'いくつかの所属や役割がある方は、ログインのあとに選びます。',
        ]}
      />
      <h2>ログインできないとき</h2>
      <Prose>
        <p><TextLink href="/password">パスワードを忘れたときは、ここで決め直せます。</TextLink></p>
        <p>それでも入れないときは、職員の方は所属の事業責任者に、受講者・サポーターの方は受付のメールにある「おたずね先」にお知らせください。</p>
      </Prose>
    </>
  )
}
