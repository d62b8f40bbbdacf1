/** The closed list of what can be asked of the system. A new act begins with a new line here. */
export const actions = [
  // 研修
  'course.view', 'course.manage', 'application.submit', 'application.confirm', 'application.view',
  'application.decide', 'application.withdraw', 'attendance.record', 'course.complete', 'certificate.issue', 'certificate.view',
  // 登録の同意・名簿
  'consent.view', 'consent.explain', 'consent.sign', 'consent.confirmPaper', 'consent.withdraw',
  'roster.view', 'roster.register', 'provision.view', 'provision.prepare', 'provision.deliver',
  'provision.accept', 'provision.open', 'recall.acknowledge',
  'reconfirmation.view', 'reconfirmation.ask', 'reconfirmation.answer', 'reconfirmation.record', 'reconfirmation.thanks',
  // 相談
  'case.list', 'case.open', 'case.view', 'case.askAccess', 'contact.record', 'hearing.record',
  // 派遣
  'request.list', 'request.receive', 'request.view', 'card.issue', 'coordination.consent',
  'coordination.record', 'candidate.search', 'proposal.send', 'proposal.view', 'proposal.answer',
  'dispatch.list', 'dispatch.prepare', 'dispatch.view', 'dispatch.begin',
  'plan.write', 'plan.offer', 'plan.view', 'agreement.answer', 'agreement.record',
  // 活動
  'cover.record', 'visit.book', 'visit.view', 'visit.signal', 'visit.hold', 'visit.cancel',
  'report.write', 'report.view', 'report.readShared', 'report.advise',
  // 安全・中止
  'incident.report', 'incident.view', 'incident.handle', 'stop.say', 'stop.record', 'stop.view', 'stop.followUp',
  // 全体
  'document.view', 'document.check', 'today.view', 'audit.view', 'mail.view', 'mail.retry', 'account.own',
  'account.askPassword', 'account.setPassword', 'account.logIn', 'account.logOut',
  // だれでも通る戸口
  'link.follow', 'card.enter', 'card.close', 'page.closed', 'page.unknown', 'health.check', 'demo.mail',
] as const

export type Action = (typeof actions)[number]
