import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose files take longest; the longest of all would otherwise begin last and be waited for by one worker. */
const longest = [/\/tests\/http\/forms-/, /\/tests\/(http|invariants|database|embedded)\//, /\/tests\/commands\//]

function rank({ moduleId }: TestSpecification): number {
  const found = longest.findIndex((folder) => folder.test(moduleId))
  return found < 0 ? longest.length : found
}

/** The same order on every machine: what takes longest first, then by name. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1))
  }
}
