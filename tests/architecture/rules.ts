import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** Features from the ground up: a feature looks only at lower ranks. */
export const ranks = [
  'directory', 'correspondence', 'training', 'consent', 'roster', 'cases', 'dispatch', 'activity', 'safety', 'stopping',
  'centre', 'oversight',
] as const

const product = '^(app|emails|templates)/'
const anyFeature = '^app/features/'
const serverFile = '\\.server\\.tsx?$'
const testFile = '\\.test\\.tsx?$'

/** Files without I/O beside `domain/`: one file, or a folder of the same name once it has outgrown it. */
const pureFile = '(forms|messages|views|facts|audit|presenters?)[-./]'

function never(name: string, from: IRegularForbiddenRuleType['from'], to: IRegularForbiddenRuleType['to']): IRegularForbiddenRuleType {
  return { name, severity: 'error', from: { pathNot: testFile, ...from }, to } as IRegularForbiddenRuleType
}

/** A feature never looks up or sideways in rank. */
const rankRules = ranks.map((feature, rank) =>
  never(
    `${feature}-looks-only-down`,
    { path: `^app/features/${feature}/` },
    { path: `^app/features/(${ranks.slice(rank + 1).join('|') || 'none'})/` },
  ),
)

/** Who may import whom, types included. */
export const forbidden: IRegularForbiddenRuleType[] = [
  never('no-circles', { pathNot: '^app/platform/db/generated/' }, { circular: true }),
  never('shared-stands-alone', { path: '^app/shared/' }, { path: product, pathNot: '^app/shared/' }),
  never('domain-is-pure', { path: '^app/features/[^/]+/domain/' }, { path: product, pathNot: '^app/(shared|features/[^/]+/domain)/' }),
  never('domain-knows-no-library', { path: '^app/features/[^/]+/domain/' }, { dependencyTypes: ['npm', 'npm-dev', 'core'] }),
  never('policy-stands-alone', { path: '^app/access/policy' }, { path: product, pathNot: '^app/(shared|access)/' }),
  never(
    'pure-files-of-a-feature',
    { path: `^app/features/[^/]+/${pureFile}`, pathNot: [serverFile, testFile] },
    { path: `${serverFile}|^app/platform/` },
  ),
  never(
    'presenters-do-not-lean-on-each-other',
    // The page of a dispatch shows what two features present; its files stand in the upper one.
    { path: '^app/features/([^/]+)/presenters?[-./]', pathNot: ['^app/features/activity/presenter/dispatch-desk\\.ts$', testFile] },
    { path: '^app/features/[^/]+/presenters?[-./]', pathNot: '^app/features/$1/' },
  ),
  never(
    'features-do-not-know-the-web',
    { path: anyFeature, pathNot: ['^app/features/[^/]+/ui/', testFile] },
    { path: '^app/(http|routes|ui)/' },
  ),
  never(
    'commands-do-not-call-commands',
    { path: '^app/features/[^/]+/commands/' },
    { path: '^app/features/[^/]+/commands/' },
  ),
  never('only-jobs-write-mails-and-forms', { path: anyFeature, pathNot: ['/jobs/', testFile] }, { path: '^emails/' }),
  never(
    'ui-of-a-feature',
    { path: '^app/features/([^/]+)/ui/' },
    { path: anyFeature, pathNot: '^app/features/$1/(ui/|views|forms|messages)' },
  ),
  never('ui-has-no-server', { path: '^app/(features/[^/]+/ui|ui)/' }, { path: serverFile }),
  never('shared-ui-knows-no-feature', { path: '^app/ui/' }, { path: '^app/(features|http|platform|routes|access)/' }),
  never(
    'routes-are-thin',
    { path: '^app/routes/' },
    { path: '^app/(platform|routes|access)/|^app/features/[^/]+/store' },
  ),
  never('http-knows-no-feature', { path: '^app/http/' }, { path: '^app/(features|routes)/' }),
  never('platform-knows-only-shared', { path: '^app/platform/' }, { path: product, pathNot: '^app/(platform|shared)/' }),
  never('mails-and-forms-know-only-shared', { path: '^(emails|templates)/' }, { path: '^app/', pathNot: '^app/shared/' }),
  never(
    'prisma-behind-the-platform',
    { path: '^app/', pathNot: ['^app/platform/', '^app/features/[^/]+/(store|queries)', testFile] },
    { path: '@prisma/client|^app/platform/db/generated' },
  ),
  never(
    'the-database-is-entered-by-one-door',
    // Beside the platform: what starts, fills and migrates it.
    { path: '^app/', pathNot: ['^app/(platform|cli)/', '^app/start\\.server', testFile] },
    { path: '^app/platform/(runtime|db/(open|pglite|engine|migrations|erase|demo|durable-fs|data-lock))\\.server|^app/platform/db/orderly-client' },
  ),
  never('lucia-behind-one-file', { path: product, pathNot: '^app/platform/session\\.server' }, { path: 'node_modules/lucia' }),
  never('pdf-lib-behind-one-folder', { path: product, pathNot: ['^templates/frame/', '^app/ui/styles/make-fonts', testFile] }, { path: 'node_modules/(pdf-lib|@pdf-lib)' }),
  never('tests-stay-out-of-the-product', { path: product, pathNot: ['^app/cli/', testFile] }, { path: '^(tests|prisma)/' }),
  ...rankRules,
]
