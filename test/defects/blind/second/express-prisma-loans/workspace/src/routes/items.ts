import { Router } from 'express'
import { db } from '../db.js'
import { requireMember } from '../middleware/auth.js'

export const itemsRouter = Router()

itemsRouter.get('/', requireMember, async (_req, res) => {
  res.json(await db.item.findMany({ where: { retired: false } }))
})

itemsRouter.get('/:itemId', requireMember, async (req, res) => {
  res.json(await db.item.findUniqueOrThrow({ where: { id: req.params.itemId } }))
})
