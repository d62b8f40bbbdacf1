import { HiddenFields, SubmitButton } from '#app/ui/form.ts'
import { Acts, Facts, FileLink, Mono, More, Note, Path, Section, Soft, TextLink } from '#app/ui/phone.ts'
import type { MyTrainingView } from '../views.ts'

type Application = MyTrainingView['applications'][number]

/** One of the reader's own applications: where it stands, the certificate, the days, and the way out. */
export function MyApplication({ application, formKey }: { application: Application; formKey: string }) {
  const { certificate } = application
  return (
    <Section title={application.title}>
      <p>{application.sentence}</p>
      {application.reason ? <Note>理由：{application.reason}</Note> : null}
      {certificate ? <Certificate certificate={certificate} /> : null}
      <div className="mt-6">
        <Facts items={[{ name: '受付番号', value: <Mono>{application.receipt}</Mono> }, { name: '場所', value: application.place }]} />
      </div>
      <div className="mt-6"><Path steps={application.sessions} /></div>
      {application.canWithdraw ? (
        <More title="申込みをやめる">
          <p>いつでもやめられます。理由はいりません。次の申込みにも、影響しません。</p>
          <form method="post">
            <HiddenFields formKey={formKey} version={application.version} values={{ applicationId: application.id }} />
            <Acts near><SubmitButton look="line">この申込みをやめる</SubmitButton></Acts>
          </form>
        </More>
      ) : null}
    </Section>
  )
}

function Certificate({ certificate }: { certificate: NonNullable<Application['certificate']> }) {
  return (
    <div className="mt-6">
      <Soft title="修了証書">
        <Facts
          wide
          items={[
            { name: '番号', value: certificate.no },
            { name: '出した日', value: certificate.issuedOn },
            { name: '照合コード', value: <Mono>{certificate.checkCode}</Mono> },
          ]}
        />
        {certificate.href ? <FileLink href={certificate.href} about="PDF">修了証書を開く</FileLink> : null}
        <Note>照合コードがあれば、だれでも本物かどうかを確かめられます。<TextLink href={certificate.checkHref}>照合のページ</TextLink></Note>
      </Soft>
    </div>
  )
}
