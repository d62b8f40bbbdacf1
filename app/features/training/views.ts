// What the pages are given, as their presenters make it.
export type { PublicCourseView } from './presenter/public.ts'
export type { ConfirmView } from './presenter/apply.ts'
export type { DeskApplicationView } from './presenter/desk-application.ts'
export type { DeskCourseView } from './presenter/desk-course.ts'
export type { MyTrainingView } from './presenter/mine.ts'
export type { PathBlock } from './presenter/path.ts'
