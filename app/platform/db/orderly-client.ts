import pg from 'pg'

type Query = (...asked: unknown[]) => unknown

/**
 * A connection whose queries wait for one another. Prisma asks for several relations of a row at once, within one
 * transaction; the driver sends one at a time anyway and, from its next major version on, will refuse the others.
 */
export class OrderlyClient extends pg.Client {
  #last: Promise<unknown> | null = null

  // The driver's own overloads: what comes with a callback or as an object that submits itself is passed on as it is.
  override query = ((...asked: unknown[]) => {
    const ask = pg.Client.prototype.query as Query
    const promised = asked.every((part) => typeof part !== 'function') && !isSubmittable(asked[0])
    if (!promised) return ask.apply(this, asked)
    const run = () => ask.apply(this, asked) as Promise<unknown>
    const answer = this.#last ? this.#last.then(run) : run()
    const settled = answer.then(() => undefined, () => undefined)
    this.#last = settled
    void settled.then(() => {
      if (this.#last === settled) this.#last = null
    })
    return answer
  }) as pg.Client['query']
}

function isSubmittable(asked: unknown): boolean {
  return typeof asked === 'object' && asked !== null && 'submit' in asked
}
