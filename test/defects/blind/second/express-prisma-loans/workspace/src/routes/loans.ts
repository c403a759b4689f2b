import { Router } from 'express'
import { requireMember, requireStaff } from '../middleware/auth.js'
import { extendLoan, openLoan, returnLoan } from '../services/loanService.js'

export const loansRouter = Router()

loansRouter.post('/', requireMember, async (req, res) => {
  res.status(201).json(await openLoan(req.body.itemId, req.body.memberId))
})

loansRouter.post('/:loanId/extend', requireMember, async (req, res) => {
  res.json(await extendLoan(req.params.loanId))
})

loansRouter.post('/:loanId/return', requireStaff, async (req, res) => {
  res.json(await returnLoan(req.params.loanId))
})
