import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RadioGroup } from './choice-fields.tsx'
import { DateField } from './date-fields.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { plainField } from './field.ts'
import { HiddenFields, SubmitButton } from './submit.tsx'
import { TextField } from './text-fields.tsx'

describe('a field of a form', () => {
  it('ties label, support and error to the control, and keeps what was typed', () => {
    const html = renderToStaticMarkup(
      <TextField
        field={plainField('email', 'hanako@', ['「@」の後ろも入力してください'])}
        label="メールアドレス"
        required
        support="お知らせを送ります。"
      />,
    )
    expect(html).toContain(
      '<label class="label" for="field-email">メールアドレス<span class="req">※必須</span></label>',
    )
    expect(html).toContain('value="hanako@"')
    expect(html).toContain('aria-invalid="true" aria-describedby="field-email-error field-email-description"')
    expect(html).toContain('<p>＊「@」の後ろも入力してください</p>')
  })

  it('says 「※任意」 unless its own constraint demands it, and neither when told so', () => {
    const mark = (required: boolean | undefined, told?: boolean | null) =>
      renderToStaticMarkup(
        <TextField field={{ ...plainField('a'), required }} label="名" required={told} />,
      ).match(/※../)?.[0]
    expect(mark(undefined)).toBe('※任意')
    expect(mark(true)).toBe('※必須')
    expect(mark(true, null)).toBeUndefined()
  })

  it('never stops the browser from sending, and never shows a placeholder', () => {
    const html = renderToStaticMarkup(<TextField field={{ ...plainField('a'), required: true }} label="名" />)
    expect(html).not.toMatch(/ required|placeholder|maxlength/i)
  })

  it('describes a group by its first choice', () => {
    const html = renderToStaticMarkup(
      <RadioGroup
        field={plainField('met', 'no', ['選んでください'])}
        label="会えましたか"
        options={[
          { value: 'yes', label: 'はい' },
          { value: 'no', label: 'いいえ' },
        ]}
      />,
    )
    expect(html).toContain('<fieldset class="field" id="field-met" tabindex="-1">')
    expect(html.match(/aria-describedby="field-met-error"/g)).toHaveLength(1)
    expect(html).toContain('checked="" value="no"')
  })

  it('posts a day as three parts and echoes it', () => {
    const html = renderToStaticMarkup(
      <DateField field={plainField('birth', '1985-04-01')} label="生まれた日" />,
    )
    expect(['birth.year', 'birth.month', 'birth.day'].every((name) => html.includes(`name="${name}"`))).toBe(
      true,
    )
    expect(html).toContain('1985年（昭和60年）4月1日')
  })
})

describe('what a form carries', () => {
  it('has the key, the version and the act', () => {
    const html = renderToStaticMarkup(
      <>
        <HiddenFields formKey="k" version={3} />
        <SubmitButton intent="book">予定を入れる</SubmitButton>
      </>,
    )
    expect(html).toContain('<input type="hidden" name="_key" value="k"/>')
    expect(html).toContain('<input type="hidden" name="version" value="3"/>')
    expect(html).toContain('name="_intent" value="book"')
  })
})

describe('the check above the title', () => {
  it('is absent when there is nothing to look at', () => {
    expect(renderToStaticMarkup(<ErrorSummary form={{ id: 'f', allErrors: {} }} />)).toBe('')
  })

  it('is an alert that takes the focus and leads to the field', () => {
    const html = renderToStaticMarkup(
      <ErrorSummary form={{ id: 'f', allErrors: { email: ['入力してください'] } }} />,
    )
    expect(html).toContain('role="alert"')
    expect(html).toContain('autofocus')
    expect(html).toContain('（1か所）')
    expect(html).toContain('href="#f-email"')
  })
})
