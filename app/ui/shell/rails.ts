import type { StaffRole } from '#app/shared/actor.ts'
import type { RailItem } from '../frame/rail.ts'

const today: RailItem = { label: '今日', href: '/desk' }
const courses: RailItem = { label: '研修', href: '/desk/courses', also: ['/desk/sessions', '/desk/applications'] }
const roster: RailItem = {
  label: '名簿',
  href: '/desk/roster',
  items: [
    { label: '同意と登録', href: '/desk/consents' },
    { label: '登録名簿', href: '/desk/roster' },
    { label: '市町村へのお渡し', href: '/desk/provisions' },
  ],
}
const received: RailItem = {
  label: '名簿',
  href: '/desk/received',
  items: [
    { label: '受け取った名簿', href: '/desk/received' },
    { label: '意向の再確認', href: '/desk/reconfirmations' },
  ],
}
const dispatch: RailItem = {
  label: '派遣',
  href: '/desk/dispatches',
  items: [
    { label: '希望', href: '/desk/requests' },
    { label: '派遣', href: '/desk/dispatches' },
    { label: '報告と助言', href: '/desk/reports' },
    { label: '事故', href: '/desk/incidents' },
    { label: '中止の受付', href: '/desk/stops' },
  ],
}
const dispatchOfCases: RailItem = {
  label: '派遣',
  href: '/desk/requests',
  items: [
    { label: '希望', href: '/desk/requests', also: ['/desk/dispatches'] },
    { label: '報告と助言', href: '/desk/reports' },
    { label: '事故', href: '/desk/incidents' },
    { label: '中止の受付', href: '/desk/stops' },
  ],
}
const cases: RailItem = { label: 'ケース', href: '/desk/cases' }
const audit: RailItem = { label: '監査', href: '/desk/audit' }
const mail: RailItem = { label: '届かないお知らせ', href: '/desk/mail' }

/** The rail of each hat: the map of its work. What a hat cannot open is not in it. */
export const rails: Record<StaffRole, RailItem[]> = {
  trainer: [today, courses, mail],
  roster: [today, roster, mail],
  dispatch: [today, received, dispatch, mail],
  coordinator: [today, cases, dispatchOfCases],
  auditor: [today, audit],
  admin: [today, mail],
}
