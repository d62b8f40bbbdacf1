import { type MadeSupporter, rosterRow } from './roster-rows.ts'
import { openStage, type Stage } from './stage.ts'

/** A stage with 花 and じろう on the roster of あおば市: willing this year, insured, and in no dispatch yet. */
export interface DispatchStage extends Stage {
  hana: MadeSupporter
  jiro: MadeSupporter
}

/** Opens a stage of dispatches for one test file; close it in `afterAll`. */
export async function openDispatchStage(): Promise<DispatchStage> {
  const stage = await openStage()
  const hana = await rosterRow(stage, { workingName: '花' })
  const jiro = await rosterRow(stage, { workingName: 'じろう' })
  return { ...stage, hana, jiro }
}
