import tseslint from 'typescript-eslint'

const time = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from ctx.clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take the time from ctx.clock.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Take chance from ctx.ids.' },
]
const raw = [
  { selector: "MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]", message: 'Write SQL with the tagged template.' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'React escapes; keep it so.' },
  { selector: "JSXAttribute[name.name='style']", message: 'The content security policy forbids inline styles.' },
]

export default tseslint.config(
  { ignores: ['build/', 'node_modules/', 'app/platform/db/generated/', '.data/', '.cache/', 'playwright-report/', 'test-results/'] },
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...time, ...raw],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    files: ['app/platform/clock.server.ts', 'app/platform/log.server.ts'],
    rules: { 'no-restricted-syntax': ['error', ...raw] },
  },
  {
    files: ['app/features/*/domain/**', 'app/access/policy.ts', 'app/shared/**'],
    rules: { 'no-restricted-globals': ['error', 'process', 'fetch'] },
  },
  {
    files: ['tests/**', '**/*.test.{ts,tsx}', 'app/cli/**', 'prisma/**'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      'no-console': 'off',
    },
  },
)
