// Serves the bare page (express, the same compression, one route, one pool), and beside it a bare button with a pool of
// its own: one UPDATE.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'
import pg from 'pg'

const build = await import(pathToFileURL(path.resolve('.cache/bench-bare/server/index.js')).href)
const app = express()
app.disable('x-powered-by')
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
app.post('/update/:id', async (request, response) => {
  await pool.query({ name: 'update', text: 'update bench_row set n = n + 1 where id = $1', values: [request.params.id] })
  response.status(303).set('Location', '/').end()
})
app.use(compression())
app.use(express.static(path.resolve('.cache/bench-bare/client'), { index: false }))
app.all('*', createRequestHandler({ build, mode: 'production' }))
app.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ ready: true }))
process.once('SIGTERM', () => process.exit(0))
