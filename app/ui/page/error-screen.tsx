import { PhoneFrame } from '../frame/phone-frame.tsx'
import { ErrorPage } from './error-page.tsx'
import type { ErrorPageProps } from './error-page.tsx'

/**
 * A whole page for an error outside of any frame (the root's error boundary): nobody's name, no menu,
 * one way on.
 */
export function ErrorScreen(props: ErrorPageProps) {
  return (
    <PhoneFrame
      action={{ kind: 'none' }}
      home="/"
      help={{ heading: 'おたずね先', lines: ['お手元のご案内に書いてある窓口に、お知らせください。'] }}
    >
      <ErrorPage links={[{ label: 'はじめのページへ', href: '/' }]} {...props} />
    </PhoneFrame>
  )
}
