import type { Action } from '#app/access/actions.ts'

/** Everybody who can be asked about, in the order of the table's columns. */
export const hats = [
  'visitor', 'link', 'card', 'supporter', 'trainer', 'roster', 'dispatch', 'coordinator', 'auditor', 'admin',
] as const
export type Hat = (typeof hats)[number]

/**
 * Who may do what, every cell written out: the one list a person can read and object to.
 * any: whoever wears the hat · body: records of one's own body · recv: what one's body was given · own: about oneself ·
 * live: one's dispatch while it is open to one · case: in one's caseload · card: the request of the card · -: never
 */
const table = `
course.view             any   any   any   any   any   any   any   any   any   any
course.manage           -     -     -     -     body  -     -     -     -     -
application.submit      any   -     -     any   -     -     -     -     -     -
application.confirm     -     any   -     -     -     -     -     -     -     -
application.view        -     -     -     own   body  body  -     -     -     -
application.decide      -     -     -     -     body  -     -     -     -     -
application.withdraw    -     -     -     own   -     -     -     -     -     -
attendance.record       -     -     -     -     body  -     -     -     -     -
course.complete         -     -     -     -     body  -     -     -     -     -
certificate.issue       -     -     -     -     body  -     -     -     -     -
certificate.view        -     -     -     own   body  body  -     -     -     -
consent.view            -     -     -     own   -     body  -     -     -     -
consent.explain         -     -     -     own   -     -     -     -     -     -
consent.sign            -     -     -     own   -     -     -     -     -     -
consent.confirmPaper    -     -     -     -     -     body  -     -     -     -
consent.withdraw        -     -     -     own   -     -     -     -     -     -
roster.view             -     -     -     own   -     body  -     -     -     -
roster.register         -     -     -     -     -     body  -     -     -     -
provision.view          -     -     -     -     -     body  -     -     -     -
provision.prepare       -     -     -     -     -     body  -     -     -     -
provision.deliver       -     -     -     -     -     body  -     -     -     -
provision.accept        -     -     -     -     -     -     recv  -     -     -
provision.open          -     -     -     -     -     -     recv  -     -     -
recall.acknowledge      -     -     -     -     -     -     recv  -     -     -
reconfirmation.view     -     own   -     own   -     -     body  -     -     -
reconfirmation.ask      -     -     -     -     -     -     body  -     -     -
reconfirmation.answer   -     own   -     own   -     -     -     -     -     -
reconfirmation.record   -     -     -     -     -     -     body  -     -     -
reconfirmation.thanks   any   any   any   any   any   any   any   any   any   any
case.list               -     -     -     -     -     -     -     body  -     -
case.open               -     -     -     -     -     -     -     body  -     -
case.view               -     -     -     -     -     -     -     case  -     -
case.askAccess          -     -     -     -     -     -     -     body  -     -
contact.record          -     -     -     -     -     -     -     case  -     -
hearing.record          -     -     -     -     -     -     -     case  -     -
request.list            -     -     -     -     -     -     body  body  -     -
request.receive         -     -     -     -     -     -     body  case  -     -
request.view            -     -     card  -     -     -     body  case  -     -
card.issue              -     -     -     -     -     -     body  case  -     -
coordination.consent    -     -     card  -     -     -     -     -     -     -
coordination.record     -     -     -     -     -     -     body  case  -     -
candidate.search        -     -     -     -     -     -     body  -     -     -
proposal.send           -     -     -     -     -     -     body  -     -     -
proposal.view           -     -     -     own   -     -     body  -     -     -
proposal.answer         -     -     -     own   -     -     -     -     -     -
dispatch.list           -     -     -     -     -     -     body  -     -     -
dispatch.prepare        -     -     -     -     -     -     body  -     -     -
dispatch.view           -     -     card  live  -     -     body  case  -     -
dispatch.begin          -     -     -     -     -     -     body  -     -     -
plan.write              -     -     -     -     -     -     body  -     -     -
plan.offer              -     -     -     -     -     -     body  -     -     -
plan.view               -     -     card  live  -     -     body  case  -     -
agreement.answer        -     -     card  own   -     -     -     -     -     -
agreement.record        -     -     -     -     -     -     body  -     -     -
cover.record            -     -     -     -     -     -     body  -     -     -
visit.book              -     -     -     -     -     -     body  -     -     -
visit.view              -     -     card  live  -     -     body  case  -     -
visit.signal            -     -     -     live  -     -     -     -     -     -
visit.hold              -     -     -     live  -     -     body  -     -     -
visit.cancel            -     -     -     -     -     -     body  -     -     -
report.write            -     -     -     own   -     -     -     -     -     -
report.view             -     -     -     own   -     -     body  case  -     -
report.readShared       -     -     card  -     -     -     -     -     -     -
report.advise           -     -     -     -     -     -     body  case  -     -
incident.report         -     -     -     live  -     -     -     -     -     -
incident.view           -     -     -     own   -     -     body  case  -     -
incident.handle         -     -     -     -     -     -     body  case  -     -
stop.say                -     -     card  live  -     -     -     -     -     -
stop.record             -     -     -     -     -     -     body  case  -     -
stop.view               -     -     card  -     -     -     body  case  -     -
stop.followUp           -     -     -     -     -     -     body  case  -     -
document.view           -     -     any   any   any   any   any   any   -     -
document.check          any   any   any   any   any   any   any   any   any   any
today.view              -     -     -     -     body  body  body  body  body  body
audit.view              -     -     -     -     -     -     body  body  body  -
mail.view               -     -     -     -     body  body  body  body  -     body
mail.retry              -     -     -     -     body  body  body  -     -     body
account.own             -     -     -     any   any   any   any   any   any   any
account.askPassword     any   any   any   any   any   any   any   any   any   any
account.setPassword     -     any   -     -     -     -     -     -     -     -
account.logIn           any   any   any   any   any   any   any   any   any   any
account.logOut          any   any   any   any   any   any   any   any   any   any
link.follow             any   any   any   any   any   any   any   any   any   any
card.enter              any   any   any   any   any   any   any   any   any   any
card.close              any   any   any   any   any   any   any   any   any   any
page.closed             any   any   any   any   any   any   any   any   any   any
page.unknown            any   any   any   any   any   any   any   any   any   any
health.check            any   any   any   any   any   any   any   any   any   any
demo.mail               any   any   any   any   any   any   any   any   any   any
`

export type Cell = 'any' | 'body' | 'recv' | 'own' | 'live' | 'case' | 'card' | '-'

/** The table by action and hat. */
export const matrix: Record<string, Record<Hat, Cell>> = Object.fromEntries(
  table.trim().split('\n').map((line) => {
    const [action, ...cells] = line.trim().split(/ +/)
    return [action as Action, Object.fromEntries(hats.map((hat, at) => [hat, cells[at] as Cell])) as Record<Hat, Cell>]
  }),
)
