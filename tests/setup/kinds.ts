/**
 * Which tests need a database, by folder. What needs none is the same on every engine, so it is run once and not again
 * on PostgreSQL; `tests/architecture/kinds.test.ts` proves that a file's folder tells the truth.
 */
export const kinds = {
  /** Every other test of the house. */
  pure: ['{app,emails,templates,tests}/**/*.test.{ts,tsx}'],
  database: ['tests/{authorization,commands,database,http,invariants}/**/*.test.{ts,tsx}'],
}
