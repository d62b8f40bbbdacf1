import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../../../../app/platform/db/generated/client.ts'

/** The same driver as the product's, without its doors. */
export const prisma = new PrismaClient({
  adapter: new PrismaPg(new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })),
  errorFormat: 'minimal',
})
