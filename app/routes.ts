import type { RouteConfig } from '@remix-run/route-config'
import { index, route } from '@remix-run/route-config'

/** The URL table: every address of the product, by audience. */
export default [
  // 募集・研修案内・照合（だれでも）
  index('routes/public/home.tsx'),
  route('courses/:courseId', 'routes/public/course.tsx'),
  route('courses/:courseId/apply', 'routes/public/apply.tsx'),
  route('courses/:courseId/apply/contact', 'routes/public/apply-contact.tsx'),
  route('courses/:courseId/apply/confirm', 'routes/public/apply-confirm.tsx'),
  route('courses/:courseId/apply/done', 'routes/public/apply-done.tsx'),
  route('check/:code?', 'routes/public/check.tsx'),
  route('closed', 'routes/public/closed.tsx'),

  // ログイン・郵送ではなくメールで届いたリンク
  route('login', 'routes/auth/login.tsx'),
  route('logout', 'routes/auth/logout.tsx'),
  route('hat', 'routes/auth/choose-hat.tsx'),
  route('link/:token', 'routes/auth/link.tsx'),
  route('account/new', 'routes/auth/new-account.tsx'),
  route('password', 'routes/auth/ask-password.tsx'),
  route('password/new', 'routes/auth/new-password.tsx'),
  route('reconfirm', 'routes/supporter/reconfirm.tsx'),

  // マイページ（受講者・サポーター）
  route('my', 'routes/supporter/home.tsx'),
  route('my/training', 'routes/supporter/training.tsx'),
  route('my/consent/:consentId', 'routes/supporter/consent.tsx'),
  route('my/consent/:consentId/items/:no', 'routes/supporter/consent-item.tsx'),
  route('my/consent/:consentId/choices', 'routes/supporter/consent-choices.tsx'),
  route('my/consent/:consentId/sign', 'routes/supporter/consent-sign.tsx'),
  route('my/consent/:consentId/paper', 'routes/supporter/consent-paper.tsx'),
  route('my/consent/:consentId/paper.pdf', 'routes/supporter/consent-paper-pdf.tsx'),
  route('my/roster', 'routes/supporter/roster.tsx'),
  route('my/proposals/:proposalId', 'routes/supporter/proposal.tsx'),
  route('my/plans/:planVersionId', 'routes/supporter/plan.tsx'),
  route('my/visits/:visitId', 'routes/supporter/visit.tsx'),
  route('my/visits/:visitId/report', 'routes/supporter/report.tsx'),
  route('my/visits/:visitId/incident', 'routes/supporter/incident-new.tsx'),
  route('my/incidents/:incidentId', 'routes/supporter/incident.tsx'),
  route('my/reports', 'routes/supporter/reports.tsx'),

  // 研修担当・名簿担当
  route('desk/courses', 'routes/training/courses.tsx'),
  route('desk/courses/:courseId', 'routes/training/course.tsx'),
  route('desk/sessions/:sessionId', 'routes/training/attendance.tsx'),
  route('desk/applications/:applicationId', 'routes/training/application.tsx'),
  route('desk/consents', 'routes/training/consents.tsx'),
  route('desk/consents/:consentId', 'routes/training/consent.tsx'),
  route('desk/consents/:consentId/papers/:paperId', 'routes/training/consent-scan.tsx'),
  route('desk/roster', 'routes/training/roster.tsx'),
  route('desk/provisions', 'routes/training/provisions.tsx'),
  route('desk/provisions/new', 'routes/training/provision-new.tsx'),
  route('desk/provisions/:provisionId', 'routes/training/provision.tsx'),

  // 派遣担当
  route('desk/received', 'routes/municipality/received-list.tsx'),
  route('desk/received/:provisionId', 'routes/municipality/received.tsx'),
  route('desk/reconfirmations', 'routes/municipality/reconfirmations.tsx'),
  route('desk/requests', 'routes/municipality/requests.tsx'),
  route('desk/requests/:requestId', 'routes/municipality/request.tsx'),
  route('desk/requests/:requestId/stop', 'routes/municipality/stop-new.tsx'),
  route('desk/requests/:requestId/candidates', 'routes/municipality/candidates.tsx'),
  route('desk/dispatches', 'routes/municipality/dispatches.tsx'),
  route('desk/dispatches/:dispatchId', 'routes/municipality/dispatch.tsx'),
  route('desk/dispatches/:dispatchId/plan', 'routes/municipality/plan.tsx'),
  route('desk/dispatches/:dispatchId/visits/new', 'routes/municipality/visit-new.tsx'),
  route('desk/reports', 'routes/municipality/reports.tsx'),
  route('desk/reports/:reportId', 'routes/municipality/report.tsx'),
  route('desk/incidents', 'routes/municipality/incidents.tsx'),
  route('desk/incidents/:incidentId', 'routes/municipality/incident.tsx'),
  route('desk/stops', 'routes/municipality/stops.tsx'),
  route('desk/stops/:stopId', 'routes/municipality/stop.tsx'),

  // ひきこもり支援コーディネーター
  route('desk/cases', 'routes/centre/cases.tsx'),
  route('desk/cases/new', 'routes/centre/case-new.tsx'),
  route('desk/cases/:caseId', 'routes/centre/case.tsx'),
  route('desk/cases/:caseId/contacts/new', 'routes/centre/contact-new.tsx'),
  route('desk/cases/:caseId/hearing/new', 'routes/centre/hearing-new.tsx'),
  route('desk/cases/:caseId/requests/new', 'routes/centre/request-new.tsx'),

  // どの担当にも共通
  route('desk', 'routes/office/today.tsx'),
  route('desk/audit', 'routes/office/audit.tsx'),
  route('desk/audit/:entityId', 'routes/office/audit-trail.tsx'),
  route('desk/mail', 'routes/office/undelivered-mail.tsx'),

  // 対象者のカード（アカウントなし）
  route('card', 'routes/client/home.tsx'),
  route('card/consent', 'routes/client/consent.tsx'),
  route('card/plan', 'routes/client/plan.tsx'),
  route('card/reports', 'routes/client/reports.tsx'),
  route('card/stop', 'routes/client/stop.tsx'),
  route('card/close', 'routes/client/close.tsx'),
  route('card/:token', 'routes/client/enter.tsx'),

  // 書面・状態・デモの受信箱
  route('documents/:documentId', 'routes/resources/document.tsx'),
  route('health', 'routes/resources/health.tsx'),
  route('demo/mail', 'routes/resources/demo-mail.tsx'),
  route('demo/mail/:kept', 'routes/resources/demo-mail-item.tsx'),
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
