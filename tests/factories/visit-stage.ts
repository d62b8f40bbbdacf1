import { asTokyoDay } from '#app/shared/tokyo-day.ts'
import { visited } from './activity.ts'
import { type DispatchStage, openDispatchStage } from './dispatch-stage.ts'
import { begun, type MadeDispatch } from './dispatch.ts'

/** A stage of dispatches on which one of 花 and じろう is running. */
export interface VisitStage extends DispatchStage {
  made: MadeDispatch
  /** 花 visits, on a day of its own; the clock stands at its end. @returns the visit */
  nextVisit(dispatch?: MadeDispatch): Promise<string>
}

/** Opens a stage of visits for one test file; close it in `afterAll`. */
export async function openVisitStage(): Promise<VisitStage> {
  const stage = await openDispatchStage()
  const made = await begun(stage.world, [stage.hana, stage.jiro])
  let day = 0
  function nextVisit(dispatch = made): Promise<string> {
    day += 1
    return visited(stage, dispatch.dispatchId, stage.hana.personId, asTokyoDay(`2026-12-${String(day).padStart(2, '0')}`))
  }
  return { ...stage, made, nextVisit }
}
