import { db } from '../db.js'
import { sendMail } from '../services/mailer.js'

export async function remindOverdue(now = new Date()): Promise<number> {
  const loans = await db.loan.findMany({ where: { returnedAt: null, dueAt: { lt: now } }, include: { member: true } })
  for (const loan of loans) await sendMail(loan.member.email, 'Overdue', 'Please return the item.')
  return loans.length
}

export function startOverdueJob(): void {
  setInterval(() => void remindOverdue(), 60 * 60 * 1000)
}
