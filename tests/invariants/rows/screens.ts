import type { Action } from '#app/access/actions.ts'
import { getBooking } from '#app/features/activity/queries/visits.server.ts'
import { getReport, listReports } from '#app/features/activity/queries/reports.server.ts'
import { getCase, getContactDesk, getHearingDesk, getHousehold } from '#app/features/cases/queries/case.server.ts'
import { listCases } from '#app/features/cases/queries/case-list.server.ts'
import { getDeskConsent, listConsents } from '#app/features/consent/queries.server.ts'
import { getDocumentFile, listUndelivered, listUndrawn } from '#app/features/correspondence/queries.server.ts'
import { getCandidates } from '#app/features/dispatch/queries/candidates.server.ts'
import { listDispatches } from '#app/features/dispatch/queries/dispatch-list.server.ts'
import { getDispatch } from '#app/features/dispatch/queries/dispatch-page.server.ts'
import { getRequest, listRequests } from '#app/features/dispatch/queries/request.server.ts'
import { getTrail } from '#app/features/oversight/queries/audit-trail.server.ts'
import { getToday } from '#app/features/oversight/queries/today.server.ts'
import { getAnswerBoard } from '#app/features/roster/queries/answers.server.ts'
import { listEntries } from '#app/features/roster/queries/entries.server.ts'
import { getProvision, listProvisions } from '#app/features/roster/queries/provisions.server.ts'
import { getReceived, listReceived } from '#app/features/roster/queries/received.server.ts'
import { getIncident, listIncidents } from '#app/features/safety/queries.server.ts'
import { getStop, listStops } from '#app/features/stopping/queries.server.ts'
import { getApplication } from '#app/features/training/queries/application.server.ts'
import { listCourses } from '#app/features/training/queries/course-list.server.ts'
import { getDeskCourse } from '#app/features/training/queries/desk-course.server.ts'
import { getSheet } from '#app/features/training/queries/sheet.server.ts'
import type { Ctx } from '#app/shared/ctx.ts'
import type { Chain } from './chain.ts'
import type { Surroundings } from './every-table.ts'

/** A staff page about one record: the action its door names, the record, and the query behind it. */
export interface Screen {
  action: Action
  /** The act that seeing the record is, where the page's own act is something else. */
  reads?: Action
  id(of: Chain & Surroundings): string
  open(ctx: Ctx, id: string): Promise<unknown>
}

export const pages: Record<string, Screen> = {
  研修: { action: 'course.manage', id: (of) => of.course, open: getDeskCourse },
  出席: { action: 'attendance.record', id: (of) => of.session, open: getSheet },
  申込み: { action: 'application.view', id: (of) => of.application, open: getApplication },
  同意: { action: 'consent.view', id: (of) => of.consent, open: getDeskConsent },
  提供: { action: 'provision.view', id: (of) => of.provision, open: getProvision },
  受け取った名簿: { action: 'provision.open', id: (of) => of.provision, open: getReceived },
  相談: { action: 'case.view', id: (of) => of.kase, open: getCase },
  相談の記録: { action: 'contact.record', id: (of) => of.kase, open: getContactDesk },
  聞き取り: { action: 'hearing.record', id: (of) => of.kase, open: getHearingDesk },
  世帯: { action: 'request.receive', reads: 'case.view', id: (of) => of.kase, open: getHousehold },
  申出: { action: 'request.view', id: (of) => of.request, open: getRequest },
  候補: { action: 'candidate.search', id: (of) => of.request, open: (ctx, id) => getCandidates(ctx, id, true) },
  派遣: { action: 'dispatch.view', id: (of) => of.dispatch, open: getDispatch },
  予定を入れる: { action: 'visit.book', id: (of) => of.dispatch, open: getBooking },
  報告: { action: 'report.view', id: (of) => of.report, open: getReport },
  事故: { action: 'incident.handle', id: (of) => of.incident, open: getIncident },
  中止: { action: 'stop.view', id: (of) => of.stop, open: getStop },
  書類: { action: 'document.view', reads: 'plan.view', id: (of) => of.document, open: getDocumentFile },
}

const everyDispatch = { state: null, wish: null, ladder: null, number: null, name: null, order: 'moved' as const, page: 1 }

/** Staff pages with many records: the action, and everything they show. */
export const lists: Record<string, { action: Action; all(ctx: Ctx): Promise<unknown> }> = {
  研修の一覧: { action: 'course.manage', all: listCourses },
  同意の一覧: { action: 'consent.view', all: listConsents },
  名簿: { action: 'roster.view', all: (ctx) => listEntries(ctx, { q: '', row: null, page: 1 }) },
  提供の一覧: { action: 'provision.view', all: listProvisions },
  受け取った名簿の一覧: { action: 'provision.open', all: listReceived },
  再確認: { action: 'reconfirmation.view', all: getAnswerBoard },
  相談の一覧: { action: 'case.list', all: (ctx) => listCases(ctx, { state: 'open', number: null, name: null, page: 1 }) },
  申出の一覧: { action: 'request.list', all: (ctx) => listRequests(ctx, { stage: 'all', wish: 'all', page: 1 }) },
  派遣の一覧: { action: 'dispatch.list', all: (ctx) => listDispatches(ctx, everyDispatch) },
  報告の一覧: { action: 'report.view', all: listReports },
  事故の一覧: { action: 'incident.handle', all: listIncidents },
  中止の一覧: { action: 'stop.view', all: listStops },
  今日: { action: 'today.view', all: async (ctx) => Object.values((await getToday(ctx)) ?? {}).flat() },
  監査: { action: 'audit.view', all: (ctx) => getTrail(ctx, null) },
  届かない手紙: { action: 'mail.view', all: listUndelivered },
  できない書類: { action: 'mail.view', all: listUndrawn },
}
