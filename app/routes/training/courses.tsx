import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCourses } from '#app/features/training/queries/course-list.server.ts'
import { presentCourseList } from '#app/features/training/presenter/desk-courses.ts'
import { page } from '#app/http/page.server.ts'
import { Chip, PageHead, Table, TableFoot, TextLink } from '#app/ui/desk.ts'
import { Desk } from '#app/ui/shell/desk.tsx'

export const meta: MetaFunction = () => [{ title: '研修の一覧｜研修担当' }]

export const loader = page({ audience: 'staff', action: 'course.manage' }, async ({ ctx }) =>
  presentCourseList(await listCourses(ctx), ctx.clock.today()),
)

export default function Courses() {
  const { view, frame, flash } = useLoaderData<typeof loader>()
  return (
    <Desk frame={frame} flash={flash}>
      <PageHead title="研修の一覧" />
      <Table
        rows={view.rows}
        rowKey={(row) => row.id}
        empty="今年度の研修は、まだありません。"
        columns={[
          { label: '研修', cell: (row) => <TextLink href={row.href}>{row.title}</TextLink>, head: true },
          { label: '段階', cell: (row) => <Chip kind={row.chip}>{row.state}</Chip>, nowrap: true },
          { label: '日にち', cell: (row) => row.days, nowrap: true },
          { label: 'しめきり', cell: (row) => row.applyUntil, nowrap: true },
          { label: '申込み', cell: (row) => row.applied, num: true },
          { label: '受講 / 定員', cell: (row) => row.accepted, num: true, nowrap: true },
          { label: '返事待ち', cell: (row) => row.waiting, num: true, nowrap: true },
          { label: 'いちばん長い待ち', cell: (row) => row.oldest, num: true, nowrap: true },
        ]}
      />
      <TableFoot>「いちばん長い待ち」は、メールの確認がすんだ申込みのうち、返事をまだしていないものの、申込みの日からの日数です。</TableFoot>
    </Desk>
  )
}
