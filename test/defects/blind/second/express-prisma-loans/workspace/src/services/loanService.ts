import { db } from '../db.js'
import { config } from '../config.js'
import { AppError, notFound } from '../errors.js'

const DAY = 24 * 60 * 60 * 1000

export async function openLoan(itemId: string, memberId: string) {
  const open = await db.loan.findFirst({ where: { itemId, returnedAt: null } })
  if (open) throw new AppError(409, 'item_on_loan', 'This item is on loan.')
  return db.loan.create({ data: { itemId, memberId, dueAt: new Date(Date.now() + 14 * DAY) } })
}

export async function extendLoan(loanId: string) {
  const loan = await db.loan.findUnique({ where: { id: loanId } })
  if (!loan) throw notFound('The loan')
  const dueAt = new Date(loan.dueAt.getTime() + config.loanExtensionDays * DAY)
  return db.loan.update({ where: { id: loanId }, data: { dueAt, extensions: { increment: 1 } } })
}

export async function returnLoan(loanId: string) {
  return db.loan.update({ where: { id: loanId }, data: { returnedAt: new Date() } })
}
