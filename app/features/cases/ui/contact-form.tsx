import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { ButtonRow, Cols, Crumb, DeskSection, Help, List, PageHead, PanelSoft, RulesBox, Saved, TextLink } from '#app/ui/desk.ts'
import {
  ActBar, CheckboxField, FieldError, HiddenFields, Pick, Picks, QuickForm, QuickRow, SubmitButton, TextControl,
} from '#app/ui/form.ts'
import type { FieldLike } from '#app/ui/form.ts'
import { summaryLength } from '../forms/contact.ts'
import { kindWords, methodWords, partnerWords, reachWords } from '../messages/words.ts'
import type { ContactDeskView } from '../views.ts'

export const contactFields = [
  'anonymous', 'on', 'at', 'minutes', 'partners', 'methods', 'reached', 'kind', 'summary', 'nextStep', 'nextOn', 'promise',
] as const
export type ContactField = (typeof contactFields)[number]

const saveAfterMs = 4000

interface Props {
  view: ContactDeskView
  formId: string
  formKey: string
  fields: Record<ContactField, FieldLike>
  saved: string | null
  /** Keeps what is typed as a draft; called a few seconds after the last key. */
  onKeep: (form: HTMLFormElement) => void
}

/** 電話・連絡の記録: the whole call in one fold, the rules at its side. */
export function ContactForm({ view, formId, formKey, fields, saved, onKeep }: Props) {
  const keeping = useKeeping(onKeep)
  return (
    <>
      <Crumb items={[{ label: 'ケース', href: '/desk/cases' }, { label: `${view.alias}の世帯`, href: view.caseHref }, { label: '電話・連絡の記録' }]} />
      <PageHead title="電話・連絡の記録" beside={`${view.alias}の世帯`} no={view.no} extra={<Saved>{saved ?? view.savedAt}</Saved>} />
      <Cols>
        <form method="post" id={formId} noValidate onInput={keeping.onInput} onKeyDown={keeping.onKeyDown}>
          <HiddenFields formKey={formKey} />
          <CallRows fields={fields} />
          <Summary field={fields.summary} />
          <AfterRows fields={fields} />
          <ActBar>
            <SubmitButton>保存して終える</SubmitButton>
            <SubmitButton intent="keep" look="line">あとで続きを書く</SubmitButton>
            <span className="note">Ctrl＋Enter でも保存できます</span>
          </ActBar>
        </form>
        <Beside view={view} />
      </Cols>
    </>
  )
}

function useKeeping(onKeep: (form: HTMLFormElement) => void) {
  const [dirty, setDirty] = useState<HTMLFormElement | null>(null)
  const [typedAt, setTypedAt] = useState(0)
  const keep = useRef(onKeep)
  keep.current = onKeep
  useEffect(() => {
    if (!dirty) return
    const alarm = setTimeout(() => {
      keep.current(dirty)
      setDirty(null)
    }, saveAfterMs)
    return () => clearTimeout(alarm)
  }, [dirty, typedAt])
  return {
    onInput: (event: { currentTarget: HTMLFormElement }) => {
      setDirty(event.currentTarget)
      setTypedAt((count) => count + 1)
    },
    onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => {
      if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.requestSubmit()
    },
  }
}

function CallRows({ fields }: { fields: Props['fields'] }) {
  return (
    <QuickForm>
      <QuickRow label="いつ" required>
        <span className="btns">
          <label className="sr-only" htmlFor={fields.on.id}>日付</label>
          <TextControl field={fields.on} type="date" />
          <label className="sr-only" htmlFor={fields.at.id}>時刻</label>
          <TextControl field={fields.at} type="time" />
          <label className="sr-only" htmlFor={fields.minutes.id}>かかった時間（分）</label>
          から<TextControl field={fields.minutes} width="xs" inputMode="numeric" />分
        </span>
        <Errors of={[fields.on, fields.at, fields.minutes]} />
      </QuickRow>
      <Choice label="だれと" type="checkbox" field={fields.partners} words={partnerWords} />
      <Choice label="方法" type="checkbox" field={fields.methods} words={methodWords} />
      <Choice label="つながったか" type="radio" field={fields.reached} words={reachWords} />
      <Choice label="区分" type="radio" field={fields.kind} words={kindWords} />
      <QuickRow label="名前">
        <CheckboxField field={fields.anonymous} label="名前を聞かない相談" note="この世帯には残さず、件数だけに数えます。" />
      </QuickRow>
    </QuickForm>
  )
}

function Choice({ label, type, field, words }: { label: string; type: 'radio' | 'checkbox'; field: FieldLike; words: Record<string, string> }) {
  const given = field.initialValue
  const chosen = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : []
  return (
    <QuickRow label={label} required>
      <Picks layout="inline">
        {Object.entries(words).map(([value, word], i) => (
          <Pick key={value} type={type} field={field} option={{ value, label: word }} checked={chosen.includes(value)} first={i === 0} />
        ))}
      </Picks>
      <FieldError field={field} />
    </QuickRow>
  )
}

function Summary({ field }: { field: FieldLike }) {
  return (
    <div className="field mt-3">
      <label className="label" htmlFor={field.id}>聞いたこと<span className="req">※必須</span></label>
      <textarea
        key={field.key}
        id={field.id}
        name={field.name}
        rows={5}
        autoFocus
        className="area"
        defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
        aria-invalid={field.errors?.length ? true : undefined}
        aria-describedby={field.errors?.length ? `${field.errorId} ${field.id}-help` : `${field.id}-help`}
      />
      <FieldError field={field} />
      <Help id={`${field.id}-help`}>病名・ほかの人の名前は、要る分だけにしてください。{summaryLength}文字まで。</Help>
    </div>
  )
}

function AfterRows({ fields }: { fields: Props['fields'] }) {
  return (
    <QuickForm>
      <QuickRow label="つぎの一歩" required htmlFor={fields.nextStep.id}>
        <TextControl field={fields.nextStep} />
        <Errors of={[fields.nextStep]} />
      </QuickRow>
      <QuickRow label="いつまでに" required={false} htmlFor={fields.nextOn.id}>
        <TextControl field={fields.nextOn} type="date" />
        <Errors of={[fields.nextOn]} />
      </QuickRow>
      <QuickRow label="約束したこと" required={false} htmlFor={fields.promise.id}>
        <TextControl field={fields.promise} />
        <Errors of={[fields.promise]} />
      </QuickRow>
    </QuickForm>
  )
}

function Errors({ of }: { of: FieldLike[] }): ReactNode {
  return of.map((field) => <FieldError key={field.name} field={field} />)
}

function Beside({ view }: { view: ContactDeskView }) {
  return (
    <div>
      <RulesBox title="連絡のきまり（この世帯）" rules={view.rules} />
      <DeskSection title="いま約束していること">
        {view.promises.length > 0 ? <List items={view.promises} /> : <p>いまはありません。</p>}
      </DeskSection>
      <DeskSection title="前の3回">
        {view.recent.length > 0 ? <List items={view.recent} /> : <p>はじめての記録です。</p>}
      </DeskSection>
      <PanelSoft title="「死にたい」「たたかれた」と聞いたら">
        <p>電話は切らず、となりの人に声をかけてください。命があぶないときは、119と110が先です。</p>
      </PanelSoft>
      <ButtonRow><TextLink href={view.caseHref}>世帯の記録にもどる</TextLink></ButtonRow>
    </div>
  )
}
