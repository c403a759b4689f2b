import express from 'express'
import { itemsRouter } from './routes/items.js'
import { loansRouter } from './routes/loans.js'
import { errorHandler } from './errors.js'

export function createApp() {
  const app = express()
  app.use(express.json())
  app.use('/api/items', itemsRouter)
  app.use('/api/loans', loansRouter)
  app.use(errorHandler)
  return app
}
