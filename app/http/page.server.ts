import { type AppLoadContext, data, type LoaderFunctionArgs } from '@remix-run/node'
import type { Action } from '#app/access/actions.ts'
import type { Actor, LinkPurpose } from '#app/access/actor.ts'
import { decide } from '#app/access/policy.ts'
import { here } from '#app/platform/here.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { FrameFacts, Seen } from '#app/shared/frame.ts'
import { isUuid, randomIds } from '#app/shared/ids.ts'
import { type Audience, present, type Present } from './actor.server.ts'
import { fileNotFound, notFound } from './answers.server.ts'
import { forgetCookie, readCookie } from './cookies.server.ts'

/** Whom a page is for and which action its reader must be allowed. */
export interface Door {
  audience: Audience | ((url: URL) => Audience)
  action: Action
  /** For audience `link`: what the link must have been issued for. */
  purpose?: LinkPurpose
}

/** What a page's work is given. */
export interface Asked {
  ctx: Ctx
  params: Record<string, string | undefined>
  url: URL
  request: Request
  /** What the action of a request tells the loaders that draw its page. */
  context: AppLoadContext
}

/** Finds the actor, asks the policy whether this hat may come in at all, and makes the context. */
export async function enter(door: Door, args: LoaderFunctionArgs): Promise<{ asked: Asked; who: Present }> {
  if (!namesRecords(args.params)) throw notFound()
  const url = new URL(args.request.url)
  const audience = typeof door.audience === 'function' ? door.audience(url) : door.audience
  const who = await present(args.request, audience, door.purpose)
  if (!decide(who.actor, door.action).allow) throw notFound()
  const ctx = makeCtx(who.actor)
  return { asked: { ctx, params: args.params, url, request: args.request, context: args.context }, who }
}

/** An address that names a record by anything but an id leads nowhere; no query is asked about it. */
function namesRecords(params: Record<string, string | undefined>): boolean {
  return Object.entries(params).every(([name, value]) => !name.endsWith('Id') || isUuid(value))
}

function makeCtx(actor: Actor): Ctx {
  const { clock } = here()
  return { actor, clock, ids: randomIds(clock) }
}

function frameOf({ ctx }: Asked, who: Present): FrameFacts {
  return {
    today: ctx.clock.today(),
    person: who.person && { displayName: who.person.displayName },
    hat: who.hat && {
      bodyName: who.hat.bodyName,
      role: who.hat.role,
      contractorName: who.hat.contractorName,
      canSwitch: (who.person?.hats.length ?? 0) > 1,
    },
    demo: here().env.demo,
  }
}

/**
 * A page's loader: who is asking, may they come in, what do they see. A work that returns null is a
 * page that does not exist for this reader (404); a `Response` is passed on as it is.
 */
export function page<V>(door: Door, work: (asked: Asked) => Promise<V | Response | null>) {
  return async function loader(args: LoaderFunctionArgs) {
    const { asked, who } = await enter(door, args)
    const view = await work(asked)
    if (view === null) throw notFound()
    if (view instanceof Response) throw view
    const flash = readCookie(args.request, 'yr_flash')
    const givenBack = asked.context.givenBack === true
    const seen: Seen<V> = { view, frame: frameOf(asked, who), formKey: asked.ctx.ids.next(), flash, givenBack }
    return data(seen, flash ? { headers: { 'Set-Cookie': forgetCookie('yr_flash') } } : {})
  }
}

/** A loader that answers with bytes or text instead of a page (files, health). */
export function resource(door: Door, work: (asked: Asked) => Promise<Response | null>) {
  return async function loader(args: LoaderFunctionArgs): Promise<Response> {
    try {
      const { asked } = await enter(door, args)
      return (await work(asked)) ?? fileNotFound()
    } catch (thrown) {
      throw thrown instanceof Response && thrown.status === 404 ? fileNotFound() : thrown
    }
  }
}
