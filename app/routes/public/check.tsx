import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckCodeForm, CheckFileForm } from '#app/features/correspondence/forms.ts'
import { messages } from '#app/features/correspondence/messages.ts'
import { presentCheck } from '#app/features/correspondence/presenter.ts'
import { checkDocument, checkFile } from '#app/features/correspondence/queries.server.ts'
import { CheckResult } from '#app/features/correspondence/ui/check-result.tsx'
import { page } from '#app/http/page.server.ts'
import { intent, submitAny } from '#app/http/submit.server.ts'
import { normalizeCheckCode } from '#app/shared/check-code.ts'
import { ok, refuse } from '#app/shared/result.ts'
import { ErrorSummary, FileField, HiddenFields, returnedFields, SubmitButton, TextField } from '#app/ui/form.ts'
import { Acts, Mono, Section } from '#app/ui/phone.ts'
import { PublicPage } from '#app/ui/shell/phone.tsx'

export const meta: MetaFunction = () => [{ title: '書面の照合｜よりそい' }]

const door = { audience: 'public', action: 'document.check' } as const

export const loader = page(door, async ({ ctx, params, url }) => {
  if (url.searchParams.has('none')) return presentCheck(null, 'file')
  const { code = null } = params
  return code ? presentCheck(await checkDocument(ctx, code), 'code', code) : presentCheck(null, null)
})

export const action = submitAny(door, messages, {
  code: intent({
    schema: CheckCodeForm,
    run: async ({ input }) => {
      const code = normalizeCheckCode(input.code)
      return code ? ok(code) : refuse('check.code', { field: 'code' })
    },
    done: ({ value }) => ({ to: `/check/${value}` }),
  }),
  file: intent({
    schema: CheckFileForm,
    run: async ({ ctx, input }) => ok(await checkFile(ctx, new Uint8Array(await input.file.arrayBuffer()))),
    done: ({ value }) => ({ to: value ? `/check/${value.checkCode}` : '/check?none' }),
  }),
})

export default function Check() {
  const { view, formKey, flash } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const code = returnedFields(returned?.intent === 'code' ? returned : undefined, 'code')
  const file = returnedFields(returned?.intent === 'file' ? returned : undefined, 'file')
  return (
    <PublicPage flash={flash} help={null}>
      <ErrorSummary entries={[...code.entries, ...file.entries]} />
      <CheckResult view={view} />
      <Section title={view.result ? '別の書面を照合する' : 'コードで照合する'}>
        <form method="post" action="/check">
          <HiddenFields formKey={formKey} intent="code" />
          <TextField field={code.field('code', view.typed)} label="照合コード" required={null} width="l" support={<>書面のいちばん下にあります。例：<Mono>ABCD-2345-WXYZ</Mono></>} />
          <Acts near><SubmitButton look="line">照合する</SubmitButton></Acts>
        </form>
      </Section>
      <Section title="ファイルで照合する">
        <form method="post" action="/check" encType="multipart/form-data">
          <HiddenFields formKey={formKey} intent="file" />
          <FileField field={file.field('file')} label="PDFのファイル" required={null} accept="application/pdf" support="10MBまで。ファイルは、くらべたあと、残しません。" />
          <Acts near><SubmitButton look="line">ファイルを照合する</SubmitButton></Acts>
        </form>
      </Section>
    </PublicPage>
  )
}
