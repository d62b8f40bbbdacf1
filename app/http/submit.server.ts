import { createHash } from 'node:crypto'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data } from '@remix-run/node'
import type { z } from 'zod'
import { decide } from '#app/access/policy.ts'
import { isUuid } from '#app/shared/ids.ts'
import type { Refusal, Result } from '#app/shared/result.ts'
import { goOn, notFound, unreadable } from './answers.server.ts'
import { type Asked, type Door, enter } from './page.server.ts'
import { type Messages, sentenceFor, statusFor } from './refusals.ts'

type Schema = z.ZodType<object>

/** What a command's work is given: the checked input beside who, where and when. */
export interface Sent<S extends Schema> extends Asked {
  input: z.output<S>
}

/** Where to go when it is done, and what to say there. */
export interface Onward {
  to: string
  flash?: string
  cookies?: string[]
}

/** One button of a page: what it needs, what it does, where it leads. */
export interface Intent<S extends Schema = Schema, T = unknown> {
  schema: S
  run: (sent: Sent<S>) => Promise<Result<T>>
  done: (done: { value: T; asked: Asked; input: z.output<S> }) => Onward | Response | Promise<Onward | Response>
  /** Another action than the page's door, for this button alone. */
  action?: Door['action']
}

/** What a form that was not accepted gets back: typed text kept, a sentence beside each field. */
export interface Returned {
  intent: string
  lastResult: SubmissionResult<string[]>
}

/** Declares one button with its types tied together. */
export function intent<S extends Schema, T>(spec: Intent<S, T>): Intent {
  return spec as unknown as Intent
}

/**
 * An action with several buttons, told apart by the field `_intent`. It carries its buttons, so that every form of
 * the product can be listed with its schema.
 */
export function submitAny(door: Door, messages: Messages, intents: Record<string, Intent>) {
  async function action(args: ActionFunctionArgs) {
    // Who may not come in is turned away before a byte of the body is read.
    const { asked } = await enter(door, args)
    const form = await readForm(args.request)
    const name = String(form.get('_intent') ?? 'send')
    const chosen = Object.hasOwn(intents, name) ? intents[name] : undefined
    if (!chosen) throw notFound()
    if (chosen.action && !decide(asked.ctx.actor, chosen.action).allow) throw notFound()
    return runIntent(chosen, name, form, asked, messages)
  }
  return Object.assign(action, { intents })
}

/** An action with one button. */
export function submit<S extends Schema, T>(door: Door, messages: Messages, only: Intent<S, T>) {
  return submitAny(door, messages, { send: intent(only) })
}

async function runIntent(chosen: Intent, name: string, form: FormData, asked: Asked, messages: Messages) {
  const submission = parseWithZod(form, {
    schema: chosen.schema,
    error: () => 'もう一度、入力してください',
  })
  if (submission.status !== 'success') {
    const lastResult = toDraw(submission.reply())
    return givenBack(asked, { intent: name, lastResult }, 400)
  }
  const ctx = { ...asked.ctx, idempotency: await idempotencyOf(form, name, asked.url.pathname) }
  const input = submission.value
  const result = await chosen.run({ ...asked, ctx, input })
  if (result.ok) {
    const next = await chosen.done({ value: result.value, asked: { ...asked, ctx }, input })
    return next instanceof Response ? next : goOn(next.to, next.flash, next.cookies)
  }
  const { refusal } = result
  if (refusal.code === 'notFound') throw notFound()
  const lastResult = toDraw(submission.reply(beside(refusal, form, messages)))
  return givenBack(asked, { intent: name, lastResult }, statusFor(refusal))
}

function givenBack(asked: Asked, returned: Returned, status: 400 | 409) {
  asked.context.givenBack = true
  return data<Returned>(returned, { status })
}

function beside(refusal: Refusal, form: FormData, messages: Messages) {
  const sentence = sentenceFor(refusal, messages)
  return refusal.field && (form.has(refusal.field) || refusal.field in messages)
    ? { fieldErrors: { [refusal.field]: [sentence] } }
    : { formErrors: [sentence] }
}

/**
 * A name as our pages write it: words, parts and small numbers. A list is as long as its highest number says, and a
 * name that every object has is nobody's.
 */
const nameOfField = /^[\w-]{1,60}(\.[\w-]{1,60}|\[\d{0,2}\]){0,3}$/
const mostFields = 1_000

function isFieldName(name: string): boolean {
  return nameOfField.test(name) && !name.split(/[.[\]]/).some((part) => part in Object.prototype)
}

/**
 * The fields of a form, without those whose names no page of ours has.
 * @throws 400 for a body that cannot be read as a form
 */
async function readForm(request: Request): Promise<FormData> {
  const form = new FormData()
  const sent = await request.formData().catch(() => {
    throw unreadable()
  })
  const named = [...sent].filter(([name]) => isFieldName(name))
  for (const [name, value] of named.slice(0, mostFields)) form.append(name, value)
  return form
}

/** Same key and same content: the same act. The route and the button are part of the key. */
async function idempotencyOf(form: FormData, name: string, route: string) {
  const key = form.get('_key')
  if (!isUuid(key)) return undefined
  const hash = createHash('sha256')
  for (const [field, value] of form) {
    if (field === '_key') continue
    hash.update(`${field}\0`)
    if (typeof value === 'string') hash.update(`${value}\0`)
    else hash.update(`${value.size}\0`).update(new Uint8Array(await value.arrayBuffer()))
  }
  return { key: keyFor(key, `${route}#${name}`), route: `${route}#${name}`, bodyHash: Uint8Array.from(hash.digest()) }
}

/** One drawn page has one key; each of its buttons gets its own from it. */
function keyFor(pageKey: string, use: string): string {
  const hex = createHash('sha256').update(`${pageKey}\0${use}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * What a form gets back. Files cannot be sent back into a file field; everything else that was typed is. What is wrong
 * with one value of several (`ways[0]`) is said beside the group.
 */
function toDraw({ error, ...rest }: SubmissionResult<string[]>): SubmissionResult<string[]> {
  const beside: NonNullable<typeof error> = {}
  for (const [name, sentences] of Object.entries(error ?? {})) beside[name.replace(/\[\d+\]$/, '')] ??= sentences
  const result = { ...rest, ...(error && { error: beside }) }
  const kept = JSON.stringify(result, (_key, value: unknown) => (value instanceof Blob ? undefined : value))
  return JSON.parse(kept) as SubmissionResult<string[]>
}
