import type { StaffRole } from '#app/shared/actor.ts'

export type BodyKey = 'midori' | 'aoba' | 'shirakaba' | 'kuromatsu' | 'tonari'

export type StaffKey =
  | 'trainer' | 'rosterOfficer' | 'aobaDispatch' | 'coordinator'
  | 'shirakabaDispatch' | 'kuromatsuDispatch' | 'auditor' | 'admin'

interface BodyFacts {
  kind: 'prefecture' | 'designatedCity' | 'municipality' | 'contractor'
  name: string
  localGovCode: string | null
  prefecture?: BodyKey
}

/** Codes of a prefecture 99 that does not exist, with their right check digits. */
export const bodyFacts: Record<BodyKey, BodyFacts> = {
  midori: { kind: 'prefecture', name: 'みどり県', localGovCode: '990001' },
  aoba: { kind: 'designatedCity', name: 'あおば市', localGovCode: '991007', prefecture: 'midori' },
  shirakaba: { kind: 'municipality', name: 'しらかば町', localGovCode: '993018', prefecture: 'midori' },
  kuromatsu: { kind: 'municipality', name: 'くろまつ市', localGovCode: '993026', prefecture: 'midori' },
  tonari: { kind: 'contractor', name: 'NPO法人 となりの灯', localGovCode: null },
}

interface ProgrammeFacts {
  body: BodyKey
  kind: 'training' | 'dispatch' | 'centre'
  status: 'planned' | 'operating'
}

/** Who runs what this fiscal year. */
export const programmes: ProgrammeFacts[] = [
  { body: 'midori', kind: 'training', status: 'operating' },
  { body: 'aoba', kind: 'dispatch', status: 'operating' },
  { body: 'aoba', kind: 'centre', status: 'operating' },
  { body: 'shirakaba', kind: 'dispatch', status: 'planned' },
  { body: 'kuromatsu', kind: 'dispatch', status: 'operating' },
]

interface StaffFacts {
  name: string
  email: string
  body: BodyKey
  role: StaffRole
  /** Works for the contractor that the body entrusted. */
  byContract?: true
}

export const staff: Record<StaffKey, StaffFacts> = {
  trainer: { name: '見本 ゆき', email: 'mihon@midori.example.jp', body: 'midori', role: 'trainer' },
  rosterOfficer: { name: '仮野 しずか', email: 'karino@midori.example.jp', body: 'midori', role: 'roster' },
  aobaDispatch: {
    name: '試川 まどか', email: 'tameshikawa@tonari.example.jp', body: 'aoba', role: 'dispatch', byContract: true,
  },
  coordinator: {
    name: '例田 まこと', email: 'reida@tonari.example.jp', body: 'aoba', role: 'coordinator', byContract: true,
  },
  shirakabaDispatch: {
    name: '見崎 かおる', email: 'misaki@shirakaba.example.jp', body: 'shirakaba', role: 'dispatch',
  },
  kuromatsuDispatch: {
    name: '例川 のぞみ', email: 'reikawa@kuromatsu.example.jp', body: 'kuromatsu', role: 'dispatch',
  },
  auditor: { name: '見本 あらた', email: 'kansa@aoba.example.jp', body: 'aoba', role: 'auditor' },
  admin: { name: '試山 はじめ', email: 'kanri@midori.example.jp', body: 'midori', role: 'admin' },
}
