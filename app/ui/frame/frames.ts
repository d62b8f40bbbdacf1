export * from './desk-frame.tsx'
export * from './login-frame.tsx'
export type { DeskHelp } from './desk-rail.tsx'
export type { RailItem } from './rail.ts'
